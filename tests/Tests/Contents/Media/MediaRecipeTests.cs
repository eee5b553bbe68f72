using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Contents.Recipes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Deployment;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Contents.Media;

/// <summary>Orchard's step media, and ours beside it.</summary>
public sealed class MediaRecipeTests : IAsyncLifetime
{
    private static readonly string[] Parts = ["media", "media-library", "content"];
    private GivenMedia _given = null!;

    private static CancellationToken Ct => CancellationToken.None;

    public async ValueTask InitializeAsync() => _given = await GivenMedia.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Export_has_exactly_Orchards_shape()
    {
        var folder = await _given.FolderAsync("ข่าว");
        var picture = await _given.PictureAsync("น้ำ.jpg", folder);

        var step = JsonNode.Parse(await ExportAsync(_given.Site, "media"))!["steps"]![0]!;

        var golden = $$"""{ "name": "media", "Files": [ { "TargetPath": "ข่าว/น้ำ.jpg", "Base64": "{{Convert.ToBase64String(await _given.BytesAsync(picture))}}" } ] }""";
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(golden), step));
    }

    [Fact]
    public async Task Export_import_and_export_give_the_same_text_and_items_find_their_pictures()
    {
        var folder = await _given.FolderAsync("หนองคาย", await _given.FolderAsync("จังหวัด"));
        var picture = await _given.PictureAsync("น้ำ.jpg", folder);
        await _given.AddAsync(_given.Malee, Pictures.Photograph(), "ภาพถ่าย.jpg");
        await _given.AddAsync(_given.Malee, "%PDF-1.7\n"u8.ToArray(), "a.pdf");
        var item = await _given.ArticleAsync("เรื่องน้ำ", picture.Id.ToString(), $"<p>ก</p><img src=\"{picture.Url}\">");
        await _given.RestrictAsync(folder, new(Area.Province("43").Path, true, [Roles.ProvinceOfficer], [Roles.ProvinceOfficer]));
        var exported = await ExportAsync(_given.Site, Parts);
        using var other = await GivenMedia.MakeAsync();

        await RunAsync(other.Site, exported);

        Assert.Equal(exported, await ExportAsync(other.Site, Parts));
        Assert.Equal((picture.Sha256, "The well of the village"), ((await other.FileAsync(picture.Id)).Sha256, (await other.FileAsync(picture.Id)).AltEn));
        Assert.Equal(["contents.media-in-use"], (await other.TrashAsync(picture.Id, CurrentUser.System)).Problems.Select(p => p.Code));
        Assert.NotNull(await other.Site.InDbAsync(db => db.Set<ContentItem>().SingleOrDefaultAsync(i => i.ItemId == item.ItemId && i.Published, Ct)));
        Assert.Empty(await TryAsync(other.Site, exported));
    }

    [Fact]
    public async Task The_files_of_a_recipe_are_taken_as_uploads_are()
    {
        await _given.PictureAsync();
        await StopsAsync(File("a.jpg", "<svg/>"u8.ToArray()), "files.wrong-type");
        await StopsAsync(File("a.jpg", Pictures.Png()), "contents.media-lies");
        await StopsAsync(new JsonObject { ["TargetPath"] = "a.jpg", ["SourceUrl"] = "https://example.com/a.jpg" }, "nothing is fetched");
        await StopsAsync(new JsonObject { ["TargetPath"] = "a.jpg", ["SourcePath"] = "../../etc/passwd" }, "came alone");

        await RunAsync(_given.Site, File("x/../photo.jpg", Pictures.Jpeg(shade: 2)), fails: true);
        await RunAsync(_given.Site, File("x/photo.jpg", Pictures.Photograph(shade: 2)));
        var file = await _given.Site.InDbAsync(db => db.Set<MediaFile>().AsNoTracking().SingleAsync(m => m.Name == "photo.jpg"));
        Assert.Empty(Pictures.Read(await _given.BytesAsync(file)).Notes);
        Assert.Empty(await TryAsync(_given.Site, Recipe(File("x/photo.jpg", Pictures.Photograph(shade: 2)))));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_named_beside_the_recipe()
    {
        var bytes = new byte[MediaSource.Largest + 1];
        "%PDF-1.7\n"u8.CopyTo(bytes);
        var big = (await _given.AddAsync(_given.Malee, bytes, "ใหญ่.pdf")).Value;

        var exported = await ExportAsync(_given.Site, "media", "media-library");

        var file = JsonNode.Parse(exported)!["steps"]![0]!["Files"]![0]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "TargetPath": "ใหญ่.pdf", "SourcePath": "media/ใหญ่.pdf" }"""), file));
        using var other = await GivenMedia.MakeAsync();
        await Assert.ThrowsAsync<RecipeException>(() => RunAsync(other.Site, exported));

        var folder = Directory.CreateTempSubdirectory("cbn-recipe-");
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("media").Parent!.FullName, "export.recipe.json"), exported, Ct);
        await System.IO.File.WriteAllBytesAsync(Path.Combine(folder.FullName, "media", "ใหญ่.pdf"), await _given.BytesAsync(big), Ct);
        await RunAsync(other.Site, Kernel.Recipes.Recipe.Read(Path.Combine(folder.FullName, "export.recipe.json")));
        Assert.Equal(exported, await ExportAsync(other.Site, "media", "media-library"));
        folder.Delete(recursive: true);
    }

    private static JsonObject File(string path, byte[] bytes) => new() { ["TargetPath"] = path, ["Base64"] = Convert.ToBase64String(bytes) };

    private static string Recipe(JsonObject file) => new JsonObject { ["name"] = "x", ["steps"] = new JsonArray(new JsonObject { ["name"] = "media", ["Files"] = new JsonArray(file.DeepClone()) }) }.ToJsonString();

    private async Task StopsAsync(JsonObject file, string why)
    {
        var before = await _given.StateAsync();
        var fault = await Assert.ThrowsAsync<RecipeException>(() => RunAsync(_given.Site, Recipe(file)));
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, await _given.StateAsync());
    }

    private static async Task RunAsync(Given site, JsonObject file, bool fails = false)
    {
        if (fails)
        {
            await Assert.ThrowsAsync<RecipeException>(() => RunAsync(site, Recipe(file)));
        }
        else
        {
            await RunAsync(site, Recipe(file));
        }
    }

    private static Task RunAsync(Given site, string recipe) => RunAsync(site, Kernel.Recipes.Recipe.Parse(recipe, "export", null));

    private static Task RunAsync(Given site, Recipe recipe)
        => site.AsAsync<RecipeRunner, int>(CurrentUser.System, async runner =>
        {
            await runner.RunAsync(recipe, Ct);
            return 0;
        });

    private static Task<IReadOnlyList<AuditRow>> TryAsync(Given site, string recipe)
        => site.AsAsync<RecipeRunner, IReadOnlyList<AuditRow>>(CurrentUser.System, runner => runner.TryAsync(Kernel.Recipes.Recipe.Parse(recipe, "export", null), Ct));

    private static Task<string> ExportAsync(Given site, params string[] parts)
        => site.AsAsync<SiteExport, string>(CurrentUser.System, export => export.WriteAsync(parts, Ct));
}
