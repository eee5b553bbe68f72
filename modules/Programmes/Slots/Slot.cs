using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Programmes.Slots;

/// <summary>A province's place in a cycle. It holds one entry: never two, and none is seen.</summary>
public sealed class Slot : Entity
{
    private Slot()
    {
    }

    internal Slot(Guid cycleId, string provinceCode)
        => (CycleId, ProvinceCode, AreaPath) = (cycleId, provinceCode, Area.Province(provinceCode).Path);

    public Guid CycleId { get; private set; }
    public string ProvinceCode { get; private set; } = "";
    public string AreaPath { get; private set; } = "";

    /// <summary>The entry of the group that the province named; null while it has named none.</summary>
    public Guid? EntryId { get; private set; }

    internal void Fill(Guid entryId) => EntryId = entryId;
}

internal sealed class SlotTable : IEntityTypeConfiguration<Slot>
{
    public void Configure(EntityTypeBuilder<Slot> builder)
    {
        builder.ToTable("slots");
        builder.HasIndex(s => new { s.CycleId, s.ProvinceCode }).IsUnique();
        builder.HasIndex(s => s.EntryId).IsUnique();
    }
}
