using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Deployment;
using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Contents.Recipes;

/// <summary>
/// The files of the library in Orchard's step <c>media</c>. Their bytes stand in the recipe itself while they are few; a file over the limits is named
/// by the place beside the recipe where it is to be put, and an import stops where it is missing.
/// </summary>
internal sealed class MediaSource(AppDb db, IFileStore store) : IDeploymentSource
{
    /// <summary>The folder beside a recipe for the files that are not in it.</summary>
    public const string Beside = "media";

    /// <summary>The largest file that is written into a recipe, in bytes.</summary>
    public const long Largest = 4 * 1024 * 1024;

    /// <summary>The most bytes of all files together; of those in the order of their paths the first.</summary>
    public const long Together = 32 * 1024 * 1024;

    public string Name => "media";
    public string TextKey => "contents.deploy-media";

    public async Task<IReadOnlyList<JsonObject>> ExportAsync(CancellationToken ct)
    {
        JsonArray files = [];
        var room = Together;

        foreach (var (path, media) in await db.FilesByPathAsync(ct))
        {
            var inside = media.Size <= Math.Min(Largest, room);
            room -= inside ? media.Size : 0;
            files.Add(inside
                ? new JsonObject { ["TargetPath"] = path, ["Base64"] = await Base64Async(media, ct) }
                : new JsonObject { ["TargetPath"] = path, ["SourcePath"] = $"{Beside}/{path}" });
        }

        return files.Count > 0 ? [new() { ["name"] = Name, ["Files"] = files }] : [];
    }

    private async Task<string> Base64Async(MediaFile media, CancellationToken ct)
    {
        var bytes = new byte[media.Size];
        await using var stream = store.Open(media.Sha256);
        await stream.ReadExactlyAsync(bytes, ct);
        return Convert.ToBase64String(bytes);
    }
}
