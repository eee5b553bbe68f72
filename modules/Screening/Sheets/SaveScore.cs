using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Sheets;

/// <summary>A member saves the marks of a sheet; some may still be missing.</summary>
internal sealed class SaveScore(AppDb db, CurrentUser user, TimeProvider time)
{
    /// <param name="Marks">All marks of the sheet: what is not among them is not marked.</param>
    public sealed record Input(Guid SheetId, long Version, IReadOnlyList<Mark> Marks);

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

        var outcome = sheet.Save(input.Marks, time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
