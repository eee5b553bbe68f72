using CommunityBusinessNetwork.Kernel.Settings;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>Before the set-up every page leads to it; afterwards it is gone.</summary>
internal sealed class NotSetUpYet(RequestDelegate next, SiteSettings settings)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (settings.Get(SettingNames.IsSetUp, false) || http.Request.Path.StartsWithSegments("/set-up")
            || http.Request.Path.StartsWithSegments("/_content") || http.Request.Path.StartsWithSegments("/health"))
        {
            return next(http);
        }

        http.Response.Redirect("/set-up");
        return Task.CompletedTask;
    }
}
