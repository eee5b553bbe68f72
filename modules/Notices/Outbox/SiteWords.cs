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
            ["site"] = settings.NameIn(language),
            ["link"] = settings.Get(SettingNames.BaseUrl, "") + (language == MessageBook.Languages[0] ? "" : $"/{language}") + path,
        };
}
