using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Outbox;

/// <summary>A notice as a list or a page showed it.</summary>
internal sealed record SeenNotice(Guid Id, long Version);

/// <summary>The one way to the notices that an operation changes: all of those that were chosen, or none.</summary>
internal static class ChosenNotices
{
    public static async Task<Outcome> ChangeAsync(this AppDb db, CurrentUser user, IReadOnlyCollection<SeenNotice> chosen, Func<Notice, Outcome> change, CancellationToken ct)
    {
        if (chosen.Count == 0)
        {
            return Outcome.Refused("notices.none-chosen");
        }

        var ids = chosen.Select(c => c.Id).ToList();
        var notices = await db.Set<Notice>().ManageableBy(user).Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);

        if (chosen.Any(c => !notices.ContainsKey(c.Id)))
        {
            return Outcome.NotFound;
        }

        if (chosen.Any(c => notices[c.Id].Version != c.Version))
        {
            return Outcome.ChangedMeanwhile;
        }

        return notices.Values.Select(change).FirstOrDefault(o => !o.Succeeded) ?? await db.TrySaveAsync(user, ct);
    }
}
