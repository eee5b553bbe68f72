using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Plans.Checks;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Plans.Writing;

/// <summary>
/// Saves what was typed into a plan, in part or whole. A plan may be saved incomplete; <see cref="PlanCheck"/> says what is missing.
/// Refused is only what cannot be kept: a word where a number belongs, a national id.
/// </summary>
internal sealed class SavePlan(AppDb db, CurrentUser user, TimeProvider time)
{
    /// <summary>Only the fields that are named are written; the rest stays.</summary>
    public sealed record Input(Guid EntryId, long Version)
    {
        /// <summary>Field → typed text; an empty text takes the value away.</summary>
        public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

        /// <summary>Table → its rows, each column → typed text.</summary>
        public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Tables { get; init; }
            = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>();

        /// <summary>The whole budget in its order; null leaves it as it is.</summary>
        public IReadOnlyList<TypedLine>? Lines { get; init; }
    }

    private const int MostLines = 100;

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var plan = await db.Set<Plan>().WrittenBy(user).Include(p => p.Lines).SingleOrDefaultAsync(p => p.EntryId == input.EntryId, ct);

        if (plan is null)
        {
            return Outcome.NotFound;
        }

        if (plan.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var entry = await db.Set<Entry>().AsNoTracking().SingleAsync(e => e.Id == plan.EntryId, ct);

        if (!entry.TakesChanges)
        {
            return Outcome.Refused("plans.submitted");
        }

        var form = await db.FormOfAsync(plan, ct);
        List<Problem> problems = [];
        var values = Read(input, form.Definition, problems);
        var lines = ReadLines(input, form, problems);

        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        plan.Write(values, lines, time.GetUtcNow());
        return await db.TrySaveAsync(user, ct);
    }

    /// <exception cref="InvalidOperationException">A field that the form does not have: no person can type it.</exception>
    private static Dictionary<string, JsonObject?> Read(Input input, ContentTypeDefinition form, List<Problem> problems)
    {
        Dictionary<string, JsonObject?> values = [];

        foreach (var (name, typed) in input.Fields)
        {
            values[name] = FieldValues.ReadDraft(FieldOf(form, name), typed, out var problem);
            problems.AddRange(problem is null ? [] : [problem]);
        }

        foreach (var (name, rows) in input.Tables)
        {
            values[name] = FieldValues.ReadRows(FieldOf(form, name), rows, out var found);
            problems.AddRange(found);
        }

        return values;
    }

    private static FieldDefinition FieldOf(ContentTypeDefinition form, string name)
        => form.Field(name) is { Retired: false } field ? field : throw new InvalidOperationException($"The plan's form has no field {name}.");

    private static List<(Guid? Id, LineText Text)>? ReadLines(Input input, PlanForm form, List<Problem> problems)
    {
        if (input.Lines is null)
        {
            return null;
        }

        if (input.Lines.Count > MostLines)
        {
            problems.Add(new("plans.too-many-lines", "lines", ("max", MostLines)));
            return null;
        }

        var read = input.Lines.Index().Where(l => !l.Item.IsBlank).Select(l => (l.Item.Id, Text: l.Item.Read(l.Index, form.Rules, problems)));

        // Where no priority is typed, the order says it.
        return [.. read.Select((line, at) => (line.Id, line.Text with { Priority = line.Text.Priority ?? at + 1 }))];
    }
}
