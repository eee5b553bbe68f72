using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Notices.Kinds;
using CommunityBusinessNetwork.Notices.Templates;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Recipes;

/// <summary>Our step <c>notice-templates</c>: the words of notices where they are not those that come with the product.</summary>
internal sealed class TemplatesStep(AppDb db, CurrentUser user) : IRecipeStep
{
    public string Name => "notice-templates";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var known = await db.Set<NoticeTemplate>().ToListAsync(ct);

        foreach (var given in step["Templates"].Deserialize<List<TemplateWords>>(AppJson.Options) ?? [])
        {
            var words = Read(given);
            var template = known.SingleOrDefault(t => (t.Kind, t.Language) == (given.Kind, given.Language));

            if (template is null)
            {
                template = new(given.Kind, given.Language);
                db.Add(template);
            }

            if ((template.Subject, template.Body) != (words.Subject, words.Body))
            {
                template.Word(words.Subject, words.Body);
            }
        }

        await db.SaveAsync(user, ct);
    }

    private static NoticeWords Read(TemplateWords given)
    {
        if (NoticeKinds.Find(given.Kind) is not { } kind || !MessageBook.Languages.Contains(given.Language))
        {
            throw new RecipeException($"notice-templates: there is no {given.Kind} in {given.Language}");
        }

        var (words, problems) = RewordTemplate.Read(kind, given.Subject, given.Body);
        return problems.Count == 0 ? words : throw new RecipeException($"notice-templates: {given.Kind} in {given.Language}: {problems[0].Code}");
    }
}

/// <summary>The words of one kind in one language, as a recipe has them.</summary>
internal sealed record TemplateWords(string Kind, string Language, string Subject, string Body);
