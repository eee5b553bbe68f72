using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Sheets;

/// <summary>A member changes a locked sheet during the discussion: a new edition with a reason.</summary>
internal sealed class ChangeScore(AppDb db, CurrentUser user, TimeProvider time)
{
    public sealed record Input(Guid SheetId, long Version, IReadOnlyList<Mark> Marks, string? Reason);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var sheet = await db.Set<ScoreSheet>()
            .ScorableBy(user)
            .Include(s => s.Round)
            .SingleOrDefaultAsync(s => s.Id == input.SheetId, ct);

        if (sheet is null)
        {
            return Outcome.NotFound;
        }

        if (sheet.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = sheet.Change(input.Marks, input.Reason, time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
