using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Sheets;

/// <summary>A member locks one sheet.</summary>
internal sealed class SubmitSheet(AppDb db, CurrentUser user, TimeProvider time)
{
    public sealed record Input(Guid SheetId, long Version);

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

        var outcome = sheet.Submit(time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
