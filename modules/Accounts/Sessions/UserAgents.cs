namespace CommunityBusinessNetwork.Accounts.Sessions;

/// <summary>Browser and system out of a <c>User-Agent</c>, good enough to tell one's own devices apart.</summary>
internal static class UserAgents
{
    // In this order: most browsers also name those whom they imitate.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Line/", "LINE"), ("FBAN/", "Facebook"), ("FBAV/", "Facebook"), ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <returns>"Chrome · Android"; what is not known is left out, and an empty text says that nothing is.</returns>
    public static string InWords(string? userAgent)
        => string.Join(" · ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>());

    private static string? Find((string Mark, string Name)[] marks, string? userAgent)
        => marks.Where(m => userAgent?.Contains(m.Mark, StringComparison.Ordinal) == true).Select(m => m.Name).FirstOrDefault();
}
