namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>Style sheets name fonts without a fingerprint, so a browser would ask for each of them anew on every page; it may keep them for a month.</summary>
internal static class KeptFonts
{
    private const string AMonth = "public, max-age=2592000";

    public static void Configure(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RequestDelegate: { } serve } route || route.RoutePattern.RawText?.EndsWith(".woff2", StringComparison.Ordinal) != true)
        {
            return;
        }

        route.RequestDelegate = http =>
        {
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.CacheControl = AMonth;
                return Task.CompletedTask;
            });
            return serve(http);
        };
    }
}
