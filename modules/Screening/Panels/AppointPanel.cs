using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Screening.Panels;

/// <summary>The Department appoints a panel by an order with number and date.</summary>
internal sealed class AppointPanel(AppDb db, CurrentUser user)
{
    public sealed record Input(Guid CycleId, string OrderNumber, DateOnly AppointedOn, IReadOnlyList<PanelSeat> Seats);

    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        if (!user.May(Permissions.Opening, Area.Nation))
        {
            return Outcome<Guid>.From(Outcome.NotFound);
        }

        var panel = Panel.Appoint(input.CycleId, input.OrderNumber, input.AppointedOn, input.Seats);

        if (!panel.Succeeded)
        {
            return Outcome<Guid>.From(panel);
        }

        db.Add(panel.Value);
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? panel.Value.Id : Outcome<Guid>.From(saved);
    }
}
