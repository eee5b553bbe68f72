using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Screening.Resolutions;

internal sealed class ResolutionTable : IEntityTypeConfiguration<Resolution>
{
    public void Configure(EntityTypeBuilder<Resolution> builder)
    {
        builder.ToTable("screening_resolutions");
        builder.HasOne(r => r.Round).WithMany().HasForeignKey(r => r.RoundId);
        builder.HasIndex(r => new { r.RoundId, r.Edition }).IsUnique();
        builder.Ignore(r => r.IsSigned);

        builder.OwnsMany(r => r.Signatures, signatures =>
        {
            signatures.ToTable("screening_signatures");
            signatures.WithOwner().HasForeignKey("ResolutionId");
            signatures.HasKey("ResolutionId", nameof(Signature.Seat));
            signatures.Property(s => s.Seat).HasConversion<string>();
        });
    }
}
