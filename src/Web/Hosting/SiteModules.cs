using CommunityBusinessNetwork.Kernel.Modules;

namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>The modules of this site.</summary>
internal static class SiteModules
{
    public static ModuleCatalogue Catalogue { get; } = new(
        new Accounts.Startup(),
        new Contents.Startup(),
        new Desk.Startup(),
        new Notices.Startup(),
        new Groups.Startup(),
        new Programmes.Startup(),
        new Letters.Startup(),
        new Plans.Startup(),
        new Clips.Startup(),
        new Screening.Startup(),
        new Awards.Startup(),
        new Procurement.Startup(),
        new Reporting.Startup(),
        new Search.Startup(),
        new Showcase.Startup())
    {
        Themes = [System.Reflection.Assembly.Load("CommunityBusinessNetwork.TheNetworkTheme"), System.Reflection.Assembly.Load("CommunityBusinessNetwork.TheDeskTheme")],
    };
}
