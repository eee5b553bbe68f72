using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Notices.Kinds;
using CommunityBusinessNetwork.Notices.Templates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Pages.Notices;

/// <summary>The words of one kind in one language, with what can stand in them and a preview.</summary>
[Authorize(Permissions.Manage)]
internal sealed class TemplateModel(AppDb db, TemplateBook templates, Localizer text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string KindCode { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Language { get; set; } = "";

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    public NoticeKind Kind { get; private set; } = null!;

    /// <summary>The typed words with every gap filled; null before they were asked for, or when they are broken.</summary>
    public NoticeWords? Preview { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (NoticeKinds.Find(KindCode) is not { } kind || !MessageBook.Languages.Contains(Language))
        {
            context.Result = NotFound();
            return;
        }

        Kind = kind;
        await next();
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Version = await VersionAsync(ct);
        (Subject, Body) = await templates.WordsAsync(Kind, Language, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromServices] RewordTemplate reword, CancellationToken ct)
    {
        var outcome = await reword.RunAsync(new(Kind.Code, Language, Version, Subject, Body), ct);

        if (outcome.Succeeded)
        {
            this.Say("notices.saved");
            return RedirectToPage(new { kind = Kind.Code, language = Language });
        }

        return await RefusedAsync(outcome, ct);
    }

    /// <summary>Shows the typed words filled, and saves nothing.</summary>
    public IActionResult OnPostPreview()
    {
        var (words, problems) = RewordTemplate.Read(Kind, Subject, Body);

        if (problems.Count > 0)
        {
            ModelState.Add(Outcome.Refused(problems), text);
        }
        else
        {
            var samples = templates.Samples(Kind, Language);
            Preview = words.Filled(samples);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostResetAsync([FromServices] ResetTemplate reset, CancellationToken ct)
    {
        var outcome = await reset.RunAsync(Kind.Code, Language, Version, ct);

        if (outcome.Succeeded)
        {
            this.Say("notices.was-reset");
            return RedirectToPage(new { kind = Kind.Code, language = Language });
        }

        (Subject, Body) = await templates.WordsAsync(Kind, Language, ct);
        return await RefusedAsync(outcome, ct);
    }

    private async Task<IActionResult> RefusedAsync(Outcome outcome, CancellationToken ct)
    {
        if (outcome == Outcome.NotFound)
        {
            return NotFound();
        }

        // The next save goes on what is there now; what was typed stays.
        ModelState.Remove(nameof(Version));
        Version = await VersionAsync(ct);
        ModelState.Add(outcome, text);
        return Page();
    }

    private Task<long> VersionAsync(CancellationToken ct)
        => db.Set<NoticeTemplate>().Where(t => t.Kind == Kind.Code && t.Language == Language).Select(t => t.Version).SingleOrDefaultAsync(ct);
}
