using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Showcase.Caching;
using CommunityBusinessNetwork.Showcase.Publications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Showcase.Feeds;

/// <summary>What machines read: sitemap.xml, robots.txt and the feed of news.</summary>
internal static class FeedEndpoints
{
    private const int Entries = 30;
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly string[] Standing = ["", "groups", "map", "results", "news", "documents", "data", "privacy", "accessibility", "contact"];

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sitemap.xml", SitemapAsync).AllowAnonymous().CacheOutput(PublicCache.Policy);
        routes.MapGet("/robots.txt", Robots).AllowAnonymous();
        routes.MapGet("/feed", FeedAsync).AllowAnonymous().CacheOutput(PublicCache.Policy);
    }

    private static IResult Robots(HttpRequest request)
        => TypedResults.Text($"User-agent: *\nDisallow: /admin\nDisallow: /my\nDisallow: /review\nDisallow: /sign-in\nSitemap: {RootOf(request)}/sitemap.xml\n", "text/plain");

    private static async Task<IResult> SitemapAsync(HttpRequest request, PublicCycles cycles, CancellationToken ct)
    {
        var root = RootOf(request);
        var cycle = await cycles.LatestAsync(ct);
        var pages = Standing
            .Concat((await cycles.YearsAsync(ct)).Select(y => $"results/{y}"))
            .Concat(cycle?.Groups.Select(g => "groups/" + g.Slug) ?? []);

        return Xml(new XElement(
            Map + "urlset",
            new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml),
            pages.SelectMany(p => new[] { Page(root, p, root + "/" + p), Page(root, p, root + "/en/" + p) })));
    }

    private static XElement Page(string root, string path, string address) => new(
        Map + "url",
        new XElement(Map + "loc", address),
        Alternate("th", $"{root}/{path}"),
        Alternate("en", $"{root}/en/{path}"));

    private static XElement Alternate(string language, string address)
        => new(Xhtml + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", language), new XAttribute("href", address));

    private static async Task<IResult> FeedAsync(HttpRequest request, PublicDocuments documents, Localizer localizer, CancellationToken ct)
    {
        var site = RootOf(request) + request.PathBase;
        var shown = await documents.LatestAsync(Entries, ct);

        return Xml(
            new XElement(
                Atom + "feed",
                new XAttribute(XNamespace.Xml + "lang", Localizer.Language),
                new XElement(Atom + "id", site + "/feed"),
                new XElement(Atom + "title", localizer["showcase.feed.title"]),
                new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", site + "/feed")),
                new XElement(Atom + "updated", Instant(shown.Select(d => d.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())),
                new XElement(Atom + "author", new XElement(Atom + "name", localizer["showcase.feed.author"])),
                shown.Select(d => new XElement(
                    Atom + "entry",
                    new XElement(Atom + "id", $"{site}/{d.Url}"),
                    new XElement(Atom + "title", d.Title),
                    new XElement(Atom + "link", new XAttribute("href", $"{site}/{d.Url}")),
                    new XElement(Atom + "updated", Instant(d.At))))),
            "application/atom+xml");
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string RootOf(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";

    private static IResult Xml(XElement root, string type = "application/xml")
        => TypedResults.Text("""<?xml version="1.0" encoding="utf-8"?>""" + "\n" + root, type, Encoding.UTF8);
}
