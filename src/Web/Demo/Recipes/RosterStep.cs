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
            var outcome = await register.RunAsync(InputOf(row, storyteller.Of(row)), ct);

            if (!outcome.Succeeded)
            {
                throw new RecipeException($"{row.Code}: {outcome.Problems[0].Code}");
            }
        }
    }

    private static RegisterGroup.Input InputOf(RosterRow row, GroupWords words)
        => new(
            row.Name,
            words.NameEn,
            DistrictCodeOf(row),
            new(
                row.Code,
                row.Province.Code,
                row.District,
                row.Subdistrict,
                row.Village,
                row.Moo,
                row.Postcode,
                row.Businesses,
                row.FoundedBe,
                row.Members,
                row.Women,
                row.Committee,
                row.Savings,
                row.Loans,
                row.WelfareFund,
                row.Revenue,
                row.Profit,
                row.Jobs)
            {
                ResultTh = words.BeforeTh,
                ResultEn = words.BeforeEn,
                StoryTh = string.Join("\n\n", words.Story),
            },
            new(row.Chair, null, string.Concat(row.Phone.Where(char.IsAsciiDigit)), row.Email));

    /// <summary>The capital district has the number 01 in every province.</summary>
    public static string DistrictCodeOf(RosterRow row) => $"{row.Province.Code}01";
}
