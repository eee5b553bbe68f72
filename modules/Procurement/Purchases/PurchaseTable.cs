using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Procurement.Purchases;

internal sealed class PurchaseTable : IEntityTypeConfiguration<Purchase>
{
    public void Configure(EntityTypeBuilder<Purchase> builder)
    {
        builder.ToTable("purchases");
        builder.HasIndex(p => p.LineId).IsUnique();
        builder.HasIndex(p => p.BudgetId);
        builder.HasIndex(p => p.AreaPath);
        builder.Property(p => p.Quantity).HasPrecision(12, 2);
        builder.Property(p => p.AcceptedQuantity).HasPrecision(12, 2);
        builder.Property(p => p.Kind).HasConversion<string>();
        builder.Property(p => p.State).HasConversion<string>();
        builder.Property(p => p.LateSteps).AsJson();
        builder.Ignore(p => p.Planned);
        builder.Ignore(p => p.OrderAmount);
        builder.Ignore(p => p.PaidAmount);
        builder.Ignore(p => p.Withheld);
        builder.Ignore(p => p.Net);
        builder.Ignore(p => p.Area);
    }
}
