namespace CommunityBusinessNetwork.Web.Hosting;

/// <summary>Where the site's own files are, wherever the process was started from.</summary>
/// <param name="Root">The project's folder while developing, the published folder otherwise.</param>
/// <param name="Data">Database, files, keys and mail; by default App_Data below the root.</param>
internal sealed record SiteFolders(string Root, string Data)
{
    /// <summary>The recipes with their data, beside the assemblies.</summary>
    public static string Recipes => Path.Combine(AppContext.BaseDirectory, "recipes");

    public string Files => Path.Combine(Data, "files");
    public string Database => Path.Combine(Data, "site.db");
    public string Jobs => Path.Combine(Data, "jobs.db");
    public string Keys => Path.Combine(Data, "keys");
    public string Mail => Path.Combine(Data, "mail");

    public static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Web.csproj")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }

    /// <param name="data">The setting Data:Folder, relative to the root; empty for the default.</param>
    public static SiteFolders From(string? data)
    {
        var root = FindRoot();
        return new(root, Path.GetFullPath(string.IsNullOrEmpty(data) ? "App_Data" : data, root));
    }
}
