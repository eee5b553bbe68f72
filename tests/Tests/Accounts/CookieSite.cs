using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityBusinessNetwork.Tests.Accounts;

/// <summary>The real host as in Production with its own sign-in page and cookie, on a database that a test has prepared.</summary>
internal sealed partial class CookieSite(Given given) : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cookie-site-").FullName;

    /// <summary>A browser of its own.</summary>
    public HttpClient Browser() => CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>Posts a form of a page as a browser would: with the token and the version that the page gave.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string handler, params (string Name, string Value)[] fields)
    {
        using var shown = await browser.GetAsync(new Uri(page, UriKind.Relative));
        var html = await shown.Content.ReadAsStringAsync();
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))
            .Append(new("__RequestVerificationToken", Token().Match(html).Groups[1].Value))
            .Append(new("Version", Version().Match(html).Groups[1].Value)));
        return await browser.PostAsync(new Uri(handler.Length > 0 ? $"{page}?handler={handler}" : page, UriKind.Relative), form);
    }

    public static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string userName, string password)
        => PostAsync(browser, "/sign-in", "", ("UserName", userName), ("Password", password));

    /// <summary>The page without what differs with every request.</summary>
    public static async Task<string> PlainAsync(HttpResponseMessage response)
        => Token().Replace(await response.Content.ReadAsStringAsync(), "");

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("ConnectionStrings:App", given.Database.ConnectionString)
        .UseSetting("Database:Provider", TestDatabase.IsPostgres ? "postgres" : "sqlite")
        .UseSetting("Data:Folder", _folder)
        .UseSetting("Limits:SignInsAMinute", "1000")
        .ConfigureLogging(logging => logging.ClearProviders())
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(given.Time));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"Version\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Version();
}
