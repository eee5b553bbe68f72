using System.Reflection;
using System.Text.Json;

namespace CommunityBusinessNetwork.Kernel.Messages;

/// <summary>Every sentence of the product, Thai and English, read once from the <c>Messages/*.json</c> of all modules and themes.</summary>
public sealed class MessageBook
{
    /// <summary>The languages of the product, the default first.</summary>
    public static readonly IReadOnlyList<string> Languages = ["th", "en"];

    private readonly Dictionary<string, Dictionary<string, string>> _byLanguage = Languages.ToDictionary(l => l, _ => new Dictionary<string, string>(StringComparer.Ordinal));

    /// <exception cref="InvalidOperationException">Two assemblies define the same key.</exception>
    public MessageBook(IEnumerable<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            foreach (var language in Languages)
            {
                Read(assembly, language);
            }
        }
    }

    public IReadOnlyDictionary<string, string> In(string language) => _byLanguage[language];

    /// <summary>The sentence; the key itself where it is missing, which a test does not let pass.</summary>
    public string Find(string language, string key)
        => _byLanguage[language].TryGetValue(key, out var text) || _byLanguage["th"].TryGetValue(key, out text) ? text : key;

    private void Read(Assembly assembly, string language)
    {
        using var stream = assembly.GetManifestResourceStream($"Messages/{language}.json");

        if (stream is null)
        {
            return;
        }

        foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [])
        {
            if (!_byLanguage[language].TryAdd(key, text))
            {
                throw new InvalidOperationException($"The message {key} is defined twice, once in {assembly.GetName().Name}.");
            }
        }
    }
}
