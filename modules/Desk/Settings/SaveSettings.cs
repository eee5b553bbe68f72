using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;

namespace CommunityBusinessNetwork.Desk.Settings;

/// <summary>The site's names and address.</summary>
internal sealed record SiteIdentity(string? NameTh, string? NameEn, string? BaseUrl)
{
    public static SiteIdentity Of(SiteSettings settings) => new(
        settings.Get(SettingNames.SiteName, ""), settings.Get(SettingNames.SiteNameEn, ""), settings.Get(SettingNames.BaseUrl, ""));
}

/// <summary>Changes the site's names and address, all or none.</summary>
internal sealed class SaveSettings(AppDb db, CurrentUser user, SiteSettings settings)
{
    /// <param name="seen">What the person saw when she began to type.</param>
    public async Task<Outcome> RunAsync(SiteIdentity wanted, SiteIdentity seen, CancellationToken ct)
    {
        if (Plain(seen) != Plain(SiteIdentity.Of(settings)))
        {
            return Outcome.ChangedMeanwhile;
        }

        var (name, nameEn, address) = Plain(wanted);

        if (string.IsNullOrEmpty(name))
        {
            return Outcome.Refused("forms.required", nameof(SiteIdentity.NameTh));
        }

        if (!string.IsNullOrEmpty(address) && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")))
        {
            return Outcome.Refused("desk.address-invalid", nameof(SiteIdentity.BaseUrl));
        }

        await db.TransactionAsync(
            async () =>
            {
                await settings.SetAsync(db, user, SettingNames.SiteName, name, ct);
                await settings.SetAsync(db, user, SettingNames.SiteNameEn, nameEn, ct);
                await settings.SetAsync(db, user, SettingNames.BaseUrl, address, ct);
            },
            ct);
        settings.Forget();
        return Outcome.Done;
    }

    private static SiteIdentity Plain(SiteIdentity identity)
        => new(identity.NameTh?.Trim() ?? "", identity.NameEn?.Trim() ?? "", identity.BaseUrl?.Trim().TrimEnd('/') ?? "");
}
