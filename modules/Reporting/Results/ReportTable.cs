using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Reporting.Results;

internal sealed class ReportTable : IEntityTypeConfiguration<ActivityReport>
{
    public void Configure(EntityTypeBuilder<ActivityReport> builder)
    {
        builder.ToTable("activity_reports");
        builder.HasIndex(r => r.EntryId).IsUnique();
        builder.HasIndex(r => r.CycleId);
        builder.Property(r => r.State).HasConversion<string>();
        builder.Property(r => r.Indicators).AsJson();
        builder.Ignore(r => r.Area);
    }
}
