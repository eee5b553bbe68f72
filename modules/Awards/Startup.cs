using CommunityBusinessNetwork.Awards.Allotments;
using CommunityBusinessNetwork.Awards.Announcements;
using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Awards.Overviews;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Dashboard;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Navigation;
using CommunityBusinessNetwork.Kernel.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Awards;

/// <summary>Awards, allotment, ledger.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions(Permissions.All);
        services.AddMenu<AdminMenu>();
        services.AddConsumer<PrepareAnnouncement>();
        services.AddConsumer<ReverseAwards>();
        services.AddFigures<AwardFigures>();
        services.AddTaskSource<AwardTasks>();
        services.AddScoped<AnnounceResults>();
        services.AddScoped<Allot>();
        services.AddScoped<WithdrawAward>();
    }
}
