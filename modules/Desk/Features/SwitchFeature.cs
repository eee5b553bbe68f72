using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Settings;

namespace CommunityBusinessNetwork.Desk.Features;

/// <summary>Switches a module on or off. What stands on it must be off first, what it stands on must be on.</summary>
internal sealed class SwitchFeature(AppDb db, CurrentUser user, SiteSettings settings, ModuleCatalogue modules)
{
    /// <summary>Without these nobody could sign in or switch anything on again.</summary>
    private static readonly IReadOnlyList<string> Always = ["Accounts", "Desk"];

    public static bool IsAlwaysOn(string id) => Always.Contains(id);

    public async Task<Outcome> RunAsync(string id, bool on, CancellationToken ct)
    {
        var off = settings.Get<string[]>(SettingNames.FeaturesOff, []);

        if (modules.Manifests.SingleOrDefault(m => m.Id == id) is not { } module)
        {
            return Outcome.NotFound;
        }

        if (!on && IsAlwaysOn(id))
        {
            return Outcome.Refused("desk.feature-always-on");
        }

        var inTheWay = on
            ? module.Dependencies.Where(off.Contains).ToList()
            : [.. modules.Manifests.Where(m => m.Dependencies.Contains(id) && !off.Contains(m.Id)).Select(m => m.Id)];

        if (inTheWay.Count > 0)
        {
            return Outcome.Refused(on ? "desk.feature-needs" : "desk.feature-needed", null, ("modules", string.Join(", ", inTheWay)));
        }

        string[] wanted = on ? [.. off.Where(o => o != id)] : [.. off.Append(id).Distinct().Order(StringComparer.Ordinal)];
        await settings.SetAsync(db, user, SettingNames.FeaturesOff, wanted, ct);
        return Outcome.Done;
    }
}
