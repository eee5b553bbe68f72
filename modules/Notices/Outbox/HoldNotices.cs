using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Notices.Outbox;

/// <summary>Keeps notices back until somebody has looked at them.</summary>
internal sealed class HoldNotices(AppDb db, CurrentUser user)
{
    public Task<Outcome> RunAsync(IReadOnlyCollection<SeenNotice> chosen, CancellationToken ct) => db.ChangeAsync(user, chosen, n => n.Hold(), ct);
}
