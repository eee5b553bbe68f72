using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Kernel.Recipes;

/// <summary>Orchard's <c>settings</c>: every key but the name becomes a setting of the site.</summary>
internal sealed class SettingsStep(AppDb db, CurrentUser user, SiteSettings settings) : IRecipeStep
{
    public string Name => "settings";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        foreach (var (key, value) in step.Where(p => p.Key != "name"))
        {
            await settings.SetAsync(db, user, key, value, ct);
        }
    }
}

/// <summary>Orchard's <c>Roles</c>. With "UseStereotypes": true a role gets the permissions that the modules declare for it, besides those named.</summary>
internal sealed class RolesStep(AppDb db, CurrentUser user, IEnumerable<Permission> permissions) : IRecipeStep
{
    public string Name => "Roles";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var stereotypes = step["UseStereotypes"]?.GetValue<bool>() ?? false;

        foreach (var data in step["Roles"]!.AsArray())
        {
            var name = data!["Name"]!.GetValue<string>();
            var named = data["Permissions"]?.Deserialize<List<string>>() ?? [];

            if (named.Except(permissions.Select(p => p.Name)).FirstOrDefault() is { } unknown)
            {
                throw new RecipeException($"role {name}: there is no permission {unknown}");
            }

            var declared = stereotypes ? permissions.Where(p => p.Stereotypes.Contains(name)).Select(p => p.Name) : [];
            await SetAsync(name, data["Description"]?.GetValue<string>() ?? "", data["PermissionBehavior"]?.GetValue<string>() ?? "Replace", [.. named.Concat(declared)], ct);
        }

        await db.SaveAsync(user, ct);
    }

    private async Task SetAsync(string name, string description, string behaviour, IReadOnlyList<string> granted, CancellationToken ct)
    {
        var role = await db.Set<Role>().SingleOrDefaultAsync(r => r.Name == name, ct);

        if (role is null)
        {
            db.Add(new Role(name, description, granted));
            return;
        }

        IReadOnlyList<string> wanted = behaviour switch
        {
            "Replace" => granted,
            "Add" => [.. role.Permissions.Union(granted)],
            "Remove" => [.. role.Permissions.Except(granted)],
            _ => throw new RecipeException($"role {name}: PermissionBehavior is Replace, Add or Remove, not {behaviour}"),
        };

        if (role.Description != description || !role.Permissions.SequenceEqual(wanted.Distinct().Order(StringComparer.Ordinal)))
        {
            role.Set(description, wanted);
        }
    }
}

/// <summary>Orchard's <c>ContentDefinition</c>: types with their parts and fields. It merges: what it does not name stays.</summary>
internal class ContentDefinitionStep(AppDb db, CurrentUser user) : IRecipeStep
{
    public virtual string Name => "ContentDefinition";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var parts = (step["ContentParts"]?.AsArray() ?? []).Select(p => p!.AsObject()).ToDictionary(p => p["Name"]!.GetValue<string>());

        foreach (var type in (step["ContentTypes"]?.AsArray() ?? []).Select(t => t!.AsObject()))
        {
            var name = type["Name"]!.GetValue<string>();
            await DefineAsync(name, Read(name, type, parts.GetValueOrDefault(name)), ct);
            parts.Remove(name);
        }

        // Orchard knows parts that stand alone; here a part is a module's own, so such a file would be half obeyed.
        if (parts.Count > 0)
        {
            throw new RecipeException($"{Name}: there is no content type for the parts {string.Join(", ", parts.Keys)}");
        }

        await db.SaveAsync(user, ct);
    }

    /// <summary>What a type is from now on.</summary>
    protected virtual ContentTypeDefinition Meet(ContentTypeDefinition there, ContentTypeDefinition named) => ContentTypeJson.Merge(there, named);

    private async Task DefineAsync(string name, ContentTypeDefinition named, CancellationToken ct)
    {
        var latest = await db.Set<ContentType>().SingleOrDefaultAsync(t => t.Name == name && t.Latest, ct);

        if (latest is null)
        {
            db.Add(new ContentType(name, 1, named));
        }
        else if (latest.Redefine(Meet(latest.Definition, named)) is { } next)
        {
            db.Add(next);
        }
    }

    private static ContentTypeDefinition Read(string name, JsonObject type, JsonObject? part)
    {
        try
        {
            return ContentTypeJson.Read(type, part);
        }
        catch (JsonException wrong)
        {
            throw new RecipeException($"content type {name}: {wrong.Message}");
        }
    }
}

/// <summary>Orchard's <c>ReplaceContentDefinition</c>: a type is as the recipe says and nothing else. Items written on an older version keep it.</summary>
internal sealed class ReplaceContentDefinitionStep(AppDb db, CurrentUser user) : ContentDefinitionStep(db, user)
{
    public override string Name => "ReplaceContentDefinition";

    protected override ContentTypeDefinition Meet(ContentTypeDefinition there, ContentTypeDefinition named) => named;
}

/// <summary>Orchard's <c>content</c>: items with their parts. The same ContentItemId again is a new version, when anything is different.</summary>
internal sealed class ContentStep(ContentStore store) : IRecipeStep
{
    private static readonly string[] Common =
    [
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author", "Area",
    ];

    public string Name => "content";

    public async Task RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        foreach (var node in step["Data"]!.AsArray())
        {
            var data = node!.AsObject();
            var id = data["ContentItemId"]!.GetValue<string>();
            var parts = data.Where(p => !Common.Contains(p.Key)).ToList();
            var latest = await store.LatestAsync(id, ct);

            if (latest is not null && parts.All(p => JsonNode.DeepEquals(JsonNode.Parse(latest.Parts)![p.Key], p.Value)))
            {
                continue;
            }

            var area = data["Area"]?.GetValue<string>() is { } path ? new Area(path) : Area.Nation;
            var draft = await store.DraftAsync(id, ct) ?? await store.NewAsync(data["ContentType"]!.GetValue<string>(), area, ct, id);

            foreach (var (part, value) in parts)
            {
                draft.Put(part, value!);
            }

            if (data["Published"]?.GetValue<bool>() ?? false)
            {
                await store.PublishAsync(draft, ct);
            }
            else
            {
                await store.SaveDraftAsync(draft, ct);
            }
        }
    }
}
