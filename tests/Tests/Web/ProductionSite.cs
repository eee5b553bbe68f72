using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityBusinessNetwork.Tests.Web;

/// <summary>The real host as in Production, on a database that a test has prepared and by its clock. How people come in is the heirs'.</summary>
internal abstract partial class ProductionSite(Given given) : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("production-site-").FullName;

    /// <summary>What every form of a page carries: the token and the version that the page gave.</summary>
    protected static KeyValuePair<string, string>[] HiddenIn(string html)
        => [new("__RequestVerificationToken", Token().Match(html).Groups[1].Value), new("Version", Version().Match(html).Groups[1].Value)];

    /// <summary>The page without what differs with every request.</summary>
    protected static string WithoutToken(string html) => Token().Replace(html, "");

    /// <summary>Posts a form of a page that was shown, as a browser would.</summary>
    protected static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string handler, string html, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Concat(HiddenIn(html)));
        return await client.PostAsync(new Uri(handler.Length > 0 ? $"{page}?handler={handler}" : page, UriKind.Relative), form);
    }

    protected abstract void AddSignIn(IServiceCollection services);

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("ConnectionStrings:App", given.Database.ConnectionString)
        .UseSetting("Database:Provider", TestDatabase.IsPostgres ? "postgres" : "sqlite")
        .UseSetting("Data:Folder", _folder)
        .UseSetting("Limits:SignInsAMinute", "1000")
        .ConfigureLogging(logging => logging.ClearProviders())
        .ConfigureTestServices(services => AddSignIn(services.AddSingleton<TimeProvider>(given.Time)));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);

        // The scheduler's file has companions that go with the last connection.
        SqliteConnection.ClearAllPools();

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
