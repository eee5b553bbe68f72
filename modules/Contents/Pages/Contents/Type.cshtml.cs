using CommunityBusinessNetwork.Contents.Types;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>What a content type is made of: its parts, and the fields that staff added, in their order.</summary>
[Authorize(Permissions.Define)]
internal sealed class TypeModel(AppDb db, Localizer text) : PageModel
{
    public ContentType Type { get; private set; } = null!;
    public ContentTypeDefinition Definition => Type.Definition;
    public int Items { get; private set; }

    public string Title => Localizer.Choose(Definition.DisplayTh, Definition.DisplayEn);

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct) => await LoadAsync(name, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMoveAsync(string name, int number, string field, [FromServices] MoveField move, CancellationToken ct)
        => await AnswerAsync(name, await move.RunAsync(name, number, field, ct), "contents.field-moved", ct);

    public async Task<IActionResult> OnPostRestoreAsync(string name, int number, string field, [FromServices] RetireField retire, CancellationToken ct)
        => await AnswerAsync(name, await retire.RunAsync(name, number, field, retired: false, ct), "contents.field-restored", ct);

    private async Task<IActionResult> AnswerAsync(string name, Outcome outcome, string said, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            this.Say(said);
            return RedirectToPage(new { name });
        }

        if (outcome == Outcome.NotFound || !await LoadAsync(name, ct))
        {
            return NotFound();
        }

        ModelState.Add(outcome, text);
        return Page();
    }

    private async Task<bool> LoadAsync(string name, CancellationToken ct)
    {
        if (await db.Set<ContentType>().AsNoTracking().SingleOrDefaultAsync(t => t.Name == name && t.Latest, ct) is not { } type)
        {
            return false;
        }

        Type = type;
        Items = await db.Set<ContentItem>().CountAsync(i => i.TypeName == name && i.Latest, ct);
        return true;
    }
}
