using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Awards.Allotments;

internal sealed class AllotmentTable : IEntityTypeConfiguration<Allotment>
{
    public void Configure(EntityTypeBuilder<Allotment> builder)
    {
        builder.ToTable("allotments");
        builder.Ignore(a => a.Total);
        builder.Ignore(a => a.IsLate);
        builder.HasIndex(a => new { a.CycleId, a.Number }).IsUnique();
    }
}
