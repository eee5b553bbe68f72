using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Deployment;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Recipes;

/// <summary>What Orchard's step <c>media</c> has no place for: the rights of folders, the ids by which items name files, and what pictures show.</summary>
internal sealed class MediaLibrarySource(AppDb db) : IDeploymentSource
{
    public string Name => "media-library";
    public string TextKey => "contents.deploy-media-library";

    public async Task<IReadOnlyList<JsonObject>> ExportAsync(CancellationToken ct)
    {
        var folders = await db.Set<MediaFolder>().AsNoTracking().Include(f => f.Roles).ToListAsync(ct);
        var files = await db.FilesByPathAsync(ct);
        return folders.Count == 0 ? [] :
        [
            new()
            {
                ["name"] = Name,
                ["Folders"] = JsonSerializer.SerializeToNode(
                    folders.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => new DeployedFolder(f.Path, f.AreaPath, f.Shared, [.. f.SeenBy], [.. f.ChangedBy])), AppJson.Options),
                ["Files"] = JsonSerializer.SerializeToNode(files.Select(f => new DeployedFile(f.Path, f.File.Id, f.File.AltTh, f.File.AltEn)), AppJson.Options),
            },
        ];
    }
}

/// <summary>A folder with its rights, as a recipe has it.</summary>
internal sealed record DeployedFolder(string Path, string Area, bool Shared, IReadOnlyList<string> SeenBy, IReadOnlyList<string> ChangedBy);

/// <summary>A file's id and words, as a recipe has them.</summary>
internal sealed record DeployedFile(string Path, Guid Id, string AltTh, string AltEn);
