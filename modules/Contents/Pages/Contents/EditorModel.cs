using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Contents.Pictures;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>A value that somebody else saved meanwhile, beside what is typed here.</summary>
internal sealed record TheirValue(string Label, string Mine, string Theirs);

/// <summary>A file in the form: one of the item's own, or one of the library.</summary>
internal sealed record FormFile(string Name, string Url, PictureView? Picture);

/// <summary>What making and changing an item have in common: the form that its type asks for.</summary>
internal abstract class EditorModel(AppDb db, Localizer text) : PageModel
{
    protected AppDb Db => db;
    protected Localizer L => text;

    [BindProperty]
    public ItemForm Form { get; set; } = new();

    /// <summary>The version on which is typed.</summary>
    [BindProperty]
    public string? Version { get; set; }

    internal ItemSheet Sheet { get; set; } = null!;
    public bool IsReadOnly { get; protected set; }
    public IReadOnlyList<TheirValue> Theirs { get; protected set; } = [];

    /// <summary>The button of a slot that leads to the library is called so, with the slot's key behind it.</summary>
    internal const string PickMark = "pick:";

    internal IReadOnlyDictionary<Guid, FormFile> Files { get; private set; } = new Dictionary<Guid, FormFile>();

    public string TypeName => Localizer.Choose(Sheet.Definition.DisplayTh, Sheet.Definition.DisplayEn);

    /// <summary>The page with everything that its form needs.</summary>
    protected async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Form.Fit(Sheet);
        List<Guid> ids = [.. Form.Slots.SelectMany(s => s.Kept)];
        var own = await db.Set<StoredFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync(ct);
        var library = await db.Set<MediaFile>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(ct);
        Files = own.Select(f => (f.Id, File: new FormFile(f.Name, $"/files/{f.Id}", Renditions.AreMadeOf(f.ContentType) ? new(f.Id, null, null, "") : null)))
            .Concat(library.Select(m => (m.Id, File: new FormFile(m.Name, m.Url, m.Picture)))).ToDictionary(f => f.Id, f => f.File);
        return Page();
    }

    /// <summary>Keeps the files that came with the form, so that a refusal of something else does not lose them.</summary>
    protected async Task KeepFilesAsync(KeepFile keep, CancellationToken ct)
    {
        foreach (var (at, typed) in Form.Slots.Index())
        {
            if (Sheet.Find(typed.Key) is not { Field.Kind: FieldKind.File or FieldKind.Image } slot)
            {
                continue;
            }

            foreach (var file in typed.Added)
            {
                await using var stream = file.OpenReadStream();
                var kept = await keep.RunAsync(new(stream, file.FileName), slot.Field.Kind, $"Form.Slots[{at}].Added", ct);

                if (kept.Succeeded)
                {
                    typed.Kept.Add(kept.Value);
                }
                else
                {
                    Tell(kept);
                }
            }

            typed.Added = [];
        }
    }

    /// <summary>The library, to pick from for a field; null when the button that was pressed leads elsewhere.</summary>
    protected RedirectToPageResult? ToLibrary(string? act, string itemId)
        => act is not null && act.StartsWith(PickMark, StringComparison.Ordinal) && Sheet.Find(act[PickMark.Length..]) is { } slot
            ? RedirectToPage("/Contents/MediaPick", new { itemId, slot = slot.Key })
            : null;

    protected void Tell(Outcome outcome)
    {
        foreach (var problem in outcome.Problems)
        {
            ModelState.AddModelError(Form.KeyOf(problem.Field), text[problem]);
        }
    }

    /// <summary>Where the kept version says something else than what is typed.</summary>
    protected IReadOnlyList<TheirValue> Differences(JsonObject theirs)
    {
        var latest = ItemForm.Of(Sheet, theirs);
        return
        [
            .. Sheet.Slots.SelectMany(slot =>
            {
                var (mine, kept) = (Form.Slots.FirstOrDefault(s => s.Key == slot.Key), latest.Slots[latest.PlaceOf(slot)]);
                var label = FieldWords.Label(slot.Field);
                return mine is null ? Enumerable.Empty<TheirValue>() :
                [
                    new TheirValue(label, Words(slot, mine), Words(slot, kept)),
                    new TheirValue($"{label} (English)", Plain(slot, mine.English), Plain(slot, kept.English)),
                ];
            }).Where(v => v.Mine != v.Theirs),
        ];
    }

    private static string Words(Slot slot, TypedSlot typed) => slot.Field.Kind switch
    {
        FieldKind.Table => string.Join('\n', typed.Rows.Where(r => !r.IsBlank).Select(r => string.Join(" · ", r.Cells.Select(c => c.Text?.Trim() ?? "")))),
        FieldKind.File or FieldKind.Image => string.Join(", ", typed.Kept),
        _ => Plain(slot, typed.Text),
    };

    private static string Plain(Slot slot, string? typed)
        => slot.Field.Kind == FieldKind.RichText ? RichText.Plain(typed ?? "") : (typed ?? "").Trim().ReplaceLineEndings("\n");
}
