using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Sheets;

/// <summary>A member declares an interest in an entry and steps back from it.</summary>
internal sealed class Recuse(AppDb db, CurrentUser user)
{
    public sealed record Input(Guid SheetId, string? Reason);

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

        var outcome = sheet.Recuse(input.Reason);
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
