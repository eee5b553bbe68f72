using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Mail;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Outbox;

/// <summary>
/// Takes the notices that are due to the mail, one after the other, those of a digest in one letter. A process that dies between a letter
/// and its mark sends that one again; none is ever lost.
/// </summary>
internal sealed class PostNotices(AppDb db, CurrentUser user, IMailer mailer, DigestLetter digest, TimeProvider time) : IRecurringJob
{
    private const int MostAtOnce = 500;

    public string Name => "notices.post";

    public string Cron => "0 * * * * ?";

    public async Task RunAsync(JobProgress progress, CancellationToken ct)
    {
        var due = await Due().OrderBy(n => n.DueAt).ThenBy(n => n.Id).Select(n => new { n.Id, n.RecipientId, n.InDigest }).Take(MostAtOnce).ToListAsync(ct);
        var letters = due.GroupBy(n => n.InDigest ? n.RecipientId : n.Id.ToString()).Select(g => g.Select(n => n.Id).ToList()).ToList();

        foreach (var (ids, at) in letters.Select((ids, at) => (ids, at)))
        {
            progress.Report(100 * at / letters.Count, "notices.posting");

            // Somebody may have held some since the list was read.
            if (await Due().Where(n => ids.Contains(n.Id)).OrderBy(n => n.Id).ToListAsync(ct) is { Count: > 0 } notices)
            {
                await SendAsync(notices, ct);
            }
        }
    }

    private IQueryable<Notice> Due()
    {
        var now = time.GetUtcNow();
        return db.Set<Notice>().Where(n => n.State == NoticeState.Waiting && n.DueAt <= now);
    }

    private async Task SendAsync(IReadOnlyList<Notice> notices, CancellationToken ct)
    {
        try
        {
            await mailer.SendAsync(notices is [{ InDigest: false } one] ? new(one.RecipientEmail, one.RecipientName, one.Subject, one.Body) : await digest.WriteAsync(notices, ct), ct);
            Each(n => n.HasGone(time.GetUtcNow()));
        }
#pragma warning disable CA1031 // Mail may fail in any way; the notice says how, and is tried again.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Each(n => n.HasFailed(fault.Message, time.GetUtcNow()));
        }
#pragma warning restore CA1031

        // Changed in this very instant by somebody: it stays as she left it.
        await db.TrySaveAsync(user, ct);

        void Each(Action<Notice> mark)
        {
            foreach (var notice in notices)
            {
                mark(notice);
            }
        }
    }
}
