using System.Text.Json;

namespace CommunityBusinessNetwork.Desk.Audits;

/// <summary>One value of an event, before and after.</summary>
/// <param name="Name">The path of the property, "Lines 3 Amount".</param>
/// <param name="Before">What the same kind of event said last time about the same thing; null when it said nothing.</param>
internal sealed record EventChange(string Name, string? Before, string? After)
{
    public bool IsSame => Before == After;
}

/// <summary>The JSON of an event as a flat list that a person can read.</summary>
internal static class EventData
{
    public static IReadOnlyList<EventChange> Compare(string? before, string after)
    {
        var old = before is null ? [] : Flatten(before);
        var now = Flatten(after);
        return [.. now.Keys.Concat(old.Keys).Distinct().Select(name => new EventChange(EventNames.Spaced(name), old.GetValueOrDefault(name), now.GetValueOrDefault(name)))];
    }

    public static Dictionary<string, string> Flatten(string json)
    {
        Dictionary<string, string> values = [];
        using var document = JsonDocument.Parse(json);
        Walk(document.RootElement, "");
        return values;

        void Walk(JsonElement element, string path)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var property in element.EnumerateObject())
                    {
                        Walk(property.Value, path.Length > 0 ? $"{path} {property.Name}" : property.Name);
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var (at, item) in element.EnumerateArray().Index())
                    {
                        Walk(item, $"{path} {at + 1}");
                    }

                    break;
                case JsonValueKind.String when IsJsonObject(element.GetString()!):
                    using (var inner = JsonDocument.Parse(element.GetString()!))
                    {
                        Walk(inner.RootElement, path);
                    }

                    break;
                default:
                    values[path] = element.ToString();
                    break;
            }
        }
    }

    // A setting's value is JSON inside JSON.
    private static bool IsJsonObject(string text)
    {
        if (text.Length == 0 || text[0] is not ('{' or '['))
        {
            return false;
        }

        try
        {
            using var parsed = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
