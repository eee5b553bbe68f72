using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Contents.Lists;

/// <summary>A list of items as somebody set it up, under a name; hers alone or for everybody who reads the list.</summary>
public sealed class SavedView : Entity
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>The longest query that is kept.</summary>
    public const int LongestQuery = 2000;

    private SavedView()
    {
    }

    internal SavedView(string ownerId, string name, string query, bool shared)
    {
        (OwnerId, Name, Query, Shared) = (ownerId, name, query, shared);
        Record(new ViewSaved(name, shared));
    }

    public string OwnerId { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>The query of the list's address, with its question mark.</summary>
    public string Query { get; private set; } = "";

    public bool Shared { get; private set; }

    internal void Change(string query, bool shared)
    {
        if ((Query, Shared) != (query, shared))
        {
            (Query, Shared) = (query, shared);
            Record(new ViewSaved(Name, shared));
        }
    }

    internal void Remove() => Record(new ViewRemoved(Name));
}

/// <summary>A list was kept under a name.</summary>
public sealed record ViewSaved(string Name, bool Shared) : DomainEvent;

/// <summary>A name of a list was given up.</summary>
public sealed record ViewRemoved(string Name) : DomainEvent;

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("content_views");
        builder.HasIndex(v => new { v.OwnerId, v.Name }).IsUnique();
        builder.HasIndex(v => v.Shared);
    }
}
