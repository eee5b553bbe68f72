using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Procurement.Purchases;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Procurement.Pages.Procurement;

/// <summary>One purchase: what was done, and the form of the step that comes next for whoever takes it.</summary>
[Authorize(Permissions.View)]
internal sealed class StepsModel(AppDb db, CurrentUser user, TimeProvider time, StepForms forms, Localizer text) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public StepForm Input { get; set; } = new();

    [BindProperty]
    public new IFormFile? File { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Purchase Purchase { get; private set; } = null!;
    public string GroupName { get; private set; } = "";
    public DateOnly Due { get; private set; }

    /// <summary>The papers by id.</summary>
    public IReadOnlyDictionary<Guid, StoredFile> Papers { get; private set; } = new Dictionary<Guid, StoredFile>();

    public bool IsMine => Purchase.Next is { } next && Purchase.Budget.WithdrawnAt is null && user.MayTake(next, Purchase);

    public bool OrderedByMe => Purchase.Next == PurchaseStep.Inspect && Purchase.OrderedBy == user.Id && user.May(Permissions.InspectGoods, Purchase.Area);

    public bool MayCancel => Purchase.State is PurchaseState.Planned or PurchaseState.Ordered && Purchase.Budget.WithdrawnAt is null && user.May(Permissions.OrderGoods, Purchase.Area);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        (Version, Input) = (Purchase.Version, StepForm.Suggested(Purchase, time.Today()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, PurchaseStep step, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, ct) ? Page() : NotFound();
        }

        await using var content = File?.OpenReadStream();
        return await ShowAsync(id, await forms.RunAsync(step, id, Version, Input, content is null ? null : new(content, File!.FileName), ct), ct);
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct)
        => await ShowAsync(id, await forms.CancelAsync(id, Version, Reason, ct), ct);

    private async Task<IActionResult> ShowAsync(Guid id, Outcome outcome, CancellationToken ct)
    {
        if (outcome == Outcome.NotFound || !await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (outcome.Succeeded)
        {
            this.Say("procurement.saved");
            return RedirectToPage("/Procurement/Lines", new { id = Purchase.EntryId });
        }

        ModelState.Add(outcome, text);

        if (outcome == Outcome.ChangedMeanwhile)
        {
            // What is shown is the newest, so the next try goes by it.
            ModelState.Remove(nameof(Version));
            Version = Purchase.Version;
        }

        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();

        if (await db.Set<Purchase>().AsNoTracking().VisibleTo(user).Include(p => p.Budget).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } purchase)
        {
            return false;
        }

        Purchase = purchase;
        GroupName = await db.Set<Entry>().Where(e => e.Id == purchase.EntryId).Select(e => e.GroupNameTh).SingleAsync(ct);
        Due = (await db.Set<Cycle>().AsNoTracking().Where(c => c.Id == purchase.Budget.CycleId).Select(c => c.Rules).SingleAsync(ct)).Due(DueDates.Procure).Date;
        Guid?[] papers = [purchase.OrderFileId, purchase.InspectionFileId, purchase.HandoverFileId, purchase.PaymentFileId];
        Papers = await db.Set<StoredFile>().AsNoTracking().Where(f => papers.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        return true;
    }
}
