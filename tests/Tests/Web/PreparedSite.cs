using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommunityBusinessNetwork.Tests.Web;

/// <summary>The real host on a database that a test has prepared, with a header instead of a sign-in page.</summary>
internal sealed class PreparedSite(Given given) : ProductionSite(given)
{
    private const string Scheme = "Header";
    private const string Header = "X-Roles";

    public HttpClient ClientOf(CurrentUser user)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(Header, $"{user.Id} {string.Join(' ', user.Roles)}");
        return client;
    }

    /// <summary>Posts a form of a page as a browser would: with the token that the page gave.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string handler, params (string Name, string Value)[] fields)
        => await PostAsync(client, page, handler, await client.GetStringAsync(page), fields);

    /// <summary>The same for a form that carries a file.</summary>
    public static async Task<HttpResponseMessage> PostFileAsync(HttpClient client, string page, string query, Upload file, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page);
        using MultipartFormDataContent form = new() { { new StreamContent(file.Content), "File", file.FileName } };

        foreach (var (name, value) in HiddenIn(html).Select(h => (h.Key, h.Value)).Concat(fields))
        {
            form.Add(new StringContent(value), name);
        }

        return await client.PostAsync(new Uri($"{page}{query}", UriKind.Relative), form);
    }

    protected override void AddSignIn(IServiceCollection services)
        => services.AddAuthentication(Scheme).AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(Scheme, null);

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
