using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Showcase.Caching;
using CommunityBusinessNetwork.Showcase.Cloths;
using CommunityBusinessNetwork.Showcase.Feeds;
using CommunityBusinessNetwork.Showcase.Home;
using CommunityBusinessNetwork.Showcase.Menus;
using CommunityBusinessNetwork.Showcase.OpenData;
using CommunityBusinessNetwork.Showcase.Publications;
using CommunityBusinessNetwork.Showcase.Stories;
using CommunityBusinessNetwork.Showcase.Verdicts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Showcase;

/// <summary>The public face.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<PublicCycles>();
        services.AddScoped<PublicDocuments>();
        services.AddScoped<PublicMenu>();
        services.AddScoped<HomeQuery>();
        services.AddScoped<GroupQuery>();
        services.AddScoped<VerdictQuery>();
        services.AddConsumer<ForgetPages>();
        services.Configure<ResponseCompressionOptions>(o => o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"]);
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
        routes.MapCloths();
        routes.MapOpenData();
        routes.MapFeeds();
    }
}
