using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Kernel.Messages;

namespace CommunityBusinessNetwork.Desk.Audits;

/// <summary>Events in words: a module writes them as messages <c>{module}.event.{EventType}</c>. One without words shows its type's name, spaced.</summary>
internal sealed partial class EventNames(MessageBook book)
{
    private readonly IReadOnlyDictionary<string, string> _keys = book.In(MessageBook.Languages[0]).Keys
        .Select(key => (key, at: key.IndexOf(".event.", StringComparison.Ordinal)))
        .Where(found => found.at > 0)
        .ToDictionary(found => found.key[(found.at + ".event.".Length)..], found => found.key);

    public string Of(string eventType) => _keys.TryGetValue(eventType, out var key) ? book.Find(Localizer.Language, key) : Spaced(eventType);

    internal static string Spaced(string name) => Capital().Replace(name, " $0");

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex Capital();
}
