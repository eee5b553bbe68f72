using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Notices.Outbox;

/// <summary>Lets notices go out with the next post, within a minute.</summary>
internal sealed class SendNotices(AppDb db, CurrentUser user, TimeProvider time)
{
    public Task<Outcome> RunAsync(IReadOnlyCollection<SeenNotice> chosen, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return db.ChangeAsync(user, chosen, n => n.Release(now), ct);
    }
}
