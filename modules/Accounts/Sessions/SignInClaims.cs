using System.Security.Claims;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace CommunityBusinessNetwork.Accounts.Sessions;

/// <summary>What the sign-in cookie carries, an id each, and what a request makes of it.</summary>
internal static class SignInClaims
{
    public const string Session = "sid";

    /// <summary>Marks a principal that was read from the database already.</summary>
    public const string Read = "roles-added";

    private const string Method = "amr";
    private const string SecondFactor = "mfa";

    /// <summary>Whether this sign-in went through the second factor.</summary>
    public static bool HasSecondFactor(this ClaimsPrincipal principal) => principal.HasClaim(Method, SecondFactor);

    /// <summary>The sign-in of this request; null for who came without a cookie.</summary>
    public static Guid? SessionId(this ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(Session), out var id) ? id : null;

    /// <summary>Begins a sign-in on this device and gives it its cookie. The one before on this device ends, when it was the same person's.</summary>
    public static async Task EnterAsync(this HttpContext http, Account account, bool secondFactor)
    {
        var device = new Device(UserAgents.InWords(http.Request.Headers[HeaderNames.UserAgent]), http.Connection.RemoteIpAddress?.ToString() ?? "");
        var start = http.RequestServices.GetRequiredService<StartSession>();
        var session = await start.RunAsync(account, secondFactor, device, http.User.SessionId(), http.RequestAborted);
        Claim[] claims = [new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(ClaimTypes.Name, account.DisplayName), new(Session, session.Id.ToString())];
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
    }

    /// <param name="actor">The one who really acts; null when in her own name.</param>
    public static ClaimsIdentity Of(Account account, AccountSession session, Account? actor)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.Id.ToString()),
                new(ClaimTypes.Name, account.DisplayName),
                new(Session, session.Id.ToString()),
                new(Read, "yes"),
                .. session.HasSecondFactor ? new[] { new Claim(Method, SecondFactor) } : [],
                .. actor is null ? Array.Empty<Claim>() : [new(CurrentUser.ActorClaim, actor.Id.ToString()), new(CurrentUser.ActorNameClaim, actor.DisplayName)],
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);

        // The one who acts has shown hers.
        if (actor is not null || !account.NeedsTwoFactor || session.HasSecondFactor)
        {
            identity.AddClaims(account.Roles.Select(r => new Claim(CurrentUser.RoleClaim, r.ToString())));
        }

        return identity;
    }
}
