using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Awards.Ledger;

internal sealed class LedgerTable : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("ledger_entries");
        builder.Ignore(l => l.Amount);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Kind).HasConversion<string>();

        // The database itself refuses a second allotment of an award.
        builder.HasIndex(l => new { l.AwardId, l.Kind }).IsUnique();
        builder.HasIndex(l => new { l.CycleId, l.Kind });
    }
}
