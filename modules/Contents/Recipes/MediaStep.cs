using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Recipes;

/// <summary>
/// Orchard's <c>media</c>: files into the library, each at its path; a file that is there already and is another one is replaced. What may be uploaded
/// may come by a recipe, and nothing else. Where the recipe has a step <c>media-library</c> too, a new file gets the id that stands there.
/// </summary>
internal sealed class MediaStep(AppDb db, CurrentUser user, MediaIntake intake, MediaBytes bytes, TimeProvider time) : IRecipeStep
{
    public string Name => "media";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var ids = MediaLibraryStep.IdsIn(context.Recipe);

        foreach (var file in step["Files"]!.AsArray())
        {
            var path = file!["TargetPath"]!.GetValue<string>().Trim('/');
            await using var content = Open(file.AsObject(), path, context);
            await PutAsync(path, content, ids.TryGetValue(path, out var id) ? id : null, ct);
        }
    }

    private async Task PutAsync(string path, Stream content, Guid? id, CancellationToken ct)
    {
        var (folderPath, name) = MediaPaths.Split(path);
        var folder = await db.FolderAtAsync(folderPath, ct);
        var taken = await intake.TakeAsync(new(content, name), folder.Area, "", ct);

        if (!taken.Succeeded)
        {
            throw new RecipeException($"{path}: {taken.Problems[0].Code}");
        }

        name = MediaNames.OfFile(name, taken.Value.File.ContentType);
        var known = await db.FileInAsync(folder, name, ct) ?? (id is { } own ? await db.Set<MediaFile>().SingleOrDefaultAsync(m => m.Id == own, ct) : null);

        if (known is null)
        {
            db.Add(new MediaFile(folder, name, taken.Value, user.Id, time.GetUtcNow(), id));
            await db.SaveAsync(user, ct);
        }
        else if (known.Sha256 == taken.Value.File.Sha256)
        {
            await intake.DiscardAsync(taken.Value, ct);
        }
        else
        {
            await ReplaceAsync(known, taken.Value, ct);
        }
    }

    private async Task ReplaceAsync(MediaFile known, TakenFile taken, CancellationToken ct)
    {
        var before = await db.Set<StoredFile>().SingleAsync(f => f.Id == known.FileId, ct);
        known.Replace(taken, time.GetUtcNow());
        bytes.Forget(before);
        await db.SaveAsync(user, ct);
    }

    private static Stream Open(JsonObject file, string path, RecipeContext context)
    {
        if (file["Base64"]?.GetValue<string>() is { Length: > 0 } base64)
        {
            return new MemoryStream(Convert.FromBase64String(base64), writable: false);
        }

        return file["SourcePath"]?.GetValue<string>() is { Length: > 0 } source
            ? File.OpenRead(context.PathOf(source))
            : throw new RecipeException($"{path}: the file is neither in the recipe (Base64) nor beside it (SourcePath); nothing is fetched from elsewhere");
    }
}
