using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Messages;

namespace CommunityBusinessNetwork.Accounts.Rights;

/// <summary>Roles, permissions and modules in words.</summary>
internal static class RightsWords
{
    /// <summary>A role of the programme by its message; one that staff added is called what they called it.</summary>
    public static string Role(this Localizer text, string role) => Of(text, $"accounts.role.{role}", role);

    /// <summary>A permission "module.verb" by the message "module.permission.verb" of its module.</summary>
    public static string Permission(this Localizer text, string permission)
        => permission.Split('.', 2) is [var module, var verb] ? Of(text, $"{module}.permission.{verb}", permission) : permission;

    /// <summary>The module of a permission, as the list of features calls it.</summary>
    public static string ModuleOf(this Localizer text, string permission)
    {
        var module = permission.Split('.')[0];
        return Of(text, $"desk.feature-{char.ToUpperInvariant(module[0])}{module[1..]}", module);
    }

    /// <summary>In the order of the roles of the programme, then those that were added.</summary>
    public static IReadOnlyList<Role> InOrder(this IEnumerable<Role> roles)
        => [.. roles.OrderBy(r => Roles.All.Contains(r.Name) ? Roles.All.ToList().IndexOf(r.Name) : Roles.All.Count).ThenBy(r => r.Name, StringComparer.Ordinal)];

    private static string Of(Localizer text, string key, string otherwise) => text[key] is var words && words == key ? otherwise : words;
}
