using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Web.Demo.Prose;

namespace CommunityBusinessNetwork.Web.Demo.Recipes;

/// <summary>The step <c>demo-roster</c>: the groups of the synthetic roster, each with a story composed from its numbers.</summary>
internal sealed class RosterStep(RegisterGroup register) : IRecipeStep
{
    public string Name => "demo-roster";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var folder = Path.GetDirectoryName(context.PathOf(step["File"]!.GetValue<string>()))!;
        var storyteller = new Storyteller(folder);

        foreach (var row in Roster.Read(folder))
        {
            var words = storyteller.Of(row);
            var outcome = await register.RunAsync(GroupProfile.Of(row, words, words.BeforeTh, words.BeforeEn), ct);

            if (!outcome.Succeeded)
            {
                throw new RecipeException($"{row.Code}: {outcome.Problems[0].Code}");
            }
        }
    }
}
