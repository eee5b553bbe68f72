namespace CommunityBusinessNetwork.Notices.Outbox;

/// <summary>What can be done with notices.</summary>
internal sealed record NoticeActs(HoldNotices Hold, SendNotices Send, DiscardNotices Discard, RewordNotice Reword);
