using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Extensions;

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
            // Her cookie is whole, but her sign-ins were ended: she comes in anew.
            if (context.HttpContext.User.Identity?.IsAuthenticated != true)
            {
                var request = context.Request;
                var back = new QueryBuilder { { options.ReturnUrlParameter, $"{request.PathBase}{request.Path}{request.QueryString}" } };
                context.Response.Redirect($"{request.PathBase}{options.LoginPath}{back}");
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }

            return Task.CompletedTask;
        };
    }
}
