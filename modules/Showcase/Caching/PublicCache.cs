using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace CommunityBusinessNetwork.Showcase.Caching;

/// <summary>The tags by which cached public pages are forgotten.</summary>
public static class PublicCache
{
    /// <summary>The host's policy for pages that are the same for every visitor; it tags them all with <see cref="Site"/>.</summary>
    public const string Policy = "public";

    /// <summary>Every public page.</summary>
    public const string Site = "site";

    /// <summary>Pages that show groups of a cycle.</summary>
    public static string Cycle(Guid id) => $"cycle:{id}";

    /// <summary>The page of one group.</summary>
    public static string Group(string itemId) => $"group:{itemId}";

    /// <summary>Says within a request that its answer shows that.</summary>
    public static void Tag(HttpContext? http, string tag) => http?.Features.Get<IOutputCacheFeature>()?.Context.Tags.Add(tag);
}
