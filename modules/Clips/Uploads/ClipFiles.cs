using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Clips.Uploads;

/// <summary>The purposes under which the files of clips are kept, and what may be in them.</summary>
public static class ClipFiles
{
    public const string Application = "clips.application";
    public const string Activity = "clips.activity";
    public const string Captions = "clips.captions";

    /// <summary>The setting with the largest clip, in megabytes.</summary>
    public const string LimitSetting = "ClipLimitMb";

    internal const int UsualLimitMb = 300;
    internal const long CaptionsLimit = 1024 * 1024;

    internal static IReadOnlyCollection<string> Types => FileTypes.Clips;

    internal static readonly IReadOnlyCollection<string> CaptionTypes = ["text/vtt"];

    internal static string PurposeOf(ClipKind kind) => kind == ClipKind.Application ? Application : Activity;
}
