using CommunityBusinessNetwork.Showcase.Caching;
using CommunityBusinessNetwork.Showcase.Publications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace CommunityBusinessNetwork.Showcase.Cloths;

/// <summary>Cloths as pictures. All that a picture depends on stands in its address, so a browser keeps it for ever.</summary>
internal static class ClothEndpoint
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void MapCloths(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cloth/{code:regex(^[A-Za-z0-9-]{{1,24}}$)}.svg", Draw).AllowAnonymous();
        routes.MapGet("/cloth/of/{year:int}.svg", DrawNationAsync).AllowAnonymous().CacheOutput(PublicCache.Policy);
    }

    private static IResult Draw(string code, string? figure, string? region, string? foot, string? cut, HttpContext http)
    {
        Cloth cloth = new(code, figure, region, foot switch { "a" => Foot.Lac, "b" => Foot.Turmeric, _ => Foot.Indigo });
        return Svg(http, cut switch
        {
            "sign" => cloth.AsSign(),
            "cover" => cloth with { Width = 56, Height = 80, FootHeight = 15 },
            _ => cloth,
        });
    }

    private static async Task<IResult> DrawNationAsync(int year, PublicCycles cycles, HttpContext http, CancellationToken ct)
        => await cycles.OfYearAsync(year, ct) is { } cycle
            ? Svg(http, NationCloth.Draw([.. cycle.NorthToSouth().Select(g => g.Cloth)]))
            : TypedResults.NotFound();

    private static IResult Svg(HttpContext http, object cloth)
    {
        http.Response.Headers[HeaderNames.CacheControl] = ForEver;
        return TypedResults.Text(cloth.ToString()!, "image/svg+xml");
    }
}
