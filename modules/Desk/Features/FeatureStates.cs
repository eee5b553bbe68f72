using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Settings;

namespace CommunityBusinessNetwork.Desk.Features;

/// <summary>Which modules are on. The host answers 404 for those that are off; here their menus, tasks, tiles and figures rest.</summary>
public sealed class FeatureStates(SiteSettings settings)
{
    public IReadOnlyList<string> Off => settings.Get<string[]>(SettingNames.FeaturesOff, []);

    /// <summary>What modules of this kind contribute, without those that are off.</summary>
    public IEnumerable<T> Active<T>(IEnumerable<T> contributions)
        where T : class
    {
        var off = Off;
        return contributions.Where(c => off.Count == 0 || !off.Contains(ModuleCatalogue.ManifestOf(c.GetType().Assembly).Id));
    }
}
