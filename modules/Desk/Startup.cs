using CommunityBusinessNetwork.Desk.Audits;
using CommunityBusinessNetwork.Desk.Dashboards;
using CommunityBusinessNetwork.Desk.Features;
using CommunityBusinessNetwork.Desk.Inboxes;
using CommunityBusinessNetwork.Desk.Menus;
using CommunityBusinessNetwork.Desk.Recipes;
using CommunityBusinessNetwork.Desk.Settings;
using CommunityBusinessNetwork.Desk.SetUps;
using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Navigation;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Desk;

/// <summary>Dashboard, tasks, audit, recipes, set-up.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddPermissions(Permissions.All)
        .AddMenu<AdminMenu>()
        .AddSingleton<FeatureStates>()
        .AddSingleton<EventNames>()
        .AddSingleton<SetUpCode>()
        .AddHostedService<AnnounceSetUpCode>()
        .AddScoped<Rail>()
        .AddScoped<Contributions>()
        .AddScoped<Inbox>()
        .AddScoped<SwitchFeature>()
        .AddScoped<SaveSettings>()
        .AddScoped<SetUpSite>()
        .AddScoped<DryRun>()
        .AddSingleton<WorkflowWords>()
        .AddScoped<WorkflowSight>()
        .AddScoped<DraftWriter>()
        .AddScoped<ChangeWay>()
        .AddScoped<RemoveWay>()
        .AddScoped<ChangeState>()
        .AddScoped<RemoveState>()
        .AddScoped<SwitchStop>()
        .AddScoped<PublishDraft>()
        .AddScoped<DiscardDraft>()
        .AddScoped<MoveRunning>();
}
