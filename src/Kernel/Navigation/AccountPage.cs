namespace CommunityBusinessNetwork.Kernel.Navigation;

/// <summary>A page about herself that a module adds to everybody's account. Registered as a singleton.</summary>
/// <param name="TextKey">The message that names it.</param>
/// <param name="HintKey">The message that says what it is for.</param>
/// <param name="Url">From the root, "/account/…".</param>
public sealed record AccountPage(string TextKey, string HintKey, string Url);
