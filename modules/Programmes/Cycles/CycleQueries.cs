using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Cycles;

/// <summary>Which cycle a page speaks of.</summary>
public static class CycleQueries
{
    /// <summary>The newest open cycle: what people work on; null before the first is opened.</summary>
    public static Task<Cycle?> CurrentCycleAsync(this AppDb db, CancellationToken ct)
        => db.Set<Cycle>().AsNoTracking().Where(c => c.OpenedAt != null).OrderByDescending(c => c.FiscalYearBe).FirstOrDefaultAsync(ct);

    /// <summary>The newest announced cycle, or that of a year: what the public sees; null when there is none.</summary>
    public static Task<Cycle?> PublicCycleAsync(this AppDb db, int? fiscalYearBe, CancellationToken ct)
        => db.Set<Cycle>().AsNoTracking().Where(c => c.AnnouncedAt != null && (fiscalYearBe == null || c.FiscalYearBe == fiscalYearBe)).OrderByDescending(c => c.FiscalYearBe).FirstOrDefaultAsync(ct);
}
