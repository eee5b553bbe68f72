using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Outbox;

/// <summary>Marks what a demo's played history has made as gone at its time, and says so: it was never mailed and never will be.</summary>
internal sealed class CloseHistory(AppDb db)
{
    public Task RunAsync(CancellationToken ct)
        => db.Set<Notice>().Where(n => n.State == NoticeState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(n => n.State, NoticeState.Sent)
                .SetProperty(n => n.Cause, NoticeCause.Played)
                .SetProperty(n => n.SentAt, n => n.DueAt)
                .SetProperty(n => n.Version, n => n.Version + 1),
            ct);
}
