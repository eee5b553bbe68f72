using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Accounts.Recipes;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Web.Demo.Playing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Web.Demo.Recipes;

/// <summary>The step <c>demo-cast</c>: the people of the demo from a table, each group's secretary for the group of her province.</summary>
internal sealed class CastStep(AppDb db, CurrentUser user, IHostEnvironment environment) : IRecipeStep
{
    public string Name => "demo-cast";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var folder = Path.GetDirectoryName(context.PathOf(step["File"]!.GetValue<string>()))!;
        var groups = await db.Set<GroupIndex>().AsNoTracking().ToDictionaryAsync(g => g.ProvinceCode, ct);
        var people = DemoPerson.Read(folder).Select(p => new { p.UserName, DisplayName = p.Name, Roles = new[] { new RoleHolding(p.Role, p.AreaAmong(groups)).ToString() } });
        var data = new JsonObject { ["People"] = JsonSerializer.SerializeToNode(people, AppJson.Options) };
        await new DemoPeopleStep(db, user, environment).RunAsync(data, context, ct);
    }
}
