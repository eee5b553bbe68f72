using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Notices.Templates;

/// <summary>The words of one kind of notice in one language, where staff have chosen others than those that come with the product.</summary>
internal sealed class NoticeTemplate : Entity
{
    public const int LongestSubject = 200;
    public const int LongestBody = 8000;

    private NoticeTemplate()
    {
    }

    public NoticeTemplate(string kind, string language) => (Kind, Language) = (kind, language);

    public string Kind { get; private set; } = "";
    public string Language { get; private set; } = "";

    /// <summary>In Liquid, as the body.</summary>
    public string Subject { get; private set; } = "";

    public string Body { get; private set; } = "";

    public void Word(string subject, string body)
    {
        (Subject, Body) = (subject, body);
        Record(new TemplateWorded(Kind, Language, subject, body));
    }

    /// <summary>The words that come with the product hold again; the row goes.</summary>
    public void Reset() => Record(new TemplateReset(Kind, Language));
}

/// <summary>Staff chose the words of a kind of notice.</summary>
internal sealed record TemplateWorded(string Kind, string Language, string Subject, string Body) : DomainEvent;

/// <summary>A kind of notice has the words again that come with the product.</summary>
internal sealed record TemplateReset(string Kind, string Language) : DomainEvent;

internal sealed class NoticeTemplateTable : IEntityTypeConfiguration<NoticeTemplate>
{
    public void Configure(EntityTypeBuilder<NoticeTemplate> builder)
    {
        builder.ToTable("notice_templates");
        builder.HasIndex(t => new { t.Kind, t.Language }).IsUnique();
    }
}
