using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Sheets;

/// <summary>A member locks all her sheets of a round at once, when every one is complete.</summary>
internal sealed class SubmitSheets(AppDb db, CurrentUser user, TimeProvider time)
{
    public sealed record Input(Guid RoundId);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var sheets = await db.Set<ScoreSheet>()
            .ScorableBy(user)
            .Include(s => s.Round)
            .Where(s => s.RoundId == input.RoundId && s.State == SheetState.Draft)
            .ToListAsync(ct);

        if (sheets.Count == 0)
        {
            return Outcome.NotFound;
        }

        if (sheets.Count(s => !s.Round.Rules.IsComplete(s.Current)) is var incomplete and > 0)
        {
            return Outcome.Refused("screening.sheets-incomplete", null, ("incomplete", incomplete));
        }

        if (sheets.Select(s => s.Submit(time.GetUtcNow())).ToList().Find(o => !o.Succeeded) is { } refusal)
        {
            return refusal;
        }

        return await db.TrySaveAsync(user, ct);
    }
}
