using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Rights;

/// <summary>Decides what a role may do. It works at the next request of everybody who holds it.</summary>
internal sealed class SetRole(AppDb db, CurrentUser user, IEnumerable<Permission> permissions)
{
    public sealed record Input(string Name, long Version, string? Description, IReadOnlyList<string> Granted);

    /// <exception cref="ArgumentException">A permission that does not exist: the form was forged.</exception>
    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        if (!user.May(Permissions.ManagePeople, Area.Nation) || await db.Set<Role>().SingleOrDefaultAsync(r => r.Name == input.Name, ct) is not { } role)
        {
            return Outcome.NotFound;
        }

        if (role.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        if (input.Granted.Except(permissions.Select(p => p.Name)).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException($"There is no permission {unknown}.", nameof(input));
        }

        if (role.Name == Roles.Administrator && !input.Granted.Contains(Permissions.Manage))
        {
            return Outcome.Refused("accounts.administrator-needs-manage");
        }

        role.Set(input.Description?.Trim() ?? "", input.Granted);
        return await db.TrySaveAsync(user, ct);
    }
}
