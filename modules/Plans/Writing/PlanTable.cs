using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Plans.Writing;

internal sealed class PlanTable : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans");
        builder.HasIndex(p => p.EntryId).IsUnique();
        builder.HasIndex(p => p.AreaPath);
        builder.HasMany(p => p.Lines).WithOne().HasForeignKey(l => l.PlanId).IsRequired();
        builder.Navigation(p => p.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Ignore(p => p.Area);
    }
}
