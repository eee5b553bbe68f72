using System.Reflection;
using CommunityBusinessNetwork.Kernel.Settings;

namespace CommunityBusinessNetwork.Kernel.Modules;

/// <summary>Which modules are on. The host answers 404 for those that are off; their menus, tasks, tiles, figures and jobs rest.</summary>
public sealed class FeatureStates(SiteSettings settings)
{
    public IReadOnlyList<string> Off => settings.Get<string[]>(SettingNames.FeaturesOff, []);

    /// <summary>What modules of this kind contribute, without those that are off.</summary>
    public IEnumerable<T> Active<T>(IEnumerable<T> contributions)
        where T : class
    {
        var off = Off;
        return off.Count == 0 ? contributions : contributions.Where(c => !IsOff(c, off));
    }

    /// <summary>Whether the module that this came from is off. What is the kernel's own is never off.</summary>
    public bool IsOff(object contribution) => IsOff(contribution, Off);

    private static bool IsOff(object contribution, IReadOnlyList<string> off)
        => contribution.GetType().Assembly.GetCustomAttribute<ModuleAttribute>() is { } module && off.Contains(module.Id);
}
