namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>How far a purchase is. The steps follow each other; a line may be given up until it is inspected.</summary>
public enum PurchaseState
{
    Planned,
    Ordered,
    Inspected,
    HandedOver,
    Paid,
    Cancelled,
}

/// <summary>The steps that a person takes on a purchase.</summary>
public enum PurchaseStep
{
    Order,
    Inspect,
    HandOver,
    Pay,
}

/// <summary>A step taken after the cycle's date, and why.</summary>
public sealed record LateStep(PurchaseStep Step, DateOnly Date, string Reason);

/// <summary>The days that a step is measured by.</summary>
/// <param name="Due">The cycle's date for procurement; later is taken with a reason.</param>
internal sealed record StepDays(DateOnly Today, DateOnly Due);
