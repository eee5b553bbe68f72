using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Settings;

namespace CommunityBusinessNetwork.Notices.Outbox;

/// <summary>The gaps that every notice fills: who reads it, what the site is called, and where to go on.</summary>
internal sealed class SiteWords(SiteSettings settings)
{
    public IReadOnlyDictionary<string, string?> Complete(IReadOnlyDictionary<string, string?> values, string name, string path, string language)
        => new Dictionary<string, string?>(values)
        {
            ["name"] = name,
            ["site"] = NameIn(language),
            ["link"] = settings.Get(SettingNames.BaseUrl, "") + (IsDefault(language) ? "" : $"/{language}") + path,
        };

    private string NameIn(string language)
        => !IsDefault(language) && settings.Get<string?>(SettingNames.SiteNameEn, null) is { Length: > 0 } english
            ? english
            : settings.Get(SettingNames.SiteName, "Community Business Network");

    private static bool IsDefault(string language) => language == MessageBook.Languages[0];
}
