using CommunityBusinessNetwork.Awards.Allotments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Awards.Grants;

internal sealed class AwardTable : IEntityTypeConfiguration<Award>
{
    public void Configure(EntityTypeBuilder<Award> builder)
    {
        builder.ToTable("awards");
        builder.Ignore(a => a.Amount);
        builder.Ignore(a => a.Area);
        builder.HasIndex(a => a.EntryId).IsUnique();
        builder.HasIndex(a => new { a.CycleId, a.Rank });
        builder.HasOne<Allotment>().WithMany().HasForeignKey(a => a.AllotmentId);
        builder.HasMany(a => a.Ledger).WithOne().HasForeignKey(l => l.AwardId);
    }
}
