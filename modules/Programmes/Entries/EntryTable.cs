using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Programmes.Entries;

internal sealed class EntryTable : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.ToTable("entries");
        builder.Ignore(e => e.Area);
        builder.HasIndex(e => new { e.CycleId, e.GroupItemId }).IsUnique();
        builder.HasIndex(e => new { e.CycleId, e.State });
        builder.HasIndex(e => new { e.CycleId, e.SortKey });
        builder.HasIndex(e => e.AreaPath);
    }
}
