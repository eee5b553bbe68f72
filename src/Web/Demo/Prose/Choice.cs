namespace CommunityBusinessNetwork.Web.Demo.Prose;

/// <summary>Chooses for a group, always the same: the demo that is built twice is the same demo.</summary>
internal readonly record struct Choice(string Code)
{
    public T Of<T>(IReadOnlyList<T> things, string slot) => things[Number(slot, things.Count)];

    /// <summary>A whole number from zero to below the limit.</summary>
    public int Number(string slot, int limit)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = 2166136261u;

        foreach (var letter in $"{Code}/{slot}")
        {
            hash = unchecked((hash ^ letter) * 16777619u);
        }

        return (int)((hash ^ (hash >> 15)) % (uint)limit);
    }
}
