using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Recipes;

/// <summary>Our step <c>media-library</c>: folders with their rights, and what files are called and show. The files themselves come by <c>media</c>.</summary>
internal sealed class MediaLibraryStep(AppDb db, CurrentUser user, TimeProvider time) : IRecipeStep
{
    private const string StepName = "media-library";

    public string Name => StepName;

    /// <summary>The ids of files by their paths, as the recipe says them.</summary>
    public static IReadOnlyDictionary<string, Guid> IdsIn(Recipe recipe)
        => recipe.Steps.Where(s => string.Equals(s["name"]?.GetValue<string>(), StepName, StringComparison.OrdinalIgnoreCase)).SelectMany(FilesOf).ToDictionary(f => f.Path, f => f.Id);

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        foreach (var given in step["Folders"].Deserialize<List<DeployedFolder>>(AppJson.Options) ?? [])
        {
            var folder = await db.FolderAtAsync(given.Path, ct);
            MediaFolderRights rights = new(given.Area, given.Shared, given.SeenBy, given.ChangedBy);

            if (!folder.Has(rights))
            {
                folder.Restrict(rights);
            }
        }

        await db.SaveAsync(user, ct);

        foreach (var given in FilesOf(step))
        {
            await DescribeAsync(given, ct);
        }

        await db.SaveAsync(user, ct);
    }

    private async Task DescribeAsync(DeployedFile given, CancellationToken ct)
    {
        var (folderPath, name) = MediaPaths.Split(given.Path);
        var folder = await db.FolderAtAsync(folderPath, ct);

        if (await db.FileInAsync(folder, name, ct) is { } there && there.Id != given.Id)
        {
            throw new RecipeException($"{given.Path}: this site has another file there, which items name by its own id; rename one of the two");
        }

        var file = await db.Set<MediaFile>().SingleOrDefaultAsync(m => m.Id == given.Id, ct) ?? throw new RecipeException($"{given.Path}: the file is not in the library; the step media brings it");

        if (file.FolderId != folder.Id)
        {
            file.Move(folder, name, time.GetUtcNow());
        }

        if ((file.Name, file.AltTh, file.AltEn) != (name, given.AltTh, given.AltEn))
        {
            file.Describe(name, given.AltTh, given.AltEn, time.GetUtcNow());
        }
    }

    private static List<DeployedFile> FilesOf(JsonObject step) => step["Files"].Deserialize<List<DeployedFile>>(AppJson.Options) ?? [];
}
