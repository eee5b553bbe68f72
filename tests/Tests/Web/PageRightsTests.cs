using System.Globalization;
using System.Net;
using System.Text;
using CommunityBusinessNetwork.Kernel.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Web;

/// <summary>Every page says who may open it; who that is stands in a table, and every page is asked as every role.</summary>
public sealed class PageRightsTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPage_SaysWhoMayOpenIt()
    {
        var policies = site.Services.GetRequiredService<IAuthorizationPolicyProvider>();

        foreach (var (page, says) in await PagesAsync())
        {
            var policy = says.OfType<IAuthorizeData>().SingleOrDefault()?.Policy;
            Assert.True(
                says.OfType<IAllowAnonymous>().Any() || page.ViewEnginePath is "/Accounts/TwoFactor" or "/Accounts/Mine" or "/Notices/Mine" || (policy is not null && await policies.GetPolicyAsync(policy) is not null),
                page.ViewEnginePath);
        }
    }

    [Fact]
    public async Task PagesAndRoles_AreThoseOfTheTable()
    {
        var table = new StringBuilder();

        foreach (var (page, says) in await PagesAsync())
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"{page.AttributeRouteInfo!.Template} | {WhoMay(says)}");
        }

        // What is found is kept beside the test, to compare and to copy after a change that was meant.
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "page-rights.found.txt"), table.ToString(), Ct);
        var expected = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Web", "fixtures", "page-rights.txt"), Ct);
        Assert.Equal(expected.ReplaceLineEndings("\n"), table.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task EveryPageWithoutAParameter_OpensForTheRolesOfItsPermissionAndForNobodyElse()
    {
        foreach (var (page, says) in await PagesAsync())
        {
            var template = page.AttributeRouteInfo!.Template!;

            if (template.Contains('{', StringComparison.Ordinal) || says.OfType<IAllowAnonymous>().Any() || says.OfType<IAuthorizeData>().SingleOrDefault()?.Policy is not { } policy)
            {
                continue;
            }

            using var nobody = site.ClientOf();
            Assert.Equal((template, HttpStatusCode.Redirect), (template, await StatusAsync(nobody, template)));

            foreach (var role in Roles.All)
            {
                using var client = site.ClientOf(role);
                var status = await StatusAsync(client, template);
                var may = RolesOf(policy).Contains(role);
                Assert.True(may ? status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Redirect : status == HttpStatusCode.NotFound, $"{template} as {role}: {status}");
            }
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string template)
    {
        using var response = await client.GetAsync(new Uri($"/{template}", UriKind.Relative), Ct);
        return response.StatusCode;
    }

    private async Task<List<(PageActionDescriptor Page, IReadOnlyList<object> Says)>> PagesAsync()
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var pages = site.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .OrderBy(p => p.AttributeRouteInfo!.Template, StringComparer.Ordinal).ToList();
        Assert.NotEmpty(pages);
        List<(PageActionDescriptor, IReadOnlyList<object>)> loaded = [];

        foreach (var page in pages)
        {
            loaded.Add((page, (await loader.LoadAsync(page, EndpointMetadataCollection.Empty)).EndpointMetadata!.ToList()));
        }

        return loaded;
    }

    private string WhoMay(IReadOnlyList<object> says)
        => says.OfType<IAllowAnonymous>().Any() ? "everybody"
            : says.OfType<IAuthorizeData>().Single().Policy is { } policy ? $"{policy} | {string.Join(' ', Roles.All.Where(RolesOf(policy).Contains))}"
            : "whoever has signed in";

    private HashSet<string> RolesOf(string policy)
    {
        var permission = site.Services.GetServices<Permission>().Single(p => p.Name == policy);
        return [.. Holders(permission)];

        static IEnumerable<string> Holders(Permission p) => p.Stereotypes.Concat(p.ImpliedBy.SelectMany(Holders));
    }
}
