using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>A folder of the media library, with who sees it and who changes what is in it.</summary>
internal sealed class MediaFolder : Entity
{
    public const int LongestName = 60;

    /// <summary>The folder in which all others are. It is made when something is first put into it.</summary>
    public static readonly Guid RootId = new("0000006d-6564-7961-8000-000000000001");

    private readonly List<MediaFolderRole> _roles = [];

    private MediaFolder()
    {
    }

    /// <summary>A folder in another. It begins with the rights of that one.</summary>
    public MediaFolder(MediaFolder parent, string name)
    {
        Place(parent, name);
        (AreaPath, Shared) = (parent.AreaPath, parent.Shared);
        _roles.AddRange(parent._roles.Select(r => new MediaFolderRole(Id, r.Role, r.Changes)));
        Record(new MediaFolderMade(Path));
    }

    public Guid? ParentId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The names from the top, joined by slashes; empty for the root.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The path without a difference between capitals and small letters: unique.</summary>
    public string PathKey { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    /// <summary>Who works in this area changes what is in it; and sees it.</summary>
    public string AreaPath { get; private set; } = Area.Nation.Path;

    /// <summary>Seen in every area.</summary>
    public bool Shared { get; private set; }

    /// <summary>The roles to which it is kept; without one for seeing (or for changing) it is open to every role.</summary>
    public IReadOnlyList<MediaFolderRole> Roles => _roles;

    public Area Area => new(AreaPath);
    public bool IsRoot => Id == RootId;

    public IEnumerable<string> SeenBy => _roles.Where(r => !r.Changes).Select(r => r.Role).Order(StringComparer.Ordinal);
    public IEnumerable<string> ChangedBy => _roles.Where(r => r.Changes).Select(r => r.Role).Order(StringComparer.Ordinal);

    public static MediaFolder NewRoot() => new() { Id = RootId };

    /// <summary>Whether the other is this one or lies below it.</summary>
    public bool Holds(MediaFolder other) => IsRoot || other.PathKey == PathKey || other.PathKey.StartsWith(PathKey + "/", StringComparison.Ordinal);

    /// <summary>Another name, or another place.</summary>
    public void Move(MediaFolder parent, string name)
    {
        var before = Path;
        Place(parent, name);
        Record(new MediaFolderMoved(before, Path));
    }

    /// <summary>The folder around this one has moved.</summary>
    public void Follow(string before, string now)
    {
        Path = now + Path[before.Length..];
        PathKey = KeyOf(Path);
    }

    public void Restrict(MediaFolderRights rights)
    {
        (AreaPath, Shared) = (rights.AreaPath, rights.Shared);
        _roles.Clear();
        _roles.AddRange(rights.SeenBy.Distinct().Select(r => new MediaFolderRole(Id, r, changes: false)));
        _roles.AddRange(rights.ChangedBy.Distinct().Select(r => new MediaFolderRole(Id, r, changes: true)));
        Record(new MediaFolderRestricted(Path, AreaPath, Shared, [.. SeenBy], [.. ChangedBy]));
    }

    public bool Has(MediaFolderRights rights)
        => (AreaPath, Shared) == (rights.AreaPath, rights.Shared) && SeenBy.ToHashSet().SetEquals(rights.SeenBy) && ChangedBy.ToHashSet().SetEquals(rights.ChangedBy);

    public void Delete() => Record(new MediaFolderDeleted(Path));

    public static string KeyOf(string path) => path.ToLowerInvariant();

    private void Place(MediaFolder parent, string name)
    {
        (ParentId, Name, SortKey) = (parent.Id, name, ThaiSort.Key(name));
        Path = parent.IsRoot ? name : $"{parent.Path}/{name}";
        PathKey = KeyOf(Path);
    }
}

/// <summary>A role to which a folder is kept: for seeing it, or for changing what is in it.</summary>
internal sealed class MediaFolderRole
{
    private MediaFolderRole()
    {
    }

    public MediaFolderRole(Guid folderId, string role, bool changes) => (FolderId, Role, Changes) = (folderId, role, changes);

    public Guid FolderId { get; private set; }
    public string Role { get; private set; } = "";
    public bool Changes { get; private set; }
}

/// <summary>Who sees a folder and who changes what is in it.</summary>
/// <param name="SeenBy">Roles; none for all that may view the library.</param>
/// <param name="ChangedBy">Roles; none for all that may manage the library.</param>
internal sealed record MediaFolderRights(string AreaPath, bool Shared, IReadOnlyList<string> SeenBy, IReadOnlyList<string> ChangedBy);

/// <summary>A folder of the media library was made.</summary>
internal sealed record MediaFolderMade(string Path) : DomainEvent;

/// <summary>A folder of the media library has another name or another place.</summary>
internal sealed record MediaFolderMoved(string Before, string Path) : DomainEvent;

/// <summary>It was decided who sees a folder of the media library and who changes what is in it.</summary>
internal sealed record MediaFolderRestricted(string Path, string AreaPath, bool Shared, IReadOnlyList<string> SeenBy, IReadOnlyList<string> ChangedBy) : DomainEvent;

/// <summary>An empty folder of the media library was deleted.</summary>
internal sealed record MediaFolderDeleted(string Path) : DomainEvent;
