namespace CommunityBusinessNetwork.Showcase.Publications;

/// <summary>Something to read: a page, a piece of news, a file.</summary>
/// <param name="Url">Without a slash in front.</param>
/// <param name="KindKey">The message that says what it is.</param>
/// <param name="Lang">Set when the title is not in the reader's language.</param>
public sealed record PublicDocument(string Title, string? Lang, string Url, string KindKey, DateTimeOffset At);
