using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Plans.Checks;
using CommunityBusinessNetwork.Plans.Reading;
using CommunityBusinessNetwork.Plans.Versions;
using CommunityBusinessNetwork.Plans.Writing;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Plans;

/// <summary>Business plans and budget lines.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions(Permissions.All);
        services.AddEntryLink(new(10, "plans.room", "plan", Permissions.EditPlans));
        services.AddEntryLink(new(11, "plans.room-read", "plan/read", Permissions.ViewPlans));
        services.AddGuard<PlanComplete>();
        services.AddEffect<SnapshotPlan>();
        services.AddScoped<StartPlan>();
        services.AddScoped<SavePlan>();
        services.AddScoped<PlanReader>();
    }
}
