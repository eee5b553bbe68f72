using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommunityBusinessNetwork.Tests.Web;

/// <summary>The real host on a database that a test has prepared, with a header instead of a sign-in page.</summary>
internal sealed partial class PreparedSite(Given given) : WebApplicationFactory<Program>
{
    private const string Scheme = "Header";
    private const string Header = "X-Roles";

    private readonly string _folder = Directory.CreateTempSubdirectory("prepared-").FullName;

    public HttpClient ClientOf(CurrentUser user)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(Header, $"{user.Id} {string.Join(' ', user.Roles)}");
        return client;
    }

    /// <summary>Posts a form of a page as a browser would: with the token that the page gave.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string handler, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page);
        var form = fields.Select(f => KeyValuePair.Create(f.Name, f.Value))
            .Append(new("__RequestVerificationToken", Token().Match(html).Groups[1].Value))
            .Append(new("Version", Version().Match(html).Groups[1].Value));
        return await client.PostAsync(new Uri(handler.Length > 0 ? $"{page}?handler={handler}" : page, UriKind.Relative), new FormUrlEncodedContent(form));
    }

    /// <summary>The same for a form that carries a file.</summary>
    public static async Task<HttpResponseMessage> PostFileAsync(HttpClient client, string page, string query, Upload file, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page);
        using MultipartFormDataContent form = new()
        {
            { new StringContent(Token().Match(html).Groups[1].Value), "__RequestVerificationToken" },
            { new StringContent(Version().Match(html).Groups[1].Value), "Version" },
            { new StreamContent(file.Content), "File", file.FileName },
        };

        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return await client.PostAsync(new Uri($"{page}{query}", UriKind.Relative), form);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("ConnectionStrings:App", given.Database.ConnectionString)
        .UseSetting("Database:Provider", TestDatabase.IsPostgres ? "postgres" : "sqlite")
        .UseSetting("Data:Folder", _folder)
        .ConfigureLogging(logging => logging.ClearProviders())
        .ConfigureTestServices(services => services
            .AddSingleton<TimeProvider>(given.Time)
            .AddAuthentication(Scheme).AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(Scheme, null));

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

    private sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers[Header].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var id, .. var roles])
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            Claim[] claims = [new(ClaimTypes.NameIdentifier, id), new(ClaimTypes.Name, id), .. roles.Select(r => new Claim(CurrentUser.RoleClaim, r))];
            return Task.FromResult(AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name)));
        }

        // As the cookie does: what is not hers is not there.
        protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
        {
            Response.StatusCode = (int)HttpStatusCode.NotFound;
            return Task.CompletedTask;
        }
    }
}
