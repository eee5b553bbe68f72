using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Letters.Writing;

/// <summary>
/// The fixed words of a letter and its guideline, with named gaps. They stand in wording.json;
/// the profile <i>seed</i> lays the slips of the letter of 2563 over them, so that it can be written again byte for byte (domain §1.3, §3.7).
/// </summary>
internal sealed partial class Wording
{
    public static readonly Wording Corrected = new(Load("wording.json"));
    public static readonly Wording Seed = new(Overlay(Load("wording.json"), Load("wording.seed.json")));

    private readonly IReadOnlyDictionary<string, string> _words;

    private Wording(IReadOnlyDictionary<string, string> words) => _words = words;

    /// <summary>The words of a key, every gap filled, in Thai digits.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key, or a gap has no filling.</exception>
    public string this[string key, params (string Gap, string Filling)[] fillings] => ThaiDigits.ToThai(Gap().Replace(_words[key], gap
        => fillings.FirstOrDefault(f => f.Gap == gap.Groups[1].Value).Filling ?? throw new KeyNotFoundException($"{key}: nothing for {gap.Value}")));

    /// <summary>The wording of a profile; null when there is none of that name.</summary>
    public static Wording? Find(string profile) => profile switch
    {
        "corrected" => Corrected,
        "seed" => Seed,
        _ => null,
    };

    private static Dictionary<string, string> Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    private static Dictionary<string, string> Overlay(Dictionary<string, string> words, Dictionary<string, string> over)
        => words.ToDictionary(w => w.Key, w => over.GetValueOrDefault(w.Key, w.Value));

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
