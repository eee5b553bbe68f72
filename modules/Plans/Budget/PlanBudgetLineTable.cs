using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Plans.Budget;

internal sealed class PlanBudgetLineTable : IEntityTypeConfiguration<PlanBudgetLine>
{
    public void Configure(EntityTypeBuilder<PlanBudgetLine> builder)
    {
        builder.ToTable("plan_budget_lines").HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Quantity).HasPrecision(12, 2);
        builder.Property(l => l.Procurement).HasConversion<string>();
        builder.Property(l => l.Basis).HasConversion<string>();
        builder.Property(l => l.Cuts).AsJson();
        builder.HasIndex(l => l.PlanId);
        builder.Ignore(l => l.Text);
    }
}
