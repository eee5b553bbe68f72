using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Plans.Writing;

namespace CommunityBusinessNetwork.Plans.Versions;

/// <summary>All that a plan says, as one document.</summary>
/// <param name="Lines">The budget in its order.</param>
public sealed record PlanContent(Guid EntryId, int FormNumber, JsonObject Answers, IReadOnlyList<ContentLine> Lines)
{
    public Money Total => Money.Sum(Lines.Select(l => l.Text.Amount));

    internal static PlanContent Of(Plan plan)
        => new(plan.EntryId, plan.FormNumber, plan.ReadAnswers(), [.. plan.LinesInOrder().Select(l => new ContentLine(l.Id, l.Text))]);

    internal (string Text, string Sha256) Seal()
    {
        var text = AppJson.Write(this);
        return (text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}

/// <summary>A budget line with its id.</summary>
public sealed record ContentLine(Guid Id, LineText Text);
