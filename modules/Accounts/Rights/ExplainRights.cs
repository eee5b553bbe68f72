using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Messages;

namespace CommunityBusinessNetwork.Accounts.Rights;

/// <summary>What somebody may do in one module.</summary>
internal sealed record RightsOfModule(string Module, IReadOnlyList<RightInWords> Rights);

/// <summary>Something she may do, and why, in the reader's language.</summary>
internal sealed record RightInWords(string Words, IReadOnlyList<GroundInWords> Grounds);

/// <param name="By">The right that brings this one with it; null when the role holds it itself.</param>
internal sealed record GroundInWords(string Role, string Area, string? By);

/// <summary>What may she do and why, for a page.</summary>
internal sealed class ExplainRights(IEnumerable<Permission> permissions, RoleBook book, AreaWords areas, Localizer text)
{
    public async Task<(IReadOnlyList<RightsOfModule> Rights, IReadOnlyDictionary<string, NamedArea> Names)> OfAsync(IReadOnlyList<RoleHolding> roles, CancellationToken ct)
    {
        var names = await areas.NamesOfAsync(roles.Select(r => r.Area), ct);
        var rights = PersonRights.Of(roles, permissions, book.PermissionsOf);
        return ([.. rights.GroupBy(r => text.ModuleOf(r.Permission.Name)).Select(g => new RightsOfModule(g.Key, [.. g.Select(InWords)]))], names);

        RightInWords InWords(Right right) => new(
            text.Permission(right.Permission.Name),
            [.. right.Grounds.Select(g => new GroundInWords(text.Role(g.Role), areas.Of(g.Area, names), g.By is { } by ? text.Permission(by) : null))]);
    }
}
