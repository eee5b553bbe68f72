using CommunityBusinessNetwork.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Accounts;

/// <summary>The real host with its own sign-in page and cookie, on a database that a test has prepared.</summary>
internal sealed class CookieSite(Given given) : ProductionSite(given)
{
    /// <summary>A browser of its own.</summary>
    public HttpClient Browser() => CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>Posts a form of a page, whatever the page answers.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string handler, params (string Name, string Value)[] fields)
    {
        using var shown = await browser.GetAsync(new Uri(page, UriKind.Relative));
        return await PostAsync(browser, page, handler, await shown.Content.ReadAsStringAsync(), fields);
    }

    public static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string userName, string password)
        => PostAsync(browser, "/sign-in", "", ("UserName", userName), ("Password", password));

    /// <summary>The page without what differs with every request.</summary>
    public static async Task<string> PlainAsync(HttpResponseMessage response) => WithoutToken(await response.Content.ReadAsStringAsync());

    protected override void AddSignIn(IServiceCollection services)
    {
        // Its own is what is tested.
    }
}
