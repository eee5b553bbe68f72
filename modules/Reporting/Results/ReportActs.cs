using CommunityBusinessNetwork.Clips.Uploads;

namespace CommunityBusinessNetwork.Reporting.Results;

/// <summary>What a page about a report may do.</summary>
internal sealed record ReportActs(SaveReport Save, SendReport Send, AcceptReport Accept, ReturnReport Return, UploadClip Upload);
