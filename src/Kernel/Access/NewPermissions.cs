using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Access;

/// <summary>A permission that the site has met before. What its roles hold of it is the staff's decision from then on.</summary>
internal sealed record KnownPermission(string Name);

internal sealed class KnownPermissionTable : IEntityTypeConfiguration<KnownPermission>
{
    public void Configure(EntityTypeBuilder<KnownPermission> builder) => builder.ToTable("known_permissions").HasKey(p => p.Name);
}

/// <summary>A newer program brings rights of its own: each goes, once, to the roles that hold it from the start.</summary>
public sealed class NewPermissions(AppDatabase database, IServiceScopeFactory scopes, IEnumerable<Permission> permissions, RoleBook book)
{
    public async Task GrantAsync(CancellationToken ct)
    {
        var all = database.IsPostgres ? "string_agg(name, ' ')" : "group_concat(name, ' ')";
        var known = (await database.AskAsync($"select {all} from known_permissions", ct) ?? "").Split(' ').ToHashSet();
        var fresh = permissions.Where(p => !known.Contains(p.Name)).ToList();

        if (fresh.Count == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();

        foreach (var role in await db.Set<Role>().ToListAsync(ct))
        {
            var wanted = role.Permissions.Union(fresh.Where(p => p.Stereotypes.Contains(role.Name)).Select(p => p.Name)).ToList();

            if (wanted.Count > role.Permissions.Count)
            {
                role.Set(role.Description, wanted);
            }
        }

        db.AddRange(fresh.Select(p => new KnownPermission(p.Name)));

        // Two nodes that start together do the same; the second finds it done.
        await db.TrySaveAsync(CurrentUser.System, ct);
        book.Forget();
    }
}
