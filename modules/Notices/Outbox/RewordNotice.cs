using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Notices.Templates;

namespace CommunityBusinessNetwork.Notices.Outbox;

/// <summary>Changes the words of one notice that has not gone out.</summary>
internal sealed class RewordNotice(AppDb db, CurrentUser user)
{
    public sealed record Input(SeenNotice Notice, string? Subject, string? Body);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        NoticeWords words = new(string.Join(' ', (input.Subject ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), (input.Body ?? "").ReplaceLineEndings("\n").Trim());
        List<Problem?> problems =
        [
            WrittenText.Check(words.Subject, nameof(Input.Subject), NoticeTemplate.LongestSubject),
            WrittenText.Check(words.Body, nameof(Input.Body), NoticeTemplate.LongestBody),
        ];
        return problems.OfType<Problem>().ToList() is { Count: > 0 } wrong
            ? Outcome.Refused(wrong)
            : await db.ChangeAsync(user, [input.Notice], n => n.Reword(words), ct);
    }
}
