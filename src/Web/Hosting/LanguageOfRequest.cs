using System.Globalization;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>Thai at "/", English at "/en": the prefix becomes the path base, so that every link of the page keeps it.</summary>
internal sealed class LanguageOfRequest(RequestDelegate next)
{
    private static readonly CultureInfo Thai = CultureInfo.GetCultureInfo("th");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public async Task InvokeAsync(HttpContext http)
    {
        var english = http.Request.Path.StartsWithSegments("/en", out var rest);

        if (english)
        {
            http.Request.PathBase = http.Request.PathBase.Add("/en");
            http.Request.Path = rest.HasValue ? rest : "/";
        }

        // Numbers and dates of the program are invariant; only the words are of a language.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = english || http.Request.PathBase.Value == "/en" ? English : Thai;
        http.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
        await next(http);
    }
}
