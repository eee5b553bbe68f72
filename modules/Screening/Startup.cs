using CommunityBusinessNetwork.Clips.Playing;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Navigation;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Screening.Panels;
using CommunityBusinessNetwork.Screening.Resolutions;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Screening;

/// <summary>Panels, rounds, score sheets, ranking, resolution.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions(Permissions.All);
        services.AddMenu<AdminMenu>();
        services.AddTaskSource<SheetTasks>();
        services.AddScoped<IClipReader, CommitteeSees>();
        services.AddConsumer<FollowWithdrawals>();

        services.AddEntryLink(new(25, "screening.verdict", "verdict", Permissions.ViewingVerdict, [EntryStates.NotShortlisted, .. EntryStates.Placed]));

        services.AddScoped<AppointPanel>();
        services.AddScoped<OpenRound>();
        services.AddScoped<StartDiscussion>();
        services.AddScoped<AllowFewSheets>();
        services.AddScoped<SettleTie>();
        services.AddScoped<CloseRound>();
        services.AddScoped<WriteFeedback>();
        services.AddScoped<SaveScore>();
        services.AddScoped<SubmitSheet>();
        services.AddScoped<SubmitSheets>();
        services.AddScoped<ChangeScore>();
        services.AddScoped<Recuse>();
        services.AddScoped<ReleaseSheet>();
        services.AddScoped<ResolveRound>();
        services.AddScoped<SignResolution>();
    }
}
