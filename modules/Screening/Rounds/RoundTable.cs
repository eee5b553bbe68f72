using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Screening.Rounds;

internal sealed class RoundTable : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.ToTable("screening_rounds");
        builder.HasOne(r => r.Panel).WithMany().HasForeignKey(r => r.PanelId);
        builder.HasIndex(r => new { r.CycleId, r.Number }).IsUnique();
        builder.Property(r => r.Rules).AsJson();
        builder.Ignore(r => r.HidesNames);
        builder.Property(r => r.State).HasConversion<string>();
        builder.HasMany(r => r.Contenders).WithOne().HasForeignKey(c => c.RoundId);
        builder.HasMany(r => r.Settlements).WithOne().HasForeignKey("RoundId").IsRequired();
    }
}

internal sealed class ContenderTable : IEntityTypeConfiguration<Contender>
{
    public void Configure(EntityTypeBuilder<Contender> builder)
    {
        builder.ToTable("screening_contenders");
        builder.HasIndex(c => new { c.RoundId, c.EntryId }).IsUnique();
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.FinalSheets);
        builder.Ignore(c => c.TakesPart);
    }
}

internal sealed class TieSettlementTable : IEntityTypeConfiguration<TieSettlement>
{
    public void Configure(EntityTypeBuilder<TieSettlement> builder)
    {
        builder.ToTable("screening_settlements");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Order).AsJson();
    }
}
