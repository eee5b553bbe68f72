using Microsoft.AspNetCore.OutputCaching;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>Public pages come from the cache, the same for everybody, until what they show has changed.</summary>
internal static class PublicPages
{
    /// <summary>The policy's name: pages say <c>[OutputCache(PolicyName = "public")]</c>.</summary>
    private const string Policy = "public";

    public static void Add(IServiceCollection services)
    {
        services.AddOutputCache(Configure);
        var memory = services.Last(s => s.ServiceType == typeof(IOutputCacheStore));
        services.Remove(memory);
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<KeptPages>(s, memory.ImplementationFactory!(s)));
        services.AddSingleton<IOutputCacheStore>(s => s.GetRequiredService<KeptPages>());
        services.AddHostedService<KeepPages>();
    }

    private static void Configure(OutputCacheOptions options)
    {
        options.SizeLimit = 64 * 1024 * 1024;
        options.AddPolicy(Policy, policy => policy.Expire(TimeSpan.FromHours(1)).Tag("site").SetVaryByHost(true).SetVaryByHeader("Accept-Encoding").SetVaryByQuery("q", "region", "province", "tier", "type", "year", "page", "view", "sort", "progress"));
    }
}
