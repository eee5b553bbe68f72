using CommunityBusinessNetwork.Contents.Pictures;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>What a file of the library is.</summary>
internal enum MediaKind
{
    Picture,
    Document,
}

/// <summary>A file of the media library. Items name it by its id, which stays when it is renamed, moved or replaced.</summary>
internal sealed class MediaFile : Entity
{
    public const int LongestName = 120;
    public const int LongestAlt = 250;

    private MediaFile()
    {
    }

    /// <param name="id">From another site, by a recipe; null for a new one.</param>
    public MediaFile(MediaFolder folder, string name, TakenFile taken, string ownerId, DateTimeOffset now, Guid? id = null)
    {
        Id = id ?? Id;
        (FolderId, OwnerId, AddedAt) = (folder.Id, ownerId, now);
        Show(taken, now);
        Call(name);
        Record(new MediaAdded(Name, folder.Path, ContentType, Size, Sha256));
    }

    public Guid FolderId { get; private set; }

    /// <summary>The stored file that it is now.</summary>
    public Guid FileId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Unique in its folder; in the trash a name is nobody's.</summary>
    public string NameKey { get; private set; } = "";

    public string SortKey { get; private set; } = "";
    public string SearchText { get; private set; } = "";

    /// <summary>What a picture shows, for who does not see it.</summary>
    public string AltTh { get; private set; } = "";

    public string AltEn { get; private set; } = "";
    public MediaKind Kind { get; private set; }
    public string ContentType { get; private set; } = "";
    public long Size { get; private set; }
    public string Sha256 { get; private set; } = "";

    /// <summary>Of a picture, in pixels.</summary>
    public int? Width { get; private set; }

    public int? Height { get; private set; }

    /// <summary>From 1; grows when the file is replaced.</summary>
    public int Revision { get; private set; }

    public string OwnerId { get; private set; } = "";
    public DateTimeOffset AddedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? TrashedAt { get; private set; }

    /// <summary>Its address, for ever.</summary>
    public string Url => $"/media/{Id}";

    public bool LacksAlt => Kind == MediaKind.Picture && (AltTh.Length == 0 || AltEn.Length == 0);

    public PictureView? Picture => Kind == MediaKind.Picture ? new(FileId, Width, Height, Localizer.Choose(AltTh, AltEn), Localizer.LangOf(AltEn)) : null;

    public void Describe(string name, string altTh, string altEn, DateTimeOffset now)
    {
        (AltTh, AltEn, ChangedAt) = (altTh, altEn, now);
        Call(name);
        Record(new MediaDescribed(name, altTh, altEn));
    }

    public void Move(MediaFolder folder, string name, DateTimeOffset now)
    {
        (FolderId, ChangedAt) = (folder.Id, now);
        Call(name);
        Record(new MediaMoved(name, folder.Path));
    }

    /// <summary>Another file in the place of this one. The stored file that it was is the caller's to remove.</summary>
    public void Replace(TakenFile taken, DateTimeOffset now)
    {
        Show(taken, now);
        Record(new MediaReplaced(Name, Revision, ContentType, Size, Sha256));
    }

    public void Trash(DateTimeOffset now)
    {
        (TrashedAt, NameKey) = (now, $"/{Id}");
        Record(new MediaTrashed(Name));
    }

    public void Restore(string name)
    {
        TrashedAt = null;
        Call(name);
        Record(new MediaTakenFromTrash(name));
    }

    public void Erase() => Record(new MediaErased(Name, Sha256));

    private void Show(TakenFile taken, DateTimeOffset now)
    {
        (FileId, ContentType, Size, Sha256) = (taken.File.Id, taken.File.ContentType, taken.File.Size, taken.File.Sha256);
        (Kind, Width, Height) = (taken.Facts is null ? MediaKind.Document : MediaKind.Picture, taken.Facts?.Width, taken.Facts?.Height);
        (Revision, ChangedAt) = (Revision + 1, now);
    }

    private void Call(string name)
    {
        (Name, NameKey, SortKey) = (name, MediaNames.KeyOf(name), ThaiSort.Key(name));
        SearchText = $"{name}\n{AltTh}\n{AltEn}".ToLowerInvariant();
    }
}

/// <summary>A file that was taken in and cleaned, not yet saved.</summary>
/// <param name="Facts">Null when it is no picture.</param>
internal sealed record TakenFile(StoredFile File, PictureFacts? Facts);

/// <summary>A file was put into the media library.</summary>
internal sealed record MediaAdded(string Name, string Folder, string ContentType, long Size, string Sha256) : DomainEvent;

/// <summary>A file of the media library is called and described so from now on.</summary>
public sealed record MediaDescribed(string Name, string AltTh, string AltEn) : DomainEvent;

/// <summary>A file of the media library lies in another folder.</summary>
internal sealed record MediaMoved(string Name, string Folder) : DomainEvent;

/// <summary>A file of the media library was replaced by another, which has its address.</summary>
public sealed record MediaReplaced(string Name, int Revision, string ContentType, long Size, string Sha256) : DomainEvent;

/// <summary>A file of the media library was put into the trash.</summary>
internal sealed record MediaTrashed(string Name) : DomainEvent;

/// <summary>A file of the media library came out of the trash.</summary>
internal sealed record MediaTakenFromTrash(string Name) : DomainEvent;

/// <summary>A file of the media library was deleted for ever.</summary>
internal sealed record MediaErased(string Name, string Sha256) : DomainEvent;
