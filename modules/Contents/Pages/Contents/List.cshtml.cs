using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Lists;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
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

    /// <summary>The id of who wrote the latest version.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    /// <summary>The first and the last day of the last change.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>What is asked of the listed fields of the chosen type.</summary>
    [BindProperty(SupportsGet = true)]
    public List<FieldFilter> Where { get; set; } = [];

    [BindProperty]
    public string? ViewName { get; set; }

    [BindProperty]
    public bool ViewShared { get; set; }

    public ItemFilter Filter { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> ByItems { get; private set; } = [];
    public IReadOnlyList<SavedView> Views { get; private set; } = [];
    public bool IsNamingView { get; private set; }

    /// <summary>The listed fields that have a column of their own.</summary>
    public IReadOnlyList<FieldDefinition> ShownFields => [.. Filter.Listed.Take(3)];

    public bool MayRemove(SavedView view) => view.OwnerId == user.Id || user.May(Permissions.DefineTypes);

    /// <summary>The list as it is, for forms that come back to it.</summary>
    public Dictionary<string, string> Here => Request.Query.Where(q => q.Key is not ("handler" or "page") && q.Value.ToString().Length > 0).ToDictionary(q => q.Key, q => q.Value.ToString());

    /// <summary>Whether any of the filters beside the first line is in use.</summary>
    public bool IsNarrowed => !string.IsNullOrEmpty(By) || !string.IsNullOrEmpty(Province) || From is not null || To is not null || Where.Any(w => !string.IsNullOrEmpty(w.Value) || !string.IsNullOrEmpty(w.Most));

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
    public IEnumerable<SelectListItem> SortItems =>
    [
        new(text["contents.sort-changed"], ""), new(text["contents.sort-title"], "title"),
        .. Filter.Listed.SelectMany(f => new SelectListItem[] { new(text["contents.sort-up", ("field", FieldWords.Label(f))], f.Name), new(text["contents.sort-down", ("field", FieldWords.Label(f))], $"-{f.Name}") }),
    ];

    public static IEnumerable<SelectListItem> ProvinceItems => [new("–", ""), .. Provinces.All.Select(p => new SelectListItem(Localizer.Choose(p.NameTh, p.NameEn), p.Code))];

    /// <summary>What a field with given values offers; null for one in which people type.</summary>
    public IEnumerable<SelectListItem>? ItemsOf(FieldDefinition field) => field.Kind == FieldKind.YesNo
        ? [new("–", ""), new(text["contents.yes"], "true"), new(text["contents.no"], "false")]
        : FieldControls.ItemsOf(field, "–");

    public string NameOf(string type) => Types.SingleOrDefault(t => t.Name == type)?.Definition is { } d ? Localizer.Choose(d.DisplayTh, d.DisplayEn) : type;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public Task<IActionResult> OnPostPublishAsync([FromServices] PublishContent publish, CancellationToken ct) => EachAsync(id => publish.RunAsync(id, null, ct), MayPublish, ct);

    public Task<IActionResult> OnPostUnpublishAsync([FromServices] UnpublishContent unpublish, CancellationToken ct) => EachAsync(id => unpublish.RunAsync(id, ct), MayPublish, ct);

    public Task<IActionResult> OnPostTrashAsync([FromServices] TrashContent trash, CancellationToken ct) => EachAsync(id => trash.RunAsync(id, ct), MayEdit, ct);

    public Task<IActionResult> OnPostRestoreAsync([FromServices] TakeFromTrash take, CancellationToken ct) => EachAsync(id => take.RunAsync(id, ct), MayEdit, ct);

    public async Task<IActionResult> OnPostExportAsync([FromServices] ExportItems export, CancellationToken ct)
    {
        var file = await export.WriteAsync([.. Chosen.Distinct().Take(Paging.UsualSize)], ct);
        return File(file.Bytes, file.ContentType, file.FileName);
    }

    public async Task<IActionResult> OnPostViewAsync([FromServices] SaveView save, CancellationToken ct)
    {
        IsNamingView = true;
        return await AnswerAsync(await save.RunAsync(ViewName, QueryString.Create(Here!).ToString(), ViewShared, ct), "contents.view-saved", ct);
    }

    public async Task<IActionResult> OnPostRemoveViewAsync(Guid view, [FromServices] RemoveView remove, CancellationToken ct)
        => await AnswerAsync(await remove.RunAsync(view, ct), "contents.view-removed", ct);

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string said, CancellationToken ct)
    {
        if (outcome == Outcome.NotFound)
        {
            return NotFound();
        }

        if (outcome.Succeeded)
        {
            this.Say(said);
            return LocalRedirect("~/admin/contents" + QueryString.Create(Here!));
        }

        ModelState.Add(outcome, text);
        db.ChangeTracker.Clear();
        await LoadAsync(ct);
        return Page();
    }

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
        Filter = new(Types, Q, Type, State, By, Province, From, To, Where, Sort);
        Where = [.. Filter.Listed.Select(f => Where.FirstOrDefault(w => w.Name == f.Name) ?? new() { Name = f.Name })];
        Filter = Filter with { Where = Where };
        List<Problem> problems = [];
        var items = Filter.Of(db.Set<ContentItem>().AsNoTracking().VisibleTo(user), db, problems);
        problems.ForEach(p => ModelState.AddModelError(p.Field!, text[p]));
        Paging = Paging.Of(Request, await items.CountAsync(ct));

        // First which, by the index alone; then their rows.
        var ids = await Filter.Ordered(items, db).Skip(Paging.Skip).Take(Paging.Size).Select(i => i.Id).ToListAsync(ct);
        var shown = await db.Set<ContentItem>().AsNoTracking().Where(i => ids.Contains(i.Id))
            .Select(i => new { Item = i, Public = db.Set<ContentItem>().Any(p => p.ItemId == i.ItemId && p.Published) }).ToListAsync(ct);
        var names = await people.OfAsync([.. shown.Select(r => r.Item.Author).Append(By ?? "").Distinct()], ct);
        Rows = [.. shown.OrderBy(r => ids.IndexOf(r.Item.Id)).Select(r => new Row(r.Item, r.Item.StateOf(r.Public), names.GetValueOrDefault(r.Item.Author, r.Item.Author), ValuesOf(r.Item)))];
        ByItems = [new(text["contents.by-anybody"], ""), new(text["contents.by-me"], user.Id), .. By is { Length: > 0 } by && by != user.Id ? new[] { new SelectListItem(names.GetValueOrDefault(by, by), by) } : []];
        Views = await db.Set<SavedView>().AsNoTracking().VisibleTo(user).OrderBy(v => v.Name).Take(SaveView.Most * 2).ToListAsync(ct);
    }

    private List<string> ValuesOf(ContentItem item)
    {
        if (ShownFields.Count == 0)
        {
            return [];
        }

        var values = item.Fields();
        return [.. ShownFields.Select(f => FieldControls.Typed(f, FieldValues.TextOf(f, values[f.Name])) is var kept && FieldControls.ChosenIn(f, kept) is { } chosen ? chosen : kept)];
    }

    private static string NameIn(ContentTypeDefinition definition) => Localizer.Choose(definition.DisplayTh, definition.DisplayEn);

    /// <param name="Values">Of the fields that the list shows, in their order.</param>
    internal sealed record Row(ContentItem Item, ItemState State, string Author, IReadOnlyList<string> Values);
}
