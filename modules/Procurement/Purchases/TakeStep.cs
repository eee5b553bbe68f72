using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>
/// The road that every step of a purchase takes: whose it is, whether the tab is old, everything that is wrong at once, then the paper, then the step.
/// Of a refused step nothing is kept.
/// </summary>
internal sealed class TakeStep(AppDb db, CurrentUser user, FileVault vault, TimeProvider time)
{
    /// <param name="why">What keeps the step from being taken.</param>
    /// <param name="take">Takes it, with the id of the paper.</param>
    public async Task<Outcome> RunAsync(
        Ticket ticket, Func<Purchase, StepDays, IReadOnlyList<Problem>> why, Func<Purchase, Guid, StepDays, Outcome> take, CancellationToken ct)
    {
        var purchase = await ReachAsync(ticket.PurchaseId, ticket.Permission, ct);

        if (purchase is null)
        {
            return Outcome.NotFound;
        }

        if (purchase.Version != ticket.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var days = await DaysOfAsync(purchase, ct);
        List<Problem> problems = [.. why(purchase, days), .. ticket.File is null ? [new Problem("files.missing", nameof(ticket.File))] : Array.Empty<Problem>()];

        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        var kept = await vault.KeepAsync(
            ticket.File!.Content, ticket.File.FileName, PurchasePapers.PurposeOf(ticket.Step), purchase.Area, nameof(ticket.File), PurchasePapers.TypesOf(ticket.Step), FileVault.DefaultLimit, ct);

        if (!kept.Succeeded)
        {
            return Outcome.Refused(kept.Problems);
        }

        var taken = take(purchase, kept.Value.Id, days);
        var saved = taken.Succeeded ? await db.TrySaveAsync(user, ct) : taken;

        if (!saved.Succeeded)
        {
            await vault.DiscardAsync(kept.Value, ct);
        }

        return saved;
    }

    /// <summary>The purchase with its budget and all lines of it; null when it is not there or not hers.</summary>
    public async Task<Purchase?> ReachAsync(Guid purchaseId, Permission permission, CancellationToken ct)
        => await db.Set<Purchase>().ActedOnBy(user, permission).Include(p => p.Budget).ThenInclude(b => b.Purchases).SingleOrDefaultAsync(p => p.Id == purchaseId, ct);

    public async Task<StepDays> DaysOfAsync(Purchase purchase, CancellationToken ct)
    {
        var rules = await db.Set<Cycle>().AsNoTracking().Where(c => c.Id == purchase.Budget.CycleId).Select(c => c.Rules).SingleAsync(ct);
        return new(time.Today(), rules.Due(DueDates.Procure).Date);
    }
}

/// <summary>Which step is taken on which purchase, as the form had it, with its paper.</summary>
/// <param name="Version">Of the purchase when the form was opened.</param>
internal sealed record Ticket(PurchaseStep Step, Permission Permission, Guid PurchaseId, long Version, Upload? File);
