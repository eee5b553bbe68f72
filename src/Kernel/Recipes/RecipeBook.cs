namespace CommunityBusinessNetwork.Kernel.Recipes;

/// <summary>The recipes that came with the program: <c>recipes/**/*.recipe.json</c> beside the assemblies.</summary>
public sealed class RecipeBook
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "recipes");

    /// <summary>By name.</summary>
    /// <exception cref="RecipeException">One of them cannot be read.</exception>
    public IReadOnlyList<Recipe> All { get; } = Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.recipe.json", SearchOption.AllDirectories).Select(Recipe.Read).OrderBy(r => r.Name, StringComparer.Ordinal)]
        : [];

    public Recipe? Find(string name) => All.SingleOrDefault(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase));
}
