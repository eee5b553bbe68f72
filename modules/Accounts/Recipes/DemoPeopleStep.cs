using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace CommunityBusinessNetwork.Accounts.Recipes;

/// <summary>Our step <c>demo-people</c>: fictitious people without a password. In Production it stops the recipe.</summary>
internal sealed class DemoPeopleStep(AppDb db, CurrentUser user, IHostEnvironment? environment = null) : IRecipeStep
{
    private const string Prefix = "demo-";

    public string Name => "demo-people";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        if (environment is null || environment.IsProduction())
        {
            throw new RecipeException("demo people have no place in Production");
        }

        var people = step["People"].Deserialize<List<Person>>(AppJson.Options)!;
        var names = people.Select(p => p.UserName).ToList();
        var known = await db.Set<Account>().Where(a => names.Contains(a.UserName)).ToDictionaryAsync(a => a.UserName, ct);

        foreach (var person in people)
        {
            if (!person.UserName.StartsWith(Prefix, StringComparison.Ordinal))
            {
                throw new RecipeException($"{person.UserName}: the name of a demo person begins with {Prefix}");
            }

            var roles = person.Roles.Select(RoleHolding.Parse).ToList();

            if (known.TryGetValue(person.UserName, out var account))
            {
                account.Describe(person.DisplayName, roles);
            }
            else
            {
                db.Add(Account.Demo(person.UserName, person.DisplayName, roles));
            }
        }

        await db.SaveAsync(user, ct);
    }

    private sealed record Person(string UserName, string DisplayName, IReadOnlyList<string> Roles);
}
