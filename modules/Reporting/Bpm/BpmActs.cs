namespace CommunityBusinessNetwork.Reporting.Bpm;

/// <summary>What a page about a record may do.</summary>
internal sealed record BpmActs(SaveBpm Save, AttachFile Attach, RemoveFile Remove, ConfirmBpm Confirm);
