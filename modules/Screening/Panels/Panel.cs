using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;

namespace CommunityBusinessNetwork.Screening.Panels;

/// <summary>What a person does on a panel. The secretary keeps the record and does not mark.</summary>
internal enum Seat
{
    Chair,
    Member,
    Secretary,
}

/// <summary>A person on a panel, as the order of appointment names her.</summary>
/// <param name="UserId">The opaque id of her account.</param>
/// <param name="Name">With title, as she signs.</param>
/// <param name="HomeProvince">The code of her own province, whose entry she never marks; null for a person of the Department.</param>
internal sealed record PanelSeat(string UserId, string Name, Seat Seat, string? HomeProvince = null);

/// <summary>A panel was appointed.</summary>
internal sealed record PanelAppointed(Guid CycleId, string OrderNumber, DateOnly AppointedOn, IReadOnlyList<PanelSeat> Seats) : DomainEvent;

/// <summary>The people whom an order of the Department appointed to screen the entries of a cycle.</summary>
internal sealed class Panel : Entity
{
    private readonly List<PanelSeat> _seats = [];

    private Panel()
    {
    }

    private Panel(Guid cycleId, string orderNumber, DateOnly appointedOn, IReadOnlyList<PanelSeat> seats)
    {
        (CycleId, OrderNumber, AppointedOn) = (cycleId, orderNumber, appointedOn);
        _seats.AddRange(seats);
        Record(new PanelAppointed(cycleId, orderNumber, appointedOn, seats));
    }

    public Guid CycleId { get; private set; }
    public string OrderNumber { get; private set; } = "";
    public DateOnly AppointedOn { get; private set; }
    public IReadOnlyList<PanelSeat> Seats => _seats;

    /// <summary>Who marks: the chair and the members.</summary>
    public IEnumerable<PanelSeat> Scorers => _seats.Where(s => s.Seat != Seat.Secretary);

    public PanelSeat Chair => _seats.Single(s => s.Seat == Seat.Chair);
    public PanelSeat Secretary => _seats.Single(s => s.Seat == Seat.Secretary);

    /// <summary>How many of those who mark must attend: more than half.</summary>
    public int Quorum => (Scorers.Count() / 2) + 1;

    public static Outcome<Panel> Appoint(Guid cycleId, string orderNumber, DateOnly appointedOn, IReadOnlyList<PanelSeat> seats)
    {
        if (string.IsNullOrWhiteSpace(orderNumber))
        {
            return Outcome<Panel>.From(Outcome.Refused("screening.order-number-missing", "OrderNumber"));
        }

        if (seats.Count(s => s.Seat == Seat.Chair) != 1 || seats.Count(s => s.Seat == Seat.Secretary) != 1)
        {
            return Outcome<Panel>.From(Outcome.Refused("screening.chair-and-secretary", "Seats"));
        }

        if (seats.Count(s => s.Seat != Seat.Secretary) < Rounds.Round.FewestSheets)
        {
            return Outcome<Panel>.From(Outcome.Refused("screening.panel-too-small", "Seats", ("fewest", Rounds.Round.FewestSheets)));
        }

        return seats.DistinctBy(s => s.UserId).Count() != seats.Count
            ? Outcome<Panel>.From(Outcome.Refused("screening.seated-twice", "Seats"))
            : new Panel(cycleId, orderNumber.Trim(), appointedOn, seats);
    }
}
