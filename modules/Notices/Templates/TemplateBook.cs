using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Notices.Kinds;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Templates;

/// <summary>Subject and body, as templates or as a person reads them.</summary>
internal sealed record NoticeWords(string Subject, string Body)
{
    /// <summary>With every gap filled.</summary>
    public NoticeWords Filled(IReadOnlyDictionary<string, string?> values) => new(Liquid.Fill(Subject, values), Liquid.Fill(Body, values));
}

/// <summary>The words of each kind: those of the staff, and where they chose none those that come with the product.</summary>
internal sealed class TemplateBook(AppDb db, MessageBook messages)
{
    public async Task<NoticeWords> WordsAsync(NoticeKind kind, string language, CancellationToken ct)
        => await db.Set<NoticeTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Kind == kind.Code && t.Language == language, ct) is { } own
            ? new(own.Subject, own.Body)
            : Default(kind, language);

    public NoticeWords Default(NoticeKind kind, string language)
        => new(messages.Find(language, $"notices.subject.{kind.Code}"), messages.Find(language, $"notices.body.{kind.Code}"));

    /// <summary>Something to fill every gap of the kind with, for the preview.</summary>
    public IReadOnlyDictionary<string, string?> Samples(NoticeKind kind, string language)
        => kind.Gaps.ToDictionary(g => g, g => (string?)messages.Find(language, $"notices.sample.{g}"));
}
