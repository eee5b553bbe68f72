using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Screening.Sheets;

internal sealed class ScoreSheetTable : IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<ScoreSheet> builder)
    {
        builder.ToTable("screening_sheets");
        builder.HasOne(s => s.Round).WithMany().HasForeignKey(s => s.RoundId);
        builder.HasOne(s => s.Contender).WithMany(c => c.Sheets).HasForeignKey(s => s.ContenderId);
        builder.HasIndex(s => new { s.ContenderId, s.MemberId }).IsUnique();
        builder.HasIndex(s => new { s.RoundId, s.MemberId, s.Position });
        builder.Property(s => s.State).HasConversion<string>();
        builder.Ignore(s => s.Current);

        builder.OwnsMany(s => s.Marks, marks =>
        {
            marks.ToTable("screening_marks");
            marks.WithOwner().HasForeignKey("SheetId");
            marks.HasKey("SheetId", nameof(Mark.Edition), nameof(Mark.Criterion));
            marks.Property(m => m.Edition).ValueGeneratedNever();
        });
    }
}
