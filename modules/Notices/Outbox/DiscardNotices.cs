using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Notices.Outbox;

/// <summary>Keeps notices from ever going out; they stay in the list.</summary>
internal sealed class DiscardNotices(AppDb db, CurrentUser user)
{
    public Task<Outcome> RunAsync(IReadOnlyCollection<SeenNotice> chosen, CancellationToken ct) => db.ChangeAsync(user, chosen, n => n.Discard(), ct);
}
