using CommunityBusinessNetwork.Kernel.Navigation;
using Microsoft.AspNetCore.Mvc.Razor;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>Looks for a layout or a partial in the request's theme first, then where the module put its own.</summary>
internal sealed class ThemeViewLocations : IViewLocationExpander
{
    private const string Key = "theme";
    private static readonly string[] DeskPaths = ["/admin", "/my", "/review", "/sign-in", "/account", "/set-up"];

    /// <summary>The theme of the request: people at work have the Desk's, the public the site's.</summary>
    public static string ThemeOf(HttpContext http)
        => DeskPaths.Any(p => http.Request.Path.StartsWithSegments(p)) && http.GetEndpoint()?.Metadata.GetMetadata<InPublicThemeAttribute>() is null ? "TheDeskTheme" : "TheNetworkTheme";

    public void PopulateValues(ViewLocationExpanderContext context) => context.Values[Key] = ThemeOf(context.ActionContext.HttpContext);

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
        => [$"/Themes/{context.Values[Key]}/{{0}}.cshtml", .. viewLocations, "/Pages/Shared/{0}.cshtml"];
}
