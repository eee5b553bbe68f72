using System.Net;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.AspNetCore.Http;

namespace CommunityBusinessNetwork.Accounts.Links;

/// <summary>The address with which links to this site begin: the setting, and where there is none the one that was asked for.</summary>
internal sealed class SiteAddress(SiteSettings settings)
{
    /// <summary>For a person who manages people: she sees the link herself.</summary>
    public string For(HttpRequest request) => Known ?? $"{request.Scheme}://{request.Host}";

    /// <summary>
    /// For a visitor whom nobody knows. She could write another server's name into her request and so have a link to it mailed
    /// to somebody else: without the setting only this machine's own name is believed.
    /// </summary>
    public string? ForAnybody(HttpRequest request)
        => Known ?? (request.Host.Host == "localhost" || (IPAddress.TryParse(request.Host.Host, out var address) && IPAddress.IsLoopback(address))
            ? $"{request.Scheme}://{request.Host}"
            : null);

    private string? Known => settings.Get<string?>(SettingNames.BaseUrl, null) is { Length: > 0 } known ? known : null;
}
