using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Letters.Registers;

/// <summary>
/// The register of an office's letters in one calendar year of the Buddhist Era; circular letters have a series apart.
/// Numbers run from 1 and are never given twice (domain §3.3).
/// </summary>
internal sealed class Register : Entity
{
    private Register()
    {
    }

    public Register(Guid officeId, int yearBe, bool isCircular, int lastNumber = 0)
        => (OfficeId, YearBe, IsCircular, LastNumber) = (officeId, yearBe, isCircular, lastNumber);

    public Guid OfficeId { get; private set; }
    public int YearBe { get; private set; }
    public bool IsCircular { get; private set; }
    public int LastNumber { get; private set; }

    /// <summary>Gives the next number away.</summary>
    public int Take() => ++LastNumber;
}

internal sealed class RegisterTable : IEntityTypeConfiguration<Register>
{
    public void Configure(EntityTypeBuilder<Register> builder)
    {
        builder.ToTable("letter_registers");
        builder.HasIndex(r => new { r.OfficeId, r.YearBe, r.IsCircular }).IsUnique();
    }
}
