using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Deployment;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Notices;

/// <summary>Rules and words of notices travel by recipe from one site to another.</summary>
public sealed class NoticeRecipeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_site_exports_another_has_after_it()
    {
        using Given site = new();
        using Given other = new();
        await RunAsync(site, """{ "name": "reminders", "Rules": [ { "DueKey": "submit", "Hours": -72, "Role": "GroupSecretary", "IsOn": false } ] }""");
        await RunAsync(site, """{ "name": "notice-templates", "Templates": [ { "Kind": "results", "Language": "en", "Subject": "{{ group }}", "Body": "{{ tier }}" } ] }""");
        var exported = await ExportAsync(site);
        Assert.Equal(2, exported.Count);

        await RunAsync(other, [.. exported]);

        Assert.Equal(exported, await ExportAsync(other));
    }

    [Fact]
    public async Task Broken_words_stop_the_recipe()
    {
        using Given site = new();

        var fault = await Assert.ThrowsAsync<RecipeException>(() => RunAsync(site, """{ "name": "notice-templates", "Templates": [ { "Kind": "results", "Language": "en", "Subject": "x", "Body": "{{ score }}" } ] }"""));

        Assert.Contains("notices.unknown-gap", fault.Message, StringComparison.Ordinal);
    }

    private static Task<bool> RunAsync(Given site, params string[] steps) => site.AsAsync<RecipeRunner, bool>(CurrentUser.System, async runner =>
    {
        await runner.RunAsync(new("notices", "", "", false, [.. steps.Select(s => JsonNode.Parse(s)!.AsObject())], null), Ct);
        return true;
    });

    private static async Task<IReadOnlyList<string>> ExportAsync(Given site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(CurrentUser.System);
        List<string> steps = [];

        foreach (var source in scope.ServiceProvider.GetServices<IDeploymentSource>().Where(s => s.TextKey.StartsWith("notices.", StringComparison.Ordinal)))
        {
            steps.AddRange((await source.ExportAsync(Ct)).Select(s => s.ToJsonString()));
        }

        return steps;
    }
}
