using System.Globalization;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Menus;

/// <summary>An entry of the public menu as typed; the place in the list is its place in the menu.</summary>
/// <param name="ItemId">Null for a new one.</param>
/// <param name="Seen">The version on which was typed.</param>
internal sealed record MenuRow(string? ItemId, string? Seen, string Title, string TitleEn, string Url, bool Shown);

/// <summary>Changes the public menu, all entries at once: what is different becomes a new version, and is public at once or hidden.</summary>
internal sealed class SaveMenu(AppDb db, CurrentUser user, ContentStore store)
{
    private static readonly FieldDefinition Address = new(nameof(MenuRow.Url), FieldKind.Link, "", "") { Required = true };

    public async Task<Outcome> RunAsync(IReadOnlyList<MenuRow> rows, CancellationToken ct)
    {
        if (!user.May(Permissions.PublishContents, Area.Nation))
        {
            return Outcome.NotFound;
        }

        var kept = (await db.MenuAsync(SiteMenu.Main, ct)).ToDictionary(i => i.ItemId);

        if (!kept.Values.Select(i => (i.ItemId, i.Seen())).ToHashSet().SetEquals(rows.Where(r => r.ItemId is not null).Select(r => (r.ItemId!, r.Seen ?? ""))))
        {
            return Outcome.ChangedMeanwhile;
        }

        if (rows.Index().SelectMany(r => Check(r.Index, r.Item)).ToList() is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        foreach (var (at, row) in rows.Index())
        {
            await KeepAsync(row.ItemId is null ? null : kept[row.ItemId], row, at + 1, ct);
        }

        return await db.TrySaveAsync(user, ct);
    }

    private static IEnumerable<Problem> Check(int at, MenuRow row)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Rows[{at}].");

        if (string.IsNullOrWhiteSpace(row.Title))
        {
            yield return new("fields.required", name + nameof(MenuRow.Title));
        }

        FieldValues.Read(Address, row.Url, out var problem);

        if (problem is not null)
        {
            yield return problem with { Field = name + nameof(MenuRow.Url) };
        }
    }

    private async Task KeepAsync(ContentItem? latest, MenuRow row, int position, CancellationToken ct)
    {
        var title = new TitlePart(ThaiText.Normalise(row.Title).Trim(), row.TitleEn.Trim() is { Length: > 0 } english ? english : null);
        var place = new MenuPart(SiteMenu.Main, row.Url.Trim(), position);
        var item = latest;

        if (item is null || item.As<TitlePart>() != title || item.As<MenuPart>() != place)
        {
            item = latest is null ? await store.NewAsync(SiteMenu.ItemType, Area.Nation, ct) : await store.NextAsync(latest, ct);
            item.Put(title);
            item.Put(place);
            await store.PrepareAsync(item, ct);
        }

        if (row.Shown && !item.Published)
        {
            await store.MakePublicAsync(item, ct);
        }
        else if (!row.Shown && await db.Set<ContentItem>().SingleOrDefaultAsync(i => i.ItemId == item.ItemId && i.Published, ct) is { } published)
        {
            await store.WithdrawAsync(published, ct);
        }
    }
}

internal static class MenuQueries
{
    /// <summary>The entries of a menu in their order, hidden ones too.</summary>
    public static async Task<IReadOnlyList<ContentItem>> MenuAsync(this AppDb db, string menu, CancellationToken ct)
        => [.. (await db.Set<ContentItem>().Where(i => i.TypeName == SiteMenu.ItemType && i.Latest && i.TrashedUtc == null).ToListAsync(ct))
            .Where(i => i.As<MenuPart>()?.Menu == menu).OrderBy(i => i.As<MenuPart>()!.Position).ThenBy(i => i.ItemId, StringComparer.Ordinal)];
}
