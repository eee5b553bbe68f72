using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Dashboard;
using CommunityBusinessNetwork.Kernel.Deployment;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Navigation;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Events;
using CommunityBusinessNetwork.Programmes.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Programmes;

/// <summary>Cycles, slots, entries and their submission, calendar of events.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions(Permissions.All);
        services.AddMenu<AdminMenu>();
        services.AddTaskSource<ProgrammeTasks>();
        services.AddTaskSource<TransitionTasks>();
        services.AddFigures<ProgrammeFigures>();
        services.AddRecipeStep<CycleRecipeStep>();
        services.AddDeploymentSource<CycleSource>();
        services.AddGuard<BeforeDeadline>();
        services.AddGuard<TracksDone>();
        services.AddGuard<AnotherPerson>();
        services.AddWorkflowSubjects<EntrySubjects>();
        services.AddCodedTransitions(Transitions.Coded);
        services.AddConsumer<FollowTheRounds>();
        services.AddScoped<OpenCycle>();
        services.AddScoped<NominateGroup>();
        services.AddScoped<NotifyEntry>();
        services.AddScoped<SubmitEntry>();
        services.AddScoped<GrantExtension>();
        services.AddScoped<MoveEntry>();
        services.AddScoped<PlanEvent>();
    }
}
