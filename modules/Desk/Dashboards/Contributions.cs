using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Dashboard;
using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Desk.Dashboards;

/// <summary>What the modules that are on have for the dashboard.</summary>
internal sealed class Contributions(IEnumerable<IFigures> figures, IEnumerable<ITileSource> tiles, FeatureStates features)
{
    public async Task<IReadOnlyList<Figures>> FiguresAsync(CurrentUser user, CancellationToken ct)
    {
        List<Figures> all = [];

        foreach (var source in features.Active(figures))
        {
            all.Add(await source.ForAsync(user, ct));
        }

        return all;
    }

    public async Task<IReadOnlyList<Tile>> TilesAsync(CurrentUser user, CancellationToken ct)
    {
        List<Tile> all = [];

        foreach (var source in features.Active(tiles))
        {
            if (await source.ForAsync(user, ct) is { } tile)
            {
                all.Add(tile);
            }
        }

        return all;
    }
}
