using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Access;

/// <summary>Which permissions each role holds, read once and again after a role was changed.</summary>
public sealed class RoleBook(IServiceScopeFactory scopes)
{
    private volatile IReadOnlyDictionary<string, IReadOnlyList<string>>? _permissions;

    public IReadOnlyList<string> PermissionsOf(string role) => Read().TryGetValue(role, out var permissions) ? permissions : [];

    /// <summary>Forgets what was read.</summary>
    public void Forget() => _permissions = null;

    private IReadOnlyDictionary<string, IReadOnlyList<string>> Read()
    {
        if (_permissions is { } read)
        {
            return read;
        }

        using var scope = scopes.CreateScope();
        var roles = scope.ServiceProvider.GetRequiredService<AppDb>().Set<Role>().AsNoTracking().ToDictionary(r => r.Name, r => r.Permissions);
        return _permissions = roles;
    }
}
