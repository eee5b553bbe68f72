using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Plans.Budget;

/// <summary>How a line is procured.</summary>
public enum ProcurementKind
{
    Buy,
    Hire,
}

/// <summary>Where the price of a line comes from.</summary>
public enum PriceBasis
{
    Quote,
    Market,
    Standard,
}

/// <summary>What a budget line says (domain §5.2). In a draft anything may still be missing.</summary>
/// <param name="Category">One of <see cref="Categories"/>.</param>
/// <param name="Priority">From 1; which line comes first when money is short.</param>
/// <param name="Cuts">The codes of the tiers whose cut it belongs to; the largest tier's cut is all lines and is not named.</param>
/// <param name="Activity">The activity of the action plan that it pays for, in its words.</param>
public sealed record LineText(
    string Category,
    string Description,
    string Unit,
    decimal? Quantity,
    Money? UnitPrice,
    int? Priority,
    ProcurementKind Procurement,
    PriceBasis Basis,
    IReadOnlyList<string> Cuts,
    string? Activity = null)
{
    /// <summary>Rounded to the satang: the only rounding there is (design §5). Nothing while a factor is missing.</summary>
    public Money Amount => Quantity is { } quantity && UnitPrice is { } price ? Money.Times(quantity, price) : Money.Zero;

    /// <summary>Records compare lists by reference; here their values count.</summary>
    internal bool SaysTheSameAs(LineText other) => this with { Cuts = other.Cuts } == other && Cuts.SequenceEqual(other.Cuts);
}

/// <summary>One line of a plan's budget. Its id stays the same from the draft to the last receipt.</summary>
public sealed class PlanBudgetLine
{
    private PlanBudgetLine()
    {
    }

    internal PlanBudgetLine(Guid planId, Guid id) => (PlanId, Id) = (planId, id);

    public Guid Id { get; private set; }
    public Guid PlanId { get; private set; }

    /// <summary>From 1, its place in the list.</summary>
    public int Seq { get; private set; }

    public string Category { get; private set; } = "";
    public string Description { get; private set; } = "";
    public string Unit { get; private set; } = "";
    public decimal? Quantity { get; private set; }

    /// <summary>VAT included.</summary>
    public Money? UnitPrice { get; private set; }

    public Money Amount { get; private set; }
    public int? Priority { get; private set; }
    public ProcurementKind Procurement { get; private set; }
    public PriceBasis Basis { get; private set; }
    public IReadOnlyList<string> Cuts { get; private set; } = [];
    public string? Activity { get; private set; }

    public LineText Text => new(Category, Description, Unit, Quantity, UnitPrice, Priority, Procurement, Basis, Cuts, Activity);

    internal void Write(int seq, LineText text)
    {
        Seq = seq;
        (Category, Description, Unit) = (text.Category, text.Description, text.Unit);
        (Quantity, UnitPrice, Amount) = (text.Quantity, text.UnitPrice, text.Amount);
        (Priority, Procurement, Basis, Cuts, Activity) = (text.Priority, text.Procurement, text.Basis, text.Cuts, text.Activity);
    }
}
