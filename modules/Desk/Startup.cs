using CommunityBusinessNetwork.Desk.Audits;
using CommunityBusinessNetwork.Desk.Dashboards;
using CommunityBusinessNetwork.Desk.Features;
using CommunityBusinessNetwork.Desk.Inboxes;
using CommunityBusinessNetwork.Desk.Menus;
using CommunityBusinessNetwork.Desk.Pages.Desk;
using CommunityBusinessNetwork.Desk.Recipes;
using CommunityBusinessNetwork.Desk.Settings;
using CommunityBusinessNetwork.Desk.SetUps;
using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Health;
using CommunityBusinessNetwork.Kernel.Jobs;
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
        .AddSingleton<EventNames>()
        .AddSingleton<SetUpCode>()
        .AddHostedService<AnnounceSetUpCode>()
        .AddScoped<Rail>()
        .AddScoped<Contributions>()
        .AddScoped<Inbox>()
        .AddScoped<TaskDesk>()
        .AddScoped<WaitingCount>()
        .AddSingleton<WaitingCounts>()
        .AddScoped<SwitchFeature>()
        .AddScoped<SaveSettings>()
        .AddScoped<SetUpSite>()
        .AddRecurringJob<VerifyAudit>()
        .AddHealthSource<AuditHealth>()
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
