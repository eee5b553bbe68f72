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
    private const char Separator = '\n';

    public static IReadOnlyList<EventChange> Compare(string? before, string after)
    {
        var old = before is null ? [] : Flatten(before);
        var now = Flatten(after);
        return [.. now.Keys.Concat(old.Keys).Distinct().SelectMany(name => Changes(EventNames.Spaced(name), old.GetValueOrDefault(name), now.GetValueOrDefault(name)))];
    }

    /// <summary>A list of plain values is compared by what came and went; by its order only when nothing did.</summary>
    private static IEnumerable<EventChange> Changes(string name, string? before, string? after)
    {
        string[] was = before?.Split(Separator) ?? [];
        string[] now = after?.Split(Separator) ?? [];
        string[] gone = [.. was.Except(now)];
        string[] come = [.. now.Except(was)];
        return before is not null && Math.Max(was.Length, now.Length) > 1 && gone.Length + come.Length > 0
            ? gone.Select(value => new EventChange(name, value, null)).Concat(come.Select(value => new EventChange(name, null, value)))
            : [new(name, before?.Replace(Separator, ' '), after?.Replace(Separator, ' '))];
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
                case JsonValueKind.Array when element.GetArrayLength() > 0 && element.EnumerateArray().All(IsPlain):
                    values[path] = string.Join(Separator, element.EnumerateArray());
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

    private static bool IsPlain(JsonElement value) => value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
        || (value.ValueKind is JsonValueKind.String && !value.GetString()!.Contains(Separator, StringComparison.Ordinal));

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
