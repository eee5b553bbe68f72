using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Kernel.Recipes;

/// <summary>A recipe in Orchard Core's envelope: named steps with data, run as one transaction.</summary>
public sealed record Recipe(string Name, string DisplayName, string Description, bool IsSetupRecipe, IReadOnlyList<JsonObject> Steps, string? Folder)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a *.recipe.json file; its steps may name files relative to its folder.</summary>
    /// <exception cref="RecipeException">It is no JSON of that shape.</exception>
    public static Recipe Read(string path)
        => Parse(File.ReadAllText(path), Path.GetFileName(path), Path.GetDirectoryName(Path.GetFullPath(path)));

    /// <param name="text">The recipe as JSON.</param>
    /// <param name="source">How a fault names it.</param>
    /// <param name="folder">Where the files lie that its steps may name; null when it came alone.</param>
    /// <exception cref="RecipeException">It is no JSON of that shape.</exception>
    public static Recipe Parse(string text, string source, string? folder)
    {
        try
        {
            var json = JsonNode.Parse(text, documentOptions: Lenient)!.AsObject();
            return new(
                json["name"]!.GetValue<string>(),
                json["displayName"]?.GetValue<string>() ?? "",
                json["description"]?.GetValue<string>() ?? "",
                json["issetuprecipe"]?.GetValue<bool>() ?? false,
                [.. json["steps"]!.AsArray().Select(s => s!.AsObject())],
                folder);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new RecipeException($"{source}: {fault.Message}", fault);
        }
    }
}

/// <summary>What the steps of a running recipe share.</summary>
public sealed record RecipeContext(Recipe Recipe, CurrentUser User)
{
    /// <summary>The path of a file that a step names.</summary>
    /// <exception cref="RecipeException">It is not there, or outside the recipe's folder.</exception>
    public string PathOf(string file)
    {
        var folder = Recipe.Folder ?? throw new RecipeException($"the recipe came alone, without {file}");
        var path = Path.GetFullPath(Path.Combine(folder, file));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path)
            ? path
            : throw new RecipeException($"there is no file {file} beside the recipe");
    }
}

/// <summary>Does one kind of step. Running it twice with the same data must leave the same state.</summary>
public interface IRecipeStep
{
    /// <summary>The step's name, compared without case.</summary>
    string Name { get; }

    /// <exception cref="RecipeException">The data is wrong: the recipe stops and nothing of it stays.</exception>
    Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct);
}

/// <summary>A recipe is wrong. The message says where.</summary>
public sealed class RecipeException : Exception
{
    public RecipeException()
    {
    }

    public RecipeException(string message)
        : base(message)
    {
    }

    public RecipeException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
