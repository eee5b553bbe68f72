using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Letters.OfficialLetters;

internal sealed class OfficialLetterTable : IEntityTypeConfiguration<OfficialLetter>
{
    public void Configure(EntityTypeBuilder<OfficialLetter> builder)
    {
        builder.ToTable("letters");
        builder.HasIndex(l => new { l.RegisterId, l.Number }).IsUnique();
        builder.HasIndex(l => new { l.AreaPath, l.DraftedAt });
        builder.HasIndex(l => l.RecipientAreaPath);
        builder.HasIndex(l => l.EventId);
        builder.Property(l => l.Status).HasConversion<string>();
        builder.Property(l => l.Body).AsJson();
        builder.Ignore(l => l.Area);

        builder.OwnsMany(l => l.Receipts, receipts =>
        {
            receipts.ToTable("letter_receipts");
            receipts.WithOwner().HasForeignKey("LetterId");
            receipts.HasKey("LetterId", nameof(Receipt.AreaPath));
        });
    }
}
