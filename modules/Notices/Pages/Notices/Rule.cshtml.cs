using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Notices.Reminders;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Pages.Notices;

/// <summary>One rule of reminders, or a new one.</summary>
[Authorize(Permissions.Manage)]
internal sealed class RuleModel(AppDb db, SetReminder set, Localizer text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public RuleForm Input { get; set; } = new();

    public bool IsNew => Id is null;
    public IReadOnlyList<SelectListItem> RoleItems { get; private set; } = [];
    public IEnumerable<SelectListItem> StepItems => [new("–", ""), .. DueSteps.All.Select(k => new SelectListItem(text[$"programmes.due.{k}"], k))];
    public IEnumerable<SelectListItem> UnitItems => [.. new[] { RuleForm.DaysUnit, RuleForm.HoursUnit }.Select(u => new SelectListItem(text[$"notices.unit-{u}"], u))];
    public IEnumerable<SelectListItem> SideItems => [.. new[] { RuleForm.Before, RuleForm.After }.Select(s => new SelectListItem(text[$"notices.side-{s}"], s))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Id is not null)
        {
            if (await db.Set<ReminderRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } rule)
            {
                return NotFound();
            }

            (Version, Input) = (rule.Version, RuleForm.Of(rule.Setting));
        }

        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Setting is not { } setting)
        {
            if (ModelState.IsValid)
            {
                ModelState.Add(Outcome.Refused(Input.Amount is null ? new Problem("fields.required", "Amount") : new("notices.hours-too-many", "Amount", ("days", ReminderRule.MostHours / 24))), text);
            }

            return await ShowAsync(ct);
        }

        var outcome = await set.RunAsync(new(Id, Version, setting), ct);

        if (outcome.Succeeded)
        {
            this.Say("notices.saved");
            return RedirectToPage("/Notices/Reminders");
        }

        if (outcome == Outcome.NotFound)
        {
            return NotFound();
        }

        // The next save goes on what is there now; what was typed stays.
        ModelState.Remove(nameof(Version));
        Version = await db.Set<ReminderRule>().Where(r => r.Id == Id).Select(r => r.Version).SingleOrDefaultAsync(ct);
        ModelState.Add(outcome, text);
        return await ShowAsync(ct);
    }

    private async Task<PageResult> ShowAsync(CancellationToken ct)
    {
        var roles = (await db.Set<Role>().AsNoTracking().Select(r => r.Name).ToListAsync(ct)).Where(r => r != Roles.Anonymous);
        RoleItems = [new("–", ""), .. roles.Select(r => new SelectListItem(text.RoleWord(r), r)).OrderBy(i => i.Text, StringComparer.CurrentCulture)];
        return Page();
    }
}
