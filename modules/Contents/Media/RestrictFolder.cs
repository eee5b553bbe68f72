using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Decides who sees a folder and who changes what is in it. The same holds for all folders below it from then on.</summary>
internal sealed class RestrictFolder(AppDb db, CurrentUser user)
{
    public sealed record Input(Guid Id, long Version, MediaFolderRights Rights);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        if (await db.ChangedFolderAsync(user, input.Id, ct) is not { } folder || !user.May(Permissions.ManageMediaFolders, folder.Area))
        {
            return Outcome.NotFound;
        }

        if (folder.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        if (!IsArea(input.Rights.AreaPath) || !user.May(Permissions.ManageMediaFolders, new(input.Rights.AreaPath)))
        {
            return Outcome.Refused("contents.media-area-invalid", nameof(MediaFolderRights.AreaPath));
        }

        var known = await db.Set<Role>().Select(r => r.Name).ToListAsync(ct);

        if (input.Rights.SeenBy.Concat(input.Rights.ChangedBy).FirstOrDefault(r => !known.Contains(r)) is { } unknown)
        {
            throw new InvalidOperationException($"There is no role {unknown}.");
        }

        foreach (var changed in (await db.BelowAsync(folder, ct)).Prepend(folder).Where(f => !f.Has(input.Rights)))
        {
            changed.Restrict(input.Rights);
        }

        return await db.TrySaveAsync(user, ct);
    }

    private static bool IsArea(string path)
        => path == Area.Nation.Path || (path.Split('/') is [_, var region, .. var rest] && Provinces.Regions.Contains(region) && (rest.Length == 0 || (Provinces.Find(rest[0]) is not null && path.StartsWith(Area.Province(rest[0]).Path, StringComparison.Ordinal))));
}
