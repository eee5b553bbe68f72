using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Screening.Panels;

internal sealed class PanelTable : IEntityTypeConfiguration<Panel>
{
    public void Configure(EntityTypeBuilder<Panel> builder)
    {
        builder.ToTable("screening_panels");
        builder.HasIndex(p => new { p.CycleId, p.OrderNumber }).IsUnique();
        builder.Ignore(p => p.Chair);
        builder.Ignore(p => p.Secretary);
        builder.Ignore(p => p.Scorers);

        builder.OwnsMany(p => p.Seats, seats =>
        {
            seats.ToTable("screening_seats");
            seats.WithOwner().HasForeignKey("PanelId");
            seats.HasKey("PanelId", nameof(PanelSeat.UserId));
            seats.Property(s => s.Seat).HasConversion<string>();
            seats.HasIndex(s => s.UserId);
        });
    }
}
