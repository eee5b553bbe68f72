using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Rights;

/// <summary>Adds a role of the site's own. It begins with the permissions of another one, or with none.</summary>
internal sealed partial class AddRole(AppDb db, CurrentUser user)
{
    public sealed record Input(string? Name, string? Description, string? Like);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        if (!user.May(Permissions.ManagePeople, Area.Nation))
        {
            return Outcome.NotFound;
        }

        var name = input.Name?.Trim() ?? "";

        if (!RoleName().IsMatch(name))
        {
            return Outcome.Refused(name.Length == 0 ? "forms.required" : "accounts.role-name-invalid", nameof(input.Name));
        }

        var roles = await db.Set<Role>().AsNoTracking().ToListAsync(ct);

        if (roles.Any(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase)) || Roles.All.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return Outcome.Refused("accounts.role-taken", nameof(input.Name));
        }

        db.Add(new Role(name, input.Description?.Trim() ?? "", roles.SingleOrDefault(r => r.Name == input.Like)?.Permissions ?? []));
        return await db.TrySaveAsync(user, ct);
    }

    // It stands in addresses and before an @.
    [GeneratedRegex(@"^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} -]{1,39}$")]
    private static partial Regex RoleName();
}
