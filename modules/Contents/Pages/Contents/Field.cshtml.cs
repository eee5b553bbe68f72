using CommunityBusinessNetwork.Contents.Types;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>A field of a content type: a new one, or what was decided about one. It is retired from here too, after a question.</summary>
[Authorize(Permissions.Define)]
internal sealed class FieldModel(AppDb db, SaveField save, RetireField retire, Localizer text) : PageModel
{
    [BindProperty]
    public FieldForm Form { get; set; } = new();

    /// <summary>The version of the definition on which was typed.</summary>
    [BindProperty]
    public int Number { get; set; }

    public ContentType Type { get; private set; } = null!;

    /// <summary>The field as it is kept; null for a new one.</summary>
    public FieldDefinition? Field { get; private set; }

    /// <summary>How many items there are, whose value stays when the field is retired.</summary>
    public int Items { get; private set; }

    public string TypeTitle => Localizer.Choose(Type.Definition.DisplayTh, Type.Definition.DisplayEn);
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<FieldKind>().Select(k => new SelectListItem(text[$"contents.kind-{k}"], k.ToString()));
    public IEnumerable<SelectListItem> ColumnKinds => FieldForm.ColumnKinds.Select(k => new SelectListItem(text[$"contents.kind-{k}"], k.ToString()));
    public IEnumerable<SelectListItem> Visibilities => Enum.GetValues<FieldVisibility>().Select(v => new SelectListItem(text[$"contents.visible-{v}"], v.ToString()));
    public IEnumerable<SelectListItem> Sections => Type.Definition.Sections.Select(s => new SelectListItem($"{s.Code}. {Localizer.Choose(s.LabelTh, s.LabelEn)}", s.Code));
    public bool IsText => Form.Kind is FieldKind.Text or FieldKind.LongText or FieldKind.RichText;

    public async Task<IActionResult> OnGetAsync(string name, string? field, CancellationToken ct)
    {
        if (!await LoadAsync(name, field, ct))
        {
            return NotFound();
        }

        Number = Type.Number;
        Form = Field is null ? new() : FieldForm.Of(Field);
        Form.AddSpareRows();
        return Page();
    }

    /// <summary>Shows what the chosen kind asks for; nothing is saved.</summary>
    public async Task<IActionResult> OnPostKindAsync(string name, string? field, CancellationToken ct)
    {
        if (!await LoadAsync(name, field, ct))
        {
            return NotFound();
        }

        ModelState.Clear();
        Form.AddSpareRows();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, string? field, CancellationToken ct)
    {
        if (!await LoadAsync(name, field, ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var outcome = await save.RunAsync(name, Number, field, Form, ct);

            if (outcome.Succeeded)
            {
                this.Say("contents.field-saved");
                return RedirectToPage("/Contents/Type", new { name });
            }

            await TellAsync(name, field, outcome, ct);
        }

        Form.AddSpareRows();
        return Page();
    }

    public async Task<IActionResult> OnPostRetireAsync(string name, string field, CancellationToken ct)
    {
        if (!await LoadAsync(name, field, ct))
        {
            return NotFound();
        }

        var outcome = await retire.RunAsync(name, Number, field, retired: true, ct);

        if (outcome.Succeeded)
        {
            this.Say("contents.field-retired-now");
            return RedirectToPage("/Contents/Type", new { name });
        }

        ModelState.Clear();
        await TellAsync(name, field, outcome, ct);
        Form = FieldForm.Of(Field!);
        Form.AddSpareRows();
        return Page();
    }

    private async Task TellAsync(string name, string? field, Outcome outcome, CancellationToken ct)
    {
        ModelState.Add(outcome, text);

        if (outcome == Outcome.ChangedMeanwhile && await LoadAsync(name, field, ct))
        {
            // Told once: saving again is then meant.
            ModelState.Remove(nameof(Number));
            Number = Type.Number;
        }
    }

    private async Task<bool> LoadAsync(string name, string? field, CancellationToken ct)
    {
        if (await db.Set<ContentType>().AsNoTracking().SingleOrDefaultAsync(t => t.Name == name && t.Latest, ct) is not { } type)
        {
            return false;
        }

        Type = type;
        Field = field is null ? null : type.Definition.Field(field);
        Items = await db.Set<ContentItem>().CountAsync(i => i.TypeName == name && i.Latest, ct);

        if (Field is not null)
        {
            Form.Kind = Field.Kind;
        }

        return field is null || Field is { Retired: false };
    }
}
