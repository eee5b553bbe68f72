using System.Text.Json;

namespace CommunityBusinessNetwork.BrowserTests;

/// <summary>The working copy that these tests were built from.</summary>
internal static class Repository
{
    private static readonly Dictionary<string, string> Thai = Read("th");

    public static string Root { get; } = FindRoot();

    /// <summary>The site's assembly: the published one that tests/run.sh names, otherwise the one that was built with these tests.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("CBN_SITE")
        ?? Path.Combine(Root, "src", "Web", "bin", new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/')).Parent!.Name, "net10.0", "CommunityBusinessNetwork.Web.dll");

    /// <summary>The words of the site, in Thai, by the key of its messages.</summary>
    public static string Words(string key) => Thai[key];

    private static Dictionary<string, string> Read(string language)
        => new[] { "modules", "themes", "src" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(FindRoot(), folder), $"{language}.json", SearchOption.AllDirectories))
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "Messages" && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
            .ToDictionary();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (!File.Exists(Path.Combine(folder.FullName, "CommunityBusinessNetwork.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run in the repository that they were built from.");
        }

        return folder.FullName;
    }
}
