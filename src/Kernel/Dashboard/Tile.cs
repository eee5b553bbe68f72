using CommunityBusinessNetwork.Kernel.Access;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Dashboard;

/// <summary>Where on the dashboard a tile stands.</summary>
public enum TileSlot
{
    Top,
    Main,
    Side,
    Wide,
}

/// <summary>A part of the Department's dashboard: a partial view with its model.</summary>
/// <param name="Partial">The partial's name, "Programmes/Funnel".</param>
public sealed record Tile(string Partial, object Model, TileSlot Slot, int Order);

/// <summary>What a module adds to the dashboard of a person; null when it has nothing for her.</summary>
public interface ITileSource
{
    Task<Tile?> ForAsync(CurrentUser user, CancellationToken ct);
}

public static class TileSources
{
    public static IServiceCollection AddTile<T>(this IServiceCollection services)
        where T : class, ITileSource
        => services.AddScoped<ITileSource, T>();
}
