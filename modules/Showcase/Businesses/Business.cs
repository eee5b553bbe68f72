using CommunityBusinessNetwork.Kernel.Messages;

namespace CommunityBusinessNetwork.Showcase.Businesses;

/// <summary>A kind of business that groups run, with the figure that stands for it on cloths.</summary>
/// <param name="Figure">A business that is not in the table has none: the figure of its cloth is drawn by lot.</param>
public sealed record Business(string Figure, string NameTh, string? NameEn)
{
    private static readonly IReadOnlyDictionary<string, Business> Known = Load();

    public string Name => Localizer.Choose(NameTh, NameEn);

    /// <summary>In addresses.</summary>
    public string Key => Figure.Length > 0 ? Figure : NameTh;

    /// <summary>The business of that Thai name.</summary>
    public static Business Of(string nameTh) => Known.TryGetValue(nameTh, out var known) ? known : new("", nameTh, null);

    private static Dictionary<string, Business> Load()
    {
        using var stream = typeof(Business).Assembly.GetManifestResourceStream("businesses.csv")!;
        using StreamReader reader = new(stream);
        reader.ReadLine();
        Dictionary<string, Business> businesses = [];

        while (reader.ReadLine() is { } line)
        {
            var row = line.Split(',');
            businesses.Add(row[1], new(row[0], row[1], row[2]));
        }

        return businesses;
    }
}
