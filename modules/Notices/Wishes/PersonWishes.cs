using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Notices.Kinds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Notices.Wishes;

/// <summary>When a person is told of one kind.</summary>
internal enum Wish
{
    Immediately,

    /// <summary>Once a day, with all the rest.</summary>
    Daily,
    Never,
}

/// <summary>How a person wishes to be told: in which language, and of which kinds when. Without a row she is told everything at once, in Thai.</summary>
internal sealed class PersonWishes : Entity
{
    private PersonWishes()
    {
    }

    public PersonWishes(string userId) => UserId = userId;

    public string UserId { get; private set; } = "";
    public string Language { get; private set; } = MessageBook.Languages[0];

    /// <summary>By the code of the kind; a kind that is not among them is told at once.</summary>
    public IReadOnlyDictionary<string, Wish> ByKind { get; private set; } = new Dictionary<string, Wish>();

    /// <summary>When she is told of that kind. A compulsory one is told at once, whatever she wishes.</summary>
    public Wish For(NoticeKind kind) => kind.IsCompulsory ? Wish.Immediately : ByKind.GetValueOrDefault(kind.Code);

    public void Set(string language, IReadOnlyDictionary<string, Wish> byKind)
    {
        (Language, ByKind) = (language, byKind);
        Record(new WishesSet(language, byKind));
    }
}

/// <summary>A person said how she wishes to be told.</summary>
internal sealed record WishesSet(string Language, IReadOnlyDictionary<string, Wish> ByKind) : DomainEvent;

internal sealed class PersonWishesTable : IEntityTypeConfiguration<PersonWishes>
{
    public void Configure(EntityTypeBuilder<PersonWishes> builder)
    {
        builder.ToTable("notice_wishes");
        builder.HasIndex(w => w.UserId).IsUnique();
        builder.Property(w => w.ByKind).AsJson();
    }
}
