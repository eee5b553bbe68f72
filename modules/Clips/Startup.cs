using CommunityBusinessNetwork.Clips.Playing;
using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Modules;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Clips;

/// <summary>Video clips: upload, probing, playback.</summary>
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions(Permissions.All);
        services.AddEntryLink(new(20, "clips.room", "clip", Permissions.ViewClips));
        services.AddEntryLink(new(70, "clips.activity", "clip/activity", Permissions.ViewClips, [.. EntryStates.Placed]));
        services.AddGuard<ClipAccepted>();
        services.AddFileGate<ClipGate>();
        services.AddScoped<UploadClip>();
        services.AddScoped<DescribeClip>();
        services.AddScoped<CaptionClip>();
    }
}
