using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Content;

/// <summary>What a content type is made of.</summary>
/// <param name="Parts">The names of the parts, in the order of the editor.</param>
/// <param name="Fields">The fields that staff added; their values stand in a part with the type's name.</param>
public sealed record ContentTypeDefinition(string DisplayTh, string DisplayEn, IReadOnlyList<string> Parts, IReadOnlyList<FieldDefinition> Fields)
{
    public bool Creatable { get; init; }
    public bool Listable { get; init; }
    public bool Draftable { get; init; }
    public string? Category { get; init; }

    /// <summary>What stands before the address that is made from a title, "news"; null when nothing does.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>The sections of a long form, in its order; empty for a form of one page.</summary>
    public IReadOnlyList<FormSection> Sections { get; init; } = [];

    public FieldDefinition? Field(string name) => Fields.SingleOrDefault(f => f.Name == name);
}

/// <summary>A section of a form; its fields name it by its code.</summary>
/// <param name="Code">"A".</param>
public sealed record FormSection(string Code, string LabelTh, string LabelEn)
{
    public string? HintTh { get; init; }
    public string? HintEn { get; init; }

    /// <summary>The part of a module whose own editor stands in this section, below its fields; null when there are only fields.</summary>
    public string? Part { get; init; }
}

/// <summary>One version of a content type's definition. An item keeps the number of the version it was written on.</summary>
public sealed class ContentType : Entity
{
    private ContentType()
    {
    }

    public ContentType(string name, int number, ContentTypeDefinition definition)
    {
        (Name, Number, Latest, Definition) = (name, number, true, definition);
        Record(new ContentTypeDefined(name, number));
    }

    public string Name { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public bool Latest { get; private set; }
    public ContentTypeDefinition Definition { get; private set; } = null!;

    /// <summary>A newer version of the definition stands beside this one from now on; null when nothing is different.</summary>
    public ContentType? Redefine(ContentTypeDefinition definition)
    {
        if (AppJson.Write(definition) == AppJson.Write(Definition))
        {
            return null;
        }

        Latest = false;
        return new(Name, Number + 1, definition);
    }
}

/// <summary>A content type got a new definition.</summary>
public sealed record ContentTypeDefined(string Type, int Number) : DomainEvent;

internal sealed class ContentTypeTable : IEntityTypeConfiguration<ContentType>
{
    public void Configure(EntityTypeBuilder<ContentType> builder)
    {
        builder.ToTable("content_types");
        builder.HasIndex(t => new { t.Name, t.Number }).IsUnique();
        builder.Property(t => t.Definition).AsJson();
    }
}
