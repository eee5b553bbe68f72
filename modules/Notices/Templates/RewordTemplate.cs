using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Notices.Kinds;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Templates;

/// <summary>Chooses the words of a kind of notice in a language. Notices that are made already keep theirs.</summary>
internal sealed class RewordTemplate(AppDb db, CurrentUser user)
{
    /// <param name="Version">0 while the words are those that come with the product.</param>
    public sealed record Input(string Kind, string Language, long Version, string? Subject, string? Body);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        if (!user.MayWordNotices() || NoticeKinds.Find(input.Kind) is not { } kind || !MessageBook.Languages.Contains(input.Language))
        {
            return Outcome.NotFound;
        }

        var template = await db.Set<NoticeTemplate>().SingleOrDefaultAsync(t => t.Kind == kind.Code && t.Language == input.Language, ct);

        if ((template?.Version ?? 0) != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var (words, problems) = Read(kind, input.Subject, input.Body);

        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        if (template is null)
        {
            template = new(kind.Code, input.Language);
            db.Add(template);
        }

        template.Word(words.Subject, words.Body);
        return await db.TrySaveAsync(user, ct);
    }

    /// <summary>The words as they are kept, and everything that is wrong with them.</summary>
    public static (NoticeWords Words, IReadOnlyList<Problem> Problems) Read(NoticeKind kind, string? subject, string? body)
    {
        NoticeWords words = new(string.Join(' ', (subject ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), (body ?? "").ReplaceLineEndings("\n").Trim());
        List<Problem?> problems =
        [
            WrittenText.Check(words.Subject, nameof(Input.Subject), NoticeTemplate.LongestSubject) ?? Liquid.Check(words.Subject, kind.Gaps, nameof(Input.Subject)),
            WrittenText.Check(words.Body, nameof(Input.Body), NoticeTemplate.LongestBody) ?? Liquid.Check(words.Body, kind.Gaps, nameof(Input.Body)),
        ];
        return (words, [.. problems.OfType<Problem>()]);
    }
}
