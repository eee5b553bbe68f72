using Microsoft.AspNetCore.Authentication.Cookies;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>The sign-in cookie. An anonymous visitor of a closed address goes to sign in; a signed-in one without the right finds nothing there.</summary>
internal static class SignInCookie
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "cbn";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;

        // The demo's clock may jump by years; a cookie's age is the machine's matter.
        options.TimeProvider = TimeProvider.System;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
