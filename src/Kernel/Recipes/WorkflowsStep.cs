using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Kernel.Recipes;

/// <summary>
/// Our step <c>workflows</c>: rules as data, checked before they are kept. Rules that a recipe brought are followed by the recipe's next ones;
/// where a person has published since, the recipe's become a draft, to be compared and published or discarded by a person.
/// </summary>
internal sealed class WorkflowsStep(AppDb db, CurrentUser user, WorkflowParts parts, Localizer text, TimeProvider time) : IRecipeStep
{
    public string Name => "workflows";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        foreach (var data in step["Workflows"]!.AsArray())
        {
            var name = data!["Name"]!.GetValue<string>();
            var rules = data["Rules"].Deserialize<WorkflowRules>(AppJson.Options)!;

            if (WorkflowCheck.Of(name, rules, parts.Vocabulary).Where(f => f.Refuses).Select(f => text[f.Problem]).ToList() is { Count: > 0 } wrong)
            {
                throw new RecipeException($"workflow {name}: {string.Join("; ", wrong)}");
            }

            await KeepAsync(name, rules, ct);
        }

        await db.SaveAsync(user, ct);
    }

    private async Task KeepAsync(string name, WorkflowRules rules, CancellationToken ct)
    {
        var newest = await db.Set<WorkflowDefinition>().Where(w => w.Name == name).OrderByDescending(w => w.Number).FirstOrDefaultAsync(ct);

        if (newest is null || (newest.FromRecipe && AppJson.Write(newest.Rules) != AppJson.Write(rules)))
        {
            db.Add(new WorkflowDefinition(name, (newest?.Number ?? 0) + 1, rules));
        }
        else if (!newest.FromRecipe && AppJson.Write(newest.Rules) != AppJson.Write(rules))
        {
            await ProposeAsync(name, rules, newest.Rules, ct);
        }
    }

    private async Task ProposeAsync(string name, WorkflowRules rules, WorkflowRules published, CancellationToken ct)
    {
        var draft = await db.Set<WorkflowDraft>().SingleOrDefaultAsync(w => w.Name == name, ct);

        if (draft is not null && AppJson.Write(draft.Rules) == AppJson.Write(rules))
        {
            return;
        }

        if (draft is { AuthorId: not null })
        {
            throw new RecipeException($"workflow {name}: somebody is writing a draft of it; publish or discard that first");
        }

        if (draft is null)
        {
            draft = new(name);
            db.Add(draft);
        }

        draft.Write(rules, published, null, time.GetUtcNow());
    }
}
