using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>All items of the types that are listed; several of them are published, taken away or put into the trash at once.</summary>
[Authorize(Permissions.View)]
internal sealed class ListModel(AppDb db, CurrentUser user, IPersonNames people, Localizer text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public ItemState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    /// <summary>The ids of the rows that are ticked.</summary>
    [BindProperty]
    public IReadOnlyList<string> Chosen { get; set; } = [];

    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<ContentType> Types { get; private set; } = [];

    /// <summary>What could not be done, by item.</summary>
    public IReadOnlyList<(string Title, string ItemId, string Why)> Refused { get; private set; } = [];

    public int Done { get; private set; }
    public bool MayEdit => user.May(Permissions.EditContents);
    public bool MayPublish => user.May(Permissions.PublishContents);

    public IEnumerable<SelectListItem> TypeItems => Types.Select(t => new SelectListItem(NameOf(t.Name), t.Name)).Prepend(new("–", ""));
    public IEnumerable<SelectListItem> StateItems => Enum.GetValues<ItemState>().Select(s => new SelectListItem(text[$"contents.state-{s}"], s.ToString())).Prepend(new(text["contents.state-any"], ""));
    public IEnumerable<SelectListItem> SortItems => [new(text["contents.sort-changed"], ""), new(text["contents.sort-title"], "title")];

    public string NameOf(string type) => Types.SingleOrDefault(t => t.Name == type)?.Definition is { } d ? Localizer.Choose(d.DisplayTh, d.DisplayEn) : type;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public Task<IActionResult> OnPostPublishAsync([FromServices] PublishContent publish, CancellationToken ct) => EachAsync(id => publish.RunAsync(id, null, ct), MayPublish, ct);

    public Task<IActionResult> OnPostUnpublishAsync([FromServices] UnpublishContent unpublish, CancellationToken ct) => EachAsync(id => unpublish.RunAsync(id, ct), MayPublish, ct);

    public Task<IActionResult> OnPostTrashAsync([FromServices] TrashContent trash, CancellationToken ct) => EachAsync(id => trash.RunAsync(id, ct), MayEdit, ct);

    public Task<IActionResult> OnPostRestoreAsync([FromServices] TakeFromTrash take, CancellationToken ct) => EachAsync(id => take.RunAsync(id, ct), MayEdit, ct);

    private async Task<IActionResult> EachAsync(Func<string, Task<Outcome>> act, bool may, CancellationToken ct)
    {
        if (!may)
        {
            return NotFound();
        }

        List<(string Id, string Why)> refused = [];

        foreach (var id in Chosen.Distinct().Take(Paging.UsualSize))
        {
            var outcome = await act(id);
            db.ChangeTracker.Clear();

            if (outcome.Succeeded)
            {
                Done++;
            }
            else
            {
                refused.Add((id, string.Join(" ", outcome.Problems.Select(p => text[p]).Distinct())));
            }
        }

        var ids = refused.Select(r => r.Id).ToList();
        var titles = await db.Set<ContentItem>().AsNoTracking().VisibleTo(user).Where(i => i.Latest && ids.Contains(i.ItemId)).ToDictionaryAsync(i => i.ItemId, i => i.DisplayText, ct);
        Refused = [.. refused.Select(r => (titles.GetValueOrDefault(r.Id, r.Id), r.Id, r.Why))];
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Types = [.. (await db.Set<ContentType>().AsNoTracking().Where(t => t.Latest).ToListAsync(ct)).Where(t => t.Definition.Listable).OrderBy(t => NameIn(t.Definition), ThaiSort.Comparer)];
        var items = Filtered(Types.Select(t => t.Name).ToList());
        Paging = Paging.Of(Request, await items.CountAsync(ct));
        var ordered = Sort == "title" ? items.OrderBy(i => i.SortKey).ThenBy(i => i.ItemId) : items.OrderByDescending(i => i.ModifiedUtc).ThenBy(i => i.ItemId);
        var shown = await ordered.Skip(Paging.Skip).Take(Paging.Size)
            .Select(i => new { Item = i, Public = db.Set<ContentItem>().Any(p => p.ItemId == i.ItemId && p.Published) }).ToListAsync(ct);
        var names = await people.OfAsync([.. shown.Select(r => r.Item.Author).Distinct()], ct);
        Rows = [.. shown.Select(r => new Row(r.Item, r.Item.StateOf(r.Public), names.GetValueOrDefault(r.Item.Author, r.Item.Author)))];
    }

    private IQueryable<ContentItem> Filtered(IReadOnlyCollection<string> types)
    {
        var items = db.Set<ContentItem>().AsNoTracking().VisibleTo(user).Where(i => i.Latest);
        items = types.Contains(Type ?? "") ? items.Where(i => i.TypeName == Type) : items.Where(i => types.Contains(i.TypeName));
        items = State is { } state ? items.InState(state, db) : items.Where(i => i.TrashedUtc == null);

        if (!string.IsNullOrWhiteSpace(Q))
        {
            var wanted = ThaiText.Normalise(Q).Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // It becomes SQL's lower(): SQLite and PostgreSQL compare texts with case.
            items = items.Where(i => i.DisplayText.ToLower().Contains(wanted));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return items;
    }

    private static string NameIn(ContentTypeDefinition definition) => Localizer.Choose(definition.DisplayTh, definition.DisplayEn);

    internal sealed record Row(ContentItem Item, ItemState State, string Author);
}
