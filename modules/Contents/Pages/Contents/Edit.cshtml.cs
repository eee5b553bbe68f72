using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>Days and times as typed, when an item is to be published and taken away by itself.</summary>
public sealed class TimesForm
{
    public DateOnly? PublishDate { get; set; }
    public TimeOnly? PublishTime { get; set; }
    public DateOnly? UnpublishDate { get; set; }
    public TimeOnly? UnpublishTime { get; set; }

    internal DateTimeOffset? PublishAt => At(PublishDate, PublishTime);
    internal DateTimeOffset? UnpublishAt => At(UnpublishDate, UnpublishTime);

    internal static TimesForm Of(ContentItem item) => new()
    {
        PublishDate = DayOf(item.PublishAtUtc),
        PublishTime = TimeOf(item.PublishAtUtc),
        UnpublishDate = DayOf(item.UnpublishAtUtc),
        UnpublishTime = TimeOf(item.UnpublishAtUtc),
    };

    private static DateTimeOffset? At(DateOnly? day, TimeOnly? time) => day is { } date ? BangkokTime.At(date, time ?? TimeOnly.MinValue) : null;

    private static DateOnly? DayOf(DateTimeOffset? at) => at is { } instant ? BangkokTime.DateOf(instant) : null;

    private static TimeOnly? TimeOf(DateTimeOffset? at) => at is { } instant ? BangkokTime.TimeOf(instant) : null;
}

/// <summary>One item: its latest version in a form, and what can be done with it.</summary>
[Authorize(Permissions.View)]
internal sealed class EditModel(AppDb db, CurrentUser user, ItemSheets sheets, IPersonNames people, OpenEditors editors, TimeProvider time, Localizer text) : EditorModel(db, text)
{
    private const int VersionsShown = 5;

    [BindProperty]
    public TimesForm Times { get; set; } = new();

    public ContentItem Item { get; private set; } = null!;
    public ItemState State { get; private set; }
    public IReadOnlyList<ContentItem> Versions { get; private set; } = [];

    /// <summary>Addresses that lead to the item besides the present one.</summary>
    public IReadOnlyList<string> OldPaths { get; private set; } = [];

    public IReadOnlyList<Slot> Untranslated { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();
    public bool MayEdit => user.May(Permissions.EditContents, Item.Area);
    public bool MayPublish => user.May(Permissions.PublishContents, Item.Area);
    public string? Path => Item.As<AutoroutePart>()?.Path;

    /// <summary>Who else has it in the editor.</summary>
    public IReadOnlyList<string> Others => MayEdit ? editors.Look(Item.ItemId, user, time.GetUtcNow()) : [];

    /// <summary>The time of publishing has passed, and it could not be done.</summary>
    public bool IsOverdue { get; private set; }

    public async Task<IActionResult> OnGetAsync(string itemId, CancellationToken ct)
    {
        if (!await LoadAsync(itemId, ct))
        {
            return NotFound();
        }

        IsOverdue = Item.PublishAtUtc < time.GetUtcNow().AddMinutes(-2);
        ShowKept();
        return await ShowAsync(ct);
    }

    /// <summary>Who else has it open, for a page that asks again and again.</summary>
    public async Task<IActionResult> OnGetOthersAsync(string itemId, CancellationToken ct)
        => await LoadAsync(itemId, ct) && MayEdit ? Partial("Contents/Others", Others) : NotFound();

    /// <summary>Saves what is typed; then publishes it, or sets the times, where the button says so.</summary>
    public async Task<IActionResult> OnPostAsync(
        string itemId, string? act, [FromServices] SaveDraft save, [FromServices] KeepFile keep, [FromServices] PublishContent publish, [FromServices] ScheduleContent schedule, CancellationToken ct)
    {
        if (!await LoadAsync(itemId, ct) || !MayEdit)
        {
            return NotFound();
        }

        await KeepFilesAsync(keep, ct);

        if (!ModelState.IsValid)
        {
            return await ShowAsync(ct);
        }

        var saved = await save.RunAsync(new(itemId, Item.TypeName, Version, Form.ToValues(Sheet), Form.Comment), ct);

        if (!saved.Succeeded)
        {
            return await RefusedAsync(itemId, saved, ct);
        }

        if (ToLibrary(act, itemId) is { } library)
        {
            return library;
        }

        var seen = saved.Value.Seen();
        var (outcome, said) = act switch
        {
            "publish" => (await publish.RunAsync(itemId, seen, ct), "contents.published"),
            "schedule" => (await schedule.RunAsync(new(itemId, seen, Times.PublishAt, Times.UnpublishAt), ct), "contents.scheduled"),
            _ => (Outcome.Done, "contents.saved"),
        };
        return outcome.Succeeded ? Back(said) : await SavedButRefusedAsync(itemId, outcome, ct);
    }

    public Task<IActionResult> OnPostPublishAsync(string itemId, [FromServices] PublishContent publish, CancellationToken ct)
        => DoAsync(itemId, () => publish.RunAsync(itemId, Version ?? "", ct), "contents.published", ct);

    public Task<IActionResult> OnPostUnpublishAsync(string itemId, [FromServices] UnpublishContent unpublish, CancellationToken ct)
        => DoAsync(itemId, () => unpublish.RunAsync(itemId, ct), "contents.unpublished", ct);

    public Task<IActionResult> OnPostDiscardAsync(string itemId, [FromServices] DiscardDraft discard, CancellationToken ct)
        => DoAsync(itemId, () => discard.RunAsync(itemId, Version ?? "", ct), "contents.discarded", ct);

    public Task<IActionResult> OnPostTrashAsync(string itemId, [FromServices] TrashContent trash, CancellationToken ct)
        => DoAsync(itemId, () => trash.RunAsync(itemId, ct), "contents.trashed", ct);

    public Task<IActionResult> OnPostTakeAsync(string itemId, [FromServices] TakeFromTrash take, CancellationToken ct)
        => DoAsync(itemId, () => take.RunAsync(itemId, ct), "contents.taken-from-trash", ct);

    public async Task<IActionResult> OnPostDuplicateAsync(string itemId, [FromServices] DuplicateContent duplicate, CancellationToken ct)
    {
        if (!await LoadAsync(itemId, ct))
        {
            return NotFound();
        }

        var copy = await duplicate.RunAsync(itemId, ct);

        if (!copy.Succeeded)
        {
            return await TellAsync(copy, ct);
        }

        this.Say("contents.duplicated");
        return RedirectToPage(new { itemId = copy.Value });
    }

    private async Task<IActionResult> DoAsync(string itemId, Func<Task<Outcome>> act, string said, CancellationToken ct)
    {
        if (!await LoadAsync(itemId, ct))
        {
            return NotFound();
        }

        var outcome = await act();
        return outcome.Succeeded ? Back(said) : await TellAsync(outcome, ct);
    }

    /// <summary>The page as it is kept, with what stood in the way.</summary>
    private async Task<IActionResult> TellAsync(Outcome outcome, CancellationToken ct)
    {
        if (outcome.Problems.Contains(Outcome.NotFound.Problems[0]) || !await LoadAsync(Item.ItemId, ct))
        {
            return NotFound();
        }

        ModelState.Clear();
        ShowKept();
        Form.Fit(Sheet);
        Tell(outcome);
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> RefusedAsync(string itemId, Outcome outcome, CancellationToken ct)
    {
        if (outcome.Problems.Contains(Outcome.NotFound.Problems[0]) || !await LoadAsync(itemId, ct))
        {
            return NotFound();
        }

        Tell(outcome);

        if (outcome.Problems.Contains(Outcome.ChangedMeanwhile.Problems[0]))
        {
            Theirs = Differences(JsonNode.Parse(Item.Parts)!.AsObject());

            // Told once: saving again is then meant.
            ModelState.Remove(nameof(Version));
            Version = Item.Seen();
        }

        return await ShowAsync(ct);
    }

    /// <summary>What was typed is a draft now; what was wanted besides could not be done.</summary>
    private async Task<IActionResult> SavedButRefusedAsync(string itemId, Outcome outcome, CancellationToken ct)
    {
        var times = Times;

        if (!await LoadAsync(itemId, ct))
        {
            return NotFound();
        }

        ModelState.Clear();
        ShowKept();
        Times = times;
        Form.Fit(Sheet);

        foreach (var problem in outcome.Problems)
        {
            ModelState.AddModelError(
                problem.Field switch
                {
                    nameof(ScheduleContent.Input.PublishAt) => "Times.PublishDate",
                    nameof(ScheduleContent.Input.UnpublishAt) => "Times.UnpublishDate",
                    var field => Form.KeyOf(field),
                },
                L[problem]);
        }

        ViewData["SavedOnly"] = true;
        return await ShowAsync(ct);
    }

    private RedirectToPageResult Back(string said)
    {
        this.Say(said);
        return RedirectToPage(new { itemId = Item.ItemId });
    }

    private void ShowKept()
    {
        Form = ItemForm.Of(Sheet, JsonNode.Parse(Item.Parts)!.AsObject());
        Times = TimesForm.Of(Item);
        Version = Item.Seen();
    }

    private async Task<bool> LoadAsync(string itemId, CancellationToken ct)
    {
        Db.ChangeTracker.Clear();
        var versions = Db.Set<ContentItem>().AsNoTracking().VisibleTo(user).Where(i => i.ItemId == itemId);

        if (await versions.SingleOrDefaultAsync(i => i.Latest, ct) is not { } latest
            || await Db.Set<ContentType>().AsNoTracking().SingleOrDefaultAsync(t => t.Name == latest.TypeName && t.Latest, ct) is not { } type || !type.Definition.Listable)
        {
            return false;
        }

        Item = latest;
        Sheet = sheets.Of(type);
        Versions = await versions.OrderByDescending(i => i.Number).Take(VersionsShown).ToListAsync(ct);
        State = latest.StateOf(await versions.AnyAsync(i => i.Published, ct));
        IsReadOnly = !MayEdit || State == ItemState.Trashed;
        var path = Path;
        OldPaths = await Db.Set<ContentPath>().AsNoTracking().Where(p => p.ItemId == itemId && p.Path != path).Select(p => p.Path).ToListAsync(ct);
        Untranslated = [.. Sheet.Untranslated(JsonNode.Parse(latest.Parts)!.AsObject())];
        Names = await people.OfAsync([.. Versions.Select(v => v.Author).Distinct()], ct);
        return true;
    }
}
