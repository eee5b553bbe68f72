using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Audit;

internal sealed class AuditTable : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audit").HasKey(r => r.Number);
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.HasIndex(r => r.SubjectId);
    }
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox").HasKey(r => r.Number);
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.HasIndex(r => r.Event);
    }
}

internal sealed class PositionTable : IEntityTypeConfiguration<ConsumerPosition>
{
    public void Configure(EntityTypeBuilder<ConsumerPosition> builder) => builder.ToTable("consumer_positions").HasKey(p => p.Consumer);
}
