using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Mail;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Outbox;

/// <summary>
/// Takes the notices that are due to the mail, one after the other. A process that dies between a letter and its mark sends that one again;
/// none is ever lost.
/// </summary>
internal sealed class PostNotices(AppDb db, CurrentUser user, IMailer mailer, TimeProvider time) : IRecurringJob
{
    private const int MostAtOnce = 500;

    public string Name => "notices.post";

    public string Cron => "0 * * * * ?";

    public async Task RunAsync(JobProgress progress, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var due = await db.Set<Notice>().Where(n => n.State == NoticeState.Waiting && n.DueAt <= now).OrderBy(n => n.DueAt).ThenBy(n => n.Id).Select(n => n.Id).Take(MostAtOnce).ToListAsync(ct);

        foreach (var (id, at) in due.Select((id, at) => (id, at)))
        {
            progress.Report(100 * at / due.Count, "notices.posting");

            // Somebody may have held it since the list was read.
            if (await db.Set<Notice>().SingleOrDefaultAsync(n => n.Id == id && n.State == NoticeState.Waiting && n.DueAt <= now, ct) is { } notice)
            {
                await SendAsync(notice, ct);
            }
        }
    }

    private async Task SendAsync(Notice notice, CancellationToken ct)
    {
        try
        {
            await mailer.SendAsync(new(notice.RecipientEmail, notice.RecipientName, notice.Subject, notice.Body), ct);
            notice.HasGone(time.GetUtcNow());
        }
#pragma warning disable CA1031 // Mail may fail in any way; the notice says how, and is tried again.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            notice.HasFailed(fault.Message, time.GetUtcNow());
        }
#pragma warning restore CA1031

        // Changed in this very instant by somebody: it stays as she left it.
        await db.TrySaveAsync(user, ct);
    }
}
