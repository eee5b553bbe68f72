using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Awards.Ledger;

/// <summary>What the ledger says of a cycle's money, withdrawals taken off.</summary>
/// <param name="Awards">How many awards stand.</param>
/// <param name="Allotments">How many of them are allotted.</param>
public sealed record AwardMoney(Money Awarded, int Awards, Money Allotted, int Allotments)
{
    public Money Waiting => Awarded - Allotted;

    public static async Task<AwardMoney> OfCycleAsync(AppDb db, Guid cycleId, CancellationToken ct)
    {
        var sums = await db.Set<LedgerEntry>().Where(l => l.CycleId == cycleId)
            .GroupBy(l => l.Kind).Select(g => new { Kind = g.Key, Satang = g.Sum(l => l.AmountSatang), Count = g.Count() }).ToListAsync(ct);

        (Money, int) Of(LedgerKind made, LedgerKind undone)
            => (new(sums.Where(s => s.Kind == made || s.Kind == undone).Sum(s => s.Satang)), CountOf(made) - CountOf(undone));

        int CountOf(LedgerKind kind) => sums.Where(s => s.Kind == kind).Sum(s => s.Count);

        var (awarded, awards) = Of(LedgerKind.Award, LedgerKind.AwardReversal);
        var (allotted, allotments) = Of(LedgerKind.Allotment, LedgerKind.AllotmentReversal);
        return new(awarded, awards, allotted, allotments);
    }
}
