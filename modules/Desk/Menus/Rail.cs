using CommunityBusinessNetwork.Desk.Inboxes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Navigation;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Desk.Menus;

/// <summary>The entries of one heading.</summary>
/// <param name="HeadingKey">A message key; empty for the entries at the top.</param>
public sealed record RailGroup(string HeadingKey, IReadOnlyList<MenuItem> Items);

/// <summary>The menu beside the work: what this person may open, of the modules that are on. For the theme's layout.</summary>
public sealed class Rail(IEnumerable<IMenu> menus, CurrentUser user, FeatureStates features, SiteSettings settings, IServiceProvider services)
{
    private static readonly IReadOnlyDictionary<Place, (string Url, string NameKey)> Homes = new Dictionary<Place, (string, string)>
    {
        [Place.Desk] = ("/admin", "desk.place-desk"),
        [Place.My] = ("/my", "desk.place-my"),
        [Place.Review] = ("/review", "desk.place-review"),
    };

    private IReadOnlyList<MenuItem>? _items;

    /// <summary>The places where this person has anything to do.</summary>
    public IReadOnlyList<Place> Places => [.. Homes.Keys.Where(p => Items.Any(i => i.Place == p))];

    /// <summary>Where a place begins for this person: its own start page, or the first page there that she may open.</summary>
    public string StartOf(Place place)
    {
        var mine = Items.Where(i => i.Place == place).Select(i => i.Url).ToList();
        return mine.Count == 0 || mine.Contains(Homes[place].Url) ? Homes[place].Url : mine[0];
    }

    public string SiteName => settings.NameIn(Localizer.Language);

    private IReadOnlyList<MenuItem> Items => _items ??= user.IsSignedIn
        ? [.. features.Active(menus).SelectMany(m => m.Items).Where(i => user.May(i.Permission)).OrderBy(i => i.Order)]
        : [];

    /// <summary>The pages that list what waits for this person.</summary>
    private static readonly IReadOnlyList<string> TaskPages = ["/admin/tasks", "/my", "/review"];

    public static bool IsTaskPage(MenuItem item) => TaskPages.Contains(item.Url);

    /// <summary>How much waits for this person.</summary>
    public Task<int> WaitingAsync(CancellationToken ct) => services.GetRequiredService<WaitingCount>().ReadAsync(ct);

    public static string NameKeyOf(Place place) => Homes[place].NameKey;

    /// <summary>The place of an address; the first of the person's places for an address of none.</summary>
    public Place PlaceOf(PathString path)
    {
        foreach (var (place, home) in Homes)
        {
            if (path.StartsWithSegments(home.Url))
            {
                return place;
            }
        }

        return Places.Count > 0 ? Places[0] : Place.My;
    }

    public IReadOnlyList<RailGroup> GroupsOf(Place place)
        => [.. Items.Where(i => i.Place == place).GroupBy(i => i.Group).OrderBy(g => g.Key.Length > 0).ThenBy(g => g.Min(i => i.Order)).Select(g => new RailGroup(g.Key, [.. g]))];

    /// <summary>Whether the entry leads here: of all that do, the one with the longest address.</summary>
    public bool IsCurrent(MenuItem item, PathString path)
        => Leads(item, path) && !Items.Any(other => other.Url.Length > item.Url.Length && Leads(other, path));

    private static bool Leads(MenuItem item, PathString path) => path.StartsWithSegments(item.Url);
}
