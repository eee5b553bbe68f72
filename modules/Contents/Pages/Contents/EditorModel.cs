using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Editing;
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

    /// <summary>The names of the files in the form.</summary>
    public IReadOnlyDictionary<Guid, string> FileNames { get; private set; } = new Dictionary<Guid, string>();

    public string TypeName => Localizer.Choose(Sheet.Definition.DisplayTh, Sheet.Definition.DisplayEn);

    /// <summary>The page with everything that its form needs.</summary>
    protected async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Form.Fit(Sheet);
        List<Guid> ids = [.. Form.Slots.SelectMany(s => s.Kept)];
        FileNames = await db.Set<StoredFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, ct);
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
