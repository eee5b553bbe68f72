using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Accounts.Rights;

/// <summary>Why a person may do something: a role that she holds for an area.</summary>
/// <param name="By">The permission that the role really holds, when it only implies this one; null when it is this one.</param>
internal sealed record Ground(string Role, Area Area, string? By);

/// <summary>Something that a person may do, and why.</summary>
internal sealed record Right(Permission Permission, IReadOnlyList<Ground> Grounds);

/// <summary>What may she do, and why. The same answer as <see cref="CurrentUser.AreasOf"/> gives, with its reasons.</summary>
internal static class PersonRights
{
    public static IReadOnlyList<Right> Of(IReadOnlyList<RoleHolding> roles, IEnumerable<Permission> permissions, Func<string, IReadOnlyList<string>> permissionsOf)
        => [.. permissions
            .Select(p => new Right(p, [.. roles.SelectMany(r => HowHeld(p, permissionsOf(r.Role)).Select(by => new Ground(r.Role, r.Area, by)))]))
            .Where(r => r.Grounds.Count > 0)];

    /// <summary>How a role that holds these permissions holds this one: itself (null) or by another; nothing when it does not.</summary>
    public static IReadOnlyList<string?> HowHeld(Permission permission, IReadOnlyList<string> held)
        => held.Contains(permission.Name)
            ? [null]
            : [.. Implying(permission).Where(p => held.Contains(p.Name)).Select(p => p.Name).Distinct().Take(1)];

    /// <summary>All permissions that imply this one, near and far.</summary>
    public static IEnumerable<Permission> Implying(Permission permission) => permission.ImpliedBy.SelectMany(p => Implying(p).Prepend(p));
}
