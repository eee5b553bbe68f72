using CommunityBusinessNetwork.Clips.Playing;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Screening.Panels;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Sheets;

/// <summary>The committee sees the clips of its sheets, the secretary those of the panel's rounds; nobody one she is recused from.</summary>
internal sealed class CommitteeSees(AppDb db) : IClipReader
{
    public async Task<bool> SeesAsync(Guid entryId, CurrentUser user, CancellationToken ct)
    {
        var sheets = db.Set<ScoreSheet>().AsNoTracking().Where(s => s.Contender.EntryId == entryId);

        if (await sheets.AnyAsync(s => s.MemberId == user.Id && s.State == SheetState.Recused, ct))
        {
            return false;
        }

        return await sheets.ScorableBy(user).AnyAsync(ct)
            || (user.May(Permissions.Recording) && await sheets.AnyAsync(s => s.Round.Panel.Seats.Any(p => p.UserId == user.Id && p.Seat == Seat.Secretary), ct));
    }
}
