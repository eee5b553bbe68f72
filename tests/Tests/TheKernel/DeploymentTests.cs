using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Deployment;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.TheKernel;

public sealed class DeploymentTests : IDisposable
{
    private readonly Given _site = new();
    private readonly Given _other = new();

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_import_and_export_give_the_same_text()
    {
        await FilledAsync(_site);
        var exported = await ExportAsync(_site);
        Assert.Contains("\"ContentItemId\"", exported, StringComparison.Ordinal);
        Assert.Contains("\"FiscalYearBe\"", exported, StringComparison.Ordinal);

        await RunAsync(_other, Recipe.Parse(exported, "export", null));

        Assert.Equal(exported, await ExportAsync(_other));
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        await FilledAsync(_site);
        var recipe = Recipe.Parse(await ExportAsync(_site), "export", null);
        await RunAsync(_other, recipe);
        Assert.Empty(await _other.AsAsync<RecipeRunner, IReadOnlyList<object>>(CurrentUser.System, async runner => await runner.TryAsync(recipe, Now)));
    }

    [Fact]
    public async Task What_is_of_this_site_alone_is_not_exported()
    {
        await FilledAsync(_site);
        await _site.InDbAsync(async db =>
        {
            var settings = _site.Services.GetRequiredService<SiteSettings>();
            await settings.SetAsync(db, CurrentUser.System, SettingNames.IsSetUp, true, Now);
            await settings.SetAsync(db, CurrentUser.System, SettingNames.DemoClockOffset, 1L, Now);
            return 0;
        });
        var exported = await ExportAsync(_site);
        Assert.DoesNotContain(SettingNames.IsSetUp, exported, StringComparison.Ordinal);
        Assert.DoesNotContain(SettingNames.DemoClockOffset, exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_parts_that_were_chosen_are_written()
    {
        await FilledAsync(_site);
        var steps = JsonNode.Parse(await ExportAsync(_site, "Roles", "nobody-knows-it"))!["steps"]!.AsArray();
        Assert.Equal("Roles", Assert.Single(steps)!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_draft_of_a_published_item_and_the_trash_stay_at_home()
    {
        await FilledAsync(_site);
        var before = await ExportAsync(_site, "content");
        await _site.AsAsync<ContentStore, int>(CurrentUser.System, async store =>
        {
            var item = await _site.InDbAsync(db => db.Set<ContentItem>().AsNoTracking().FirstAsync(i => i.Published && i.TypeName == "Page", Now));
            var draft = (await store.DraftAsync(item.ItemId, Now))!;
            draft.Put("TitlePart", new JsonObject { ["Title"] = "ยังไม่เผยแพร่" });
            await store.SaveDraftAsync(draft, Now);
            return 0;
        });
        Assert.Equal(before, await ExportAsync(_site, "content"));
    }

    [Fact]
    public async Task A_dry_run_names_the_changes_and_leaves_nothing()
    {
        var rows = (await _site.AuditAsync()).Count;
        var recipe = Recipe.Parse("""{ "name": "x", "steps": [ { "name": "settings", "SiteName": "ใหม่", "SiteNameEn": "New" } ] }""", "x", null);

        var planned = await _site.AsAsync<RecipeRunner, IReadOnlyList<Kernel.Audit.AuditRow>>(CurrentUser.System, runner => runner.TryAsync(recipe, Now));

        Assert.Equal([nameof(SettingChanged), nameof(SettingChanged)], planned.Select(r => r.Event));
        Assert.Equal(rows, (await _site.AuditAsync()).Count);
        Assert.Equal("", _site.Services.GetRequiredService<SiteSettings>().Get(SettingNames.SiteName, ""));
    }

    [Fact]
    public async Task A_recipe_that_came_alone_has_no_files()
    {
        var recipe = Recipe.Parse("""{ "name": "x", "steps": [ { "name": "settings" } ] }""", "x", null);
        Assert.Throws<RecipeException>(() => new RecipeContext(recipe, CurrentUser.System).PathOf("/etc/passwd"));
        Assert.Throws<RecipeException>(() => Recipe.Parse("[1]", "x", null));
        await Assert.ThrowsAsync<RecipeException>(() => _site.AsAsync<RecipeRunner, IReadOnlyList<Kernel.Audit.AuditRow>>(
            CurrentUser.System, runner => runner.TryAsync(Recipe.Parse("""{ "name": "x", "steps": [ { "name": "nothing" } ] }""", "x", null), Now)));
    }

    public void Dispose()
    {
        _site.Dispose();
        _other.Dispose();
    }

    /// <summary>As a new site is: set up, with the cycle of 2563.</summary>
    private static async Task FilledAsync(Given given)
    {
        foreach (var name in new[] { "setup", "plan-form", "programme-2563" })
        {
            await RunAsync(given, Recipe.Read(Path.Combine(SiteFolders.Recipes, $"{name}.recipe.json")));
        }
    }

    private static Task RunAsync(Given given, Recipe recipe)
        => given.AsAsync<RecipeRunner, int>(CurrentUser.System, async runner =>
        {
            await runner.RunAsync(recipe, Now);
            return 0;
        });

    private static Task<string> ExportAsync(Given given, params string[] parts)
        => given.AsAsync<SiteExport, string>(CurrentUser.System, export => export.WriteAsync(parts.Length > 0 ? parts : [.. export.Sources.Select(s => s.Name)], Now));
}
