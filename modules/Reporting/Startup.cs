using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Dashboard;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Navigation;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Reporting.Overviews;
using CommunityBusinessNetwork.Reporting.Packages;
using CommunityBusinessNetwork.Reporting.Results;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Reporting;

/// <summary>BPM package and monitoring report.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions(Permissions.All);
        services.AddEntryLink(new(40, "reporting.room-bpm", "bpm", Permissions.ViewReports, EntryStates.Allotted, EntryStates.Closed));
        services.AddEntryLink(new(50, "reporting.room-report", "report", Permissions.ViewReports, EntryStates.Allotted, EntryStates.Closed));
        services.AddMenu<AdminMenu>();
        services.AddFileGate<BpmFileGate>();
        services.AddConsumer<FollowTheAwards>();
        services.AddFigures<ReportFigures>();
        services.AddTaskSource<ReportTasks>();
        services.AddScoped<SaveBpm>();
        services.AddScoped<AttachFile>();
        services.AddScoped<RemoveFile>();
        services.AddScoped<ConfirmBpm>();
        services.AddScoped<PackageQuery>();
        services.AddScoped<BpmPackage>();
        services.AddScoped<SaveReport>();
        services.AddScoped<SendReport>();
        services.AddScoped<AcceptReport>();
        services.AddScoped<ReturnReport>();
        services.AddScoped<BpmActs>();
        services.AddScoped<ReportActs>();
    }
}
