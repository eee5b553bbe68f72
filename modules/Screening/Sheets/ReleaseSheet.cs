using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Screening.Rounds;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Sheets;

/// <summary>The chair lets the round go on without the sheets that one member has not locked.</summary>
internal sealed class ReleaseSheet(AppDb db, CurrentUser user)
{
    public sealed record Input(Guid RoundId, string MemberId, string? Reason);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var led = db.Set<Round>().LedBy(user).Where(r => r.Id == input.RoundId).Select(r => r.Id);
        var sheets = await db.Set<ScoreSheet>()
            .Include(s => s.Round)
            .Where(s => led.Contains(s.RoundId) && s.MemberId == input.MemberId && s.State == SheetState.Draft)
            .ToListAsync(ct);

        if (sheets.Count == 0)
        {
            return Outcome.NotFound;
        }

        if (sheets.Select(s => s.Release(input.Reason)).ToList().Find(o => !o.Succeeded) is { } refusal)
        {
            return refusal;
        }

        return await db.TrySaveAsync(user, ct);
    }
}
