using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Desk.SetUps;

/// <summary>
/// Makes the site: the recipe, the administrator, the names, and last the mark that it is done. Each part can run twice,
/// so a set-up that was interrupted is simply done again.
/// </summary>
internal sealed class SetUpSite(IServiceScopeFactory scopes, SiteSettings settings, SetUpCode code, RecipeBook recipes)
{
    public sealed record Input(string? Code, string? SiteName, string? UserName, string? Password, string? Recipe);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        if (settings.Get(SettingNames.IsSetUp, false))
        {
            return Outcome.NotFound;
        }

        if (Check(input) is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        // Nobody is signed in yet: the application itself acts.
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<ActingUser>().Become(CurrentUser.System);

        try
        {
            await services.GetRequiredService<RecipeRunner>().RunAsync(recipes.Find(input.Recipe!)!, ct);
        }
        catch (RecipeException fault)
        {
            return Outcome.Refused("desk.recipe-stopped", nameof(Input.Recipe), ("fault", fault.Message));
        }

        var made = await services.GetRequiredService<IFirstAdministrator>().MakeAsync(input.UserName!.Trim(), input.Password!, ct);

        if (made.Succeeded)
        {
            var db = services.GetRequiredService<AppDb>();
            await settings.SetAsync(db, CurrentUser.System, SettingNames.SiteName, input.SiteName!.Trim(), ct);
            await settings.SetAsync(db, CurrentUser.System, SettingNames.IsSetUp, true, ct);
        }

        return made;
    }

    private List<Problem> Check(Input input)
    {
        List<Problem> problems = [];

        if (!code.Is(input.Code))
        {
            problems.Add(new("desk.set-up-code-wrong", nameof(Input.Code)));
        }

        if (string.IsNullOrWhiteSpace(input.SiteName))
        {
            problems.Add(new("forms.required", nameof(Input.SiteName)));
        }

        if (string.IsNullOrWhiteSpace(input.UserName))
        {
            problems.Add(new("forms.required", nameof(Input.UserName)));
        }

        if (string.IsNullOrEmpty(input.Password))
        {
            problems.Add(new("forms.required", nameof(Input.Password)));
        }

        if (recipes.Find(input.Recipe ?? "") is not { IsSetupRecipe: true })
        {
            problems.Add(new("desk.set-up-recipe-missing", nameof(Input.Recipe)));
        }

        return problems;
    }
}
