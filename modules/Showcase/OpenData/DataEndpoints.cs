using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityBusinessNetwork.Showcase.Caching;
using CommunityBusinessNetwork.Showcase.Publications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Showcase.OpenData;

/// <summary>The groups of an announced cycle as CSV and JSON; without a year those of the latest.</summary>
internal static class DataEndpoints
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static void MapOpenData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/data/groups.csv", CsvAsync).AllowAnonymous().CacheOutput(PublicCache.Policy);
        routes.MapGet("/data/groups.json", JsonAsync).AllowAnonymous().CacheOutput(PublicCache.Policy);
    }

    private static async Task<IResult> CsvAsync(int? year, PublicCycles cycles, CancellationToken ct)
        => await cycles.FindAsync(year, ct) is { } cycle
            ? TypedResults.File(Encoding.UTF8.GetBytes(GroupRow.Csv(RowsOf(cycle))), "text/csv; charset=utf-8", $"groups-{cycle.Year}.csv")
            : TypedResults.NotFound();

    private static async Task<IResult> JsonAsync(int? year, PublicCycles cycles, CancellationToken ct)
        => await cycles.FindAsync(year, ct) is { } cycle ? TypedResults.Json(RowsOf(cycle), Json) : TypedResults.NotFound();

    private static IEnumerable<GroupRow> RowsOf(PublicCycle cycle) => cycle.Groups.Select(g => GroupRow.Of(g, cycle.Year));
}
