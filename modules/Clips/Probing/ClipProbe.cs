namespace CommunityBusinessNetwork.Clips.Probing;

/// <summary>What a film's file says of itself.</summary>
/// <param name="DurationMs">Null when it does not say how long it is.</param>
public sealed record ClipFacts(long? DurationMs, bool HasPicture);

/// <summary>Reads the length of a film from its container, without decoding it and without any tool.</summary>
public static class ClipProbe
{
    /// <returns>Null when the container is broken.</returns>
    public static async Task<ClipFacts?> ReadAsync(Stream film, string contentType, CancellationToken ct)
    {
        try
        {
            return contentType == "video/webm" ? await WebmHead.ReadAsync(film, ct) : await Mp4Head.ReadAsync(film, ct);
        }
        catch (Exception fault) when (fault is EndOfStreamException or InvalidDataException)
        {
            return null;
        }
    }
}
