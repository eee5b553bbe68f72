using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Procurement.Budgets;

internal sealed class ApprovedBudgetTable : IEntityTypeConfiguration<ApprovedBudget>
{
    public void Configure(EntityTypeBuilder<ApprovedBudget> builder)
    {
        builder.ToTable("approved_budgets");
        builder.HasIndex(b => b.EntryId).IsUnique();
        builder.HasIndex(b => b.CycleId);
        builder.HasMany(b => b.Purchases).WithOne(p => p.Budget).HasForeignKey(p => p.BudgetId);
        builder.Ignore(b => b.Award);
        builder.Ignore(b => b.Ordered);
        builder.Ignore(b => b.Paid);
        builder.Ignore(b => b.Balance);
        builder.Ignore(b => b.Free);
        builder.Ignore(b => b.Area);
    }
}
