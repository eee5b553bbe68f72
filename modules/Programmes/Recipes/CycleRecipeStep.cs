using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Recipes;

/// <summary>Our step <c>cycle</c>: the rules of one fiscal year. Run again it changes them while the cycle is not open.</summary>
internal sealed class CycleRecipeStep(AppDb db, CurrentUser user) : IRecipeStep
{
    public string Name => "cycle";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var year = step["FiscalYearBe"]!.GetValue<int>();
        var (nameTh, nameEn) = (step["NameTh"]!.GetValue<string>(), step["NameEn"]!.GetValue<string>());
        var rules = step["Rules"].Deserialize<CycleRules>(AppJson.Options)!;

        if (rules.Check() is { Count: > 0 } wrong)
        {
            throw new RecipeException($"cycle {year}: {string.Join("; ", wrong)}");
        }

        var cycle = await db.Set<Cycle>().SingleOrDefaultAsync(c => c.FiscalYearBe == year, ct);

        if (cycle is null)
        {
            db.Add(new Cycle(year, nameTh, nameEn, rules));
        }
        else if (!cycle.Plan(nameTh, nameEn, rules).Succeeded)
        {
            throw new RecipeException($"cycle {year}: it is open and its rules are different");
        }

        await db.SaveAsync(user, ct);
    }
}
