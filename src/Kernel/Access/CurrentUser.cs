using System.Security.Claims;

namespace CommunityBusinessNetwork.Kernel.Access;

/// <summary>A permission that a person holds for an area.</summary>
public sealed record Grant(string Permission, Area Area);

/// <summary>Who acts, in this request or this job. The only type that reads claims.</summary>
/// <param name="Id">An opaque text; "system" is the application itself, empty is nobody.</param>
/// <param name="Name">As shown to people.</param>
public sealed record CurrentUser(string Id, string Name)
{
    /// <summary>The claim that carries one <see cref="RoleHolding"/>.</summary>
    public const string RoleClaim = "role-at";

    /// <summary>The claim with the id of the person who really acts, when somebody acts on behalf of another.</summary>
    public const string ActorClaim = "actor";

    /// <summary>The claim with that person's name.</summary>
    public const string ActorNameClaim = "actor-name";

    /// <summary>A visitor who has not signed in. No row is theirs.</summary>
    public static readonly CurrentUser Nobody = new("", "");

    /// <summary>The application itself: jobs, recipes, consumers of events, the host at start-up.</summary>
    public static readonly CurrentUser System = new("system", "System");

    public IReadOnlyList<RoleHolding> Roles { get; init; } = [];
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>The id of the person who really acts, in this one's name and with this one's roles; null when she does so herself.</summary>
    public string? ActorId { get; init; }

    public string? ActorName { get; init; }

    /// <summary>Who is to be answerable: the person at the keyboard.</summary>
    public string RealId => ActorId ?? Id;

    /// <summary>In whose name it is done; null when in one's own.</summary>
    public string? OnBehalfOf => ActorId is null ? null : Id;

    public bool IsSignedIn => Id.Length > 0;

    /// <summary>Whether this is the application itself, which may do everything that the rules allow.</summary>
    public bool IsSystem => Id == System.Id;

    /// <summary>The person of a request.</summary>
    public static CurrentUser Of(ClaimsPrincipal principal, RoleBook book)
        => principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? With(id, principal.Identity?.Name ?? id, [.. principal.FindAll(RoleClaim).Select(c => RoleHolding.Parse(c.Value))], book) with
            {
                ActorId = principal.FindFirstValue(ActorClaim),
                ActorName = principal.FindFirstValue(ActorNameClaim),
            }
            : Nobody;

    /// <summary>A person with the permissions that their roles hold.</summary>
    public static CurrentUser With(string id, string name, IReadOnlyList<RoleHolding> roles, RoleBook book)
        => new(id, name) { Roles = roles, Grants = [.. roles.SelectMany(r => book.PermissionsOf(r.Role).Select(p => new Grant(p, r.Area))).Distinct()] };

    /// <summary>Whether the person at the keyboard is the one of that id.</summary>
    public bool IsThe(Guid id) => RealId == id.ToString();

    /// <summary>Whether this person holds the permission anywhere.</summary>
    public bool May(Permission permission) => IsSystem || AreasOf(permission).Count > 0;

    /// <summary>Whether this person holds the permission for that area.</summary>
    public bool May(Permission permission, Area area) => IsSystem || AreasOf(permission).Any(a => a.Contains(area));

    /// <summary>The areas for which this person holds the permission, itself or by one that implies it.</summary>
    public IReadOnlyList<Area> AreasOf(Permission permission)
        => IsSystem
            ? [Area.Nation]
            : [.. Grants.Where(g => g.Permission == permission.Name).Select(g => g.Area).Concat(permission.ImpliedBy.SelectMany(AreasOf)).Distinct()];

    /// <summary>Whether this person holds one of the roles for that area.</summary>
    public bool Holds(IReadOnlyCollection<string> roles, Area area) => IsSystem || Roles.Any(r => roles.Contains(r.Role) && r.Area.Contains(area));
}
