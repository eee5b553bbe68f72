using System.Globalization;
using System.Text.Json.Nodes;

namespace CommunityBusinessNetwork.Kernel.Content;

/// <summary>A version of an item as Orchard Core writes it: the common members, then one object per part.</summary>
public static class ContentItemJson
{
    public static JsonObject Write(ContentItem item)
    {
        var json = new JsonObject
        {
            ["ContentItemId"] = item.ItemId,
            ["ContentItemVersionId"] = item.ItemVersionId,
            ["ContentType"] = item.TypeName,
            ["DisplayText"] = item.DisplayText,
            ["Latest"] = item.Latest,
            ["Published"] = item.Published,
            ["ModifiedUtc"] = Instant(item.ModifiedUtc),
            ["PublishedUtc"] = item.PublishedUtc is { } published ? Instant(published) : null,
            ["CreatedUtc"] = Instant(item.CreatedUtc),
            ["Owner"] = item.Owner,
            ["Author"] = item.Author,
        };

        foreach (var (name, part) in JsonNode.Parse(item.Parts)!.AsObject())
        {
            json[name] = part?.DeepClone();
        }

        return json;
    }

    /// <summary>
    /// A version of an item as another site takes it: without the members that only this site gives it (version, times, people), and with its area.
    /// </summary>
    public static JsonObject WriteToDeploy(ContentItem item)
    {
        var json = Write(item);

        foreach (var own in new[] { "ContentItemVersionId", "Latest", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author" })
        {
            json.Remove(own);
        }

        json["Area"] = item.AreaPath;
        return json;
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
