using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Recipes;

/// <summary>Runs recipes: all steps in one transaction, or none. A step that nobody handles stops it.</summary>
public sealed class RecipeRunner(AppDb db, CurrentUser user, IEnumerable<IRecipeStep> steps, RoleBook roles, SiteSettings settings)
{
    /// <exception cref="RecipeException">A step is unknown or its data is wrong. The message names the recipe, the step's place and the fault.</exception>
    public async Task RunAsync(Recipe recipe, CancellationToken ct)
    {
        var context = new RecipeContext(recipe, user);

        try
        {
            await db.TransactionAsync(
                async () =>
                {
                    foreach (var (at, step) in recipe.Steps.Index())
                    {
                        await RunStepAsync(recipe, at, step, context, ct);
                    }
                },
                ct);
        }
        finally
        {
            db.ChangeTracker.Clear();
            roles.Forget();
            settings.Forget();
        }
    }

    private async Task RunStepAsync(Recipe recipe, int at, JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var name = step["name"]?.GetValue<string>() ?? "";
        var handler = steps.SingleOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new RecipeException($"{recipe.Name}: step {at + 1} '{name}': no module handles this step");

        try
        {
            await handler.RunAsync(step, context, ct);
        }
        catch (Exception fault) when (fault is RecipeException or JsonException or FormatException or KeyNotFoundException or InvalidOperationException or NullReferenceException)
        {
            throw new RecipeException($"{recipe.Name}: step {at + 1} '{name}': {fault.Message}", fault);
        }
    }
}

public static class RecipeSteps
{
    public static IServiceCollection AddRecipeStep<T>(this IServiceCollection services)
        where T : class, IRecipeStep
        => services.AddScoped<IRecipeStep, T>();
}
