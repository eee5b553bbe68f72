using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>How often one address may try a password, ask about its data or have the demo built. Reading is not limited.</summary>
internal static class RequestLimits
{
    private const int SignInsAMinute = 20;
    private static readonly string[] Guarded = ["/sign-in", "/account", "/set-up", "/demo", "/privacy"];

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            HttpMethods.IsPost(http.Request.Method) && Guarded.Any(p => http.Request.Path.StartsWithSegments(p))
                ? RateLimitPartition.GetFixedWindowLimiter(
                    $"sign-in {http.Connection.RemoteIpAddress}",
                    _ => new() { PermitLimit = LimitOf(http), Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
    }

    private static int LimitOf(HttpContext http)
        => http.RequestServices.GetRequiredService<IConfiguration>().GetValue("Limits:SignInsAMinute", SignInsAMinute);
}
