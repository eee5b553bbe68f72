using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommunityBusinessNetwork.Tests.Web;

/// <summary>The real host as in Production on a database of its own, set up and empty, with a header instead of a sign-in page.</summary>
public sealed class TestSite : WebApplicationFactory<Program>
{
    private readonly TestDatabase _database = TestDatabase.Make();
    private readonly string _folder = Directory.CreateTempSubdirectory("cbn-site-").FullName;

    /// <summary>A browser of a person who holds that role for that area; nobody without a role.</summary>
    public HttpClient ClientOf(string? role = null, Area? area = null, string id = "somebody")
    {
        var client = CreateClient(new() { AllowAutoRedirect = false });

        if (role is not null)
        {
            client.DefaultRequestHeaders.Add("X-User", id);
            client.DefaultRequestHeaders.Add("X-Role", new RoleHolding(role, area ?? Area.Nation).ToString());
        }

        return client;
    }

    /// <summary>Posts a form with the token of the page it stands on.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string handler, Dictionary<string, string> form, CancellationToken ct)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative), ct);
        form["__RequestVerificationToken"] = Regex.Match(html, "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)").Groups[1].Value;
        using var content = new FormUrlEncodedContent(form);
        return await client.PostAsync(new Uri(handler, UriKind.Relative), content, ct);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("Database:Provider", _database.Database.Provider)
        .UseSetting("ConnectionStrings:App", _database.Database.ConnectionString)
        .UseSetting("Data:Folder", _folder)
        .ConfigureLogging(logging => logging.ClearProviders())
        .ConfigureTestServices(services => services
            .AddAuthentication("Header").AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("Header", null));

    protected override IHost CreateHost(IHostBuilder builder)
    {
        SetUp();
        return base.CreateHost(builder);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void SetUp()
    {
        using var given = new Given(_database.Database);
        given.InDbAsync(async db =>
        {
            await given.Services.GetRequiredService<SiteSettings>().SetAsync(db, CurrentUser.System, SettingNames.IsSetUp, true, CancellationToken.None);
            return 0;
        }).GetAwaiter().GetResult();
    }

    private sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["X-User"].ToString() is not { Length: > 0 } user)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            Claim[] claims = [new(ClaimTypes.NameIdentifier, user), new(CurrentUser.RoleClaim, Request.Headers["X-Role"].ToString())];
            return Task.FromResult(AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name)));
        }

        protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
        {
            Response.StatusCode = 404;
            return Task.CompletedTask;
        }

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.Redirect("/sign-in");
            return Task.CompletedTask;
        }
    }
}
