using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Recipes;

/// <summary>Runs recipes: all steps in one transaction, or none. A step that nobody handles stops it.</summary>
public sealed class RecipeRunner(AppDb db, CurrentUser user, IEnumerable<IRecipeStep> steps, RoleBook roles, SiteSettings settings)
{
    /// <exception cref="RecipeException">A step is unknown or its data is wrong. The message names the recipe, the step's place and the fault.</exception>
    public Task RunAsync(Recipe recipe, CancellationToken ct)
        => ForgetAfterAsync(() => db.TransactionAsync(() => RunStepsAsync(recipe, ct), ct));

    /// <summary>A dry run: what the audit would say of this recipe, in order. Nothing of it stays.</summary>
    /// <exception cref="RecipeException">As when it is run.</exception>
    public async Task<IReadOnlyList<AuditRow>> TryAsync(Recipe recipe, CancellationToken ct)
    {
        List<AuditRow> rows = [];
        await ForgetAfterAsync(() => db.TryOutAsync(
            async () =>
            {
                var last = await db.Audit.MaxAsync(r => (long?)r.Number, ct) ?? 0;
                await RunStepsAsync(recipe, ct);
                rows = await db.Audit.AsNoTracking().Where(r => r.Number > last).OrderBy(r => r.Number).ToListAsync(ct);
            },
            ct));
        return rows;
    }

    private async Task RunStepsAsync(Recipe recipe, CancellationToken ct)
    {
        var context = new RecipeContext(recipe, user);

        foreach (var (at, step) in recipe.Steps.Index())
        {
            await RunStepAsync(recipe, at, step, context, ct);
        }
    }

    /// <summary>What is held in memory may be of steps that were undone.</summary>
    private async Task ForgetAfterAsync(Func<Task> work)
    {
        try
        {
            await work();
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
