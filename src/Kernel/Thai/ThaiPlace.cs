namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>The name of a place as official letters have it.</summary>
public static class ThaiPlace
{
    private const string At = "ณ ";

    /// <summary>Without the preposition "at" before it: the letter has its own (domain §3.6).</summary>
    public static string Bare(string place)
    {
        var bare = place.Trim();
        return bare.StartsWith(At, StringComparison.Ordinal) ? bare[At.Length..].TrimStart() : bare;
    }
}
