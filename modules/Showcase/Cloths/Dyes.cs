namespace CommunityBusinessNetwork.Showcase.Cloths;

/// <summary>The five colours of a cloth: its ground and silk, two accents, and the shadow.</summary>
public sealed record Dyes(string Ground, string Silk, string Accent, string SecondAccent, string Shadow)
{
    /// <summary>By region key, in the order in which an unknown region picks one.</summary>
    public static IReadOnlyList<KeyValuePair<string, Dyes>> OfRegions { get; } =
    [
        new("northeast", new("#1F3A5F", "#F3EBD9", "#8FB0D0", "#C65A5E", "#14283F")),
        new("north", new("#2E2529", "#F1E6D2", "#C4484E", "#B9A06A", "#1B1518")),
        new("central", new("#74402B", "#F6EAD3", "#E0AC4C", "#D98A63", "#4C281A")),
        new("east", new("#33553F", "#F4EDD8", "#B9CC8A", "#DDA94A", "#1F3728")),
        new("west", new("#7B5A17", "#FAF0D8", "#F0C865", "#8C3138", "#51390A")),
        new("south", new("#56294A", "#F5E8DF", "#D98CA0", "#D9A441", "#371730")),
    ];

    public static Dyes? OfRegion(string? region) => OfRegions.FirstOrDefault(r => r.Key == region).Value;

    /// <summary>Ground, silk and accent of the band at the foot: lac is the first tier, turmeric the second, indigo before a tier is known.</summary>
    internal static (string Ground, string Silk, string Accent) OfFoot(Foot foot) => foot switch
    {
        Foot.Lac => ("#9E3039", "#FBF0DC", "#E4B04A"),
        Foot.Turmeric => ("#C98A1B", "#FFF6E0", "#7A2029"),
        _ => ("#1F3A5F", "#F3EBD9", "#8FB0D0"),
    };

    internal string Of(int colour) => colour switch { 1 => Silk, 2 => Accent, _ => SecondAccent };
}

/// <summary>The colour of the band at a cloth's foot, which tells the tier.</summary>
public enum Foot
{
    Indigo,
    Lac,
    Turmeric,
}
