using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Procurement.Budgets;

namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>
/// What became of one line of an approved budget: ordered, inspected, handed over to the group, paid (domain §7), each step with its paper.
/// </summary>
public sealed partial class Purchase : Entity
{
    private Purchase()
    {
    }

    internal Purchase(ApprovedBudget budget, ApprovedLine line)
    {
        (Budget, BudgetId, EntryId, AreaPath) = (budget, budget.Id, budget.EntryId, budget.AreaPath);
        (LineId, Seq, Category, Description, Unit) = (line.Id, line.Seq, line.Category, line.Description, line.Unit);
        (Quantity, PlannedSatang, Kind) = (line.Quantity, line.Amount.Satang, line.Procurement);
    }

    public ApprovedBudget Budget { get; private set; } = null!;
    public Guid BudgetId { get; private set; }
    public Guid EntryId { get; private set; }
    public string AreaPath { get; private set; } = "";

    /// <summary>The line of the plan; its id never changes.</summary>
    public Guid LineId { get; private set; }

    public int Seq { get; private set; }
    public string Category { get; private set; } = "";
    public string Description { get; private set; } = "";
    public string Unit { get; private set; } = "";
    public decimal Quantity { get; private set; }
    public long PlannedSatang { get; private set; }

    /// <summary>Bought or hired: decides the name of the order.</summary>
    public ProcurementKind Kind { get; private set; }

    public PurchaseState State { get; private set; }

    public string? VendorName { get; private set; }
    public string? OrderNumber { get; private set; }
    public DateOnly? OrderDate { get; private set; }
    public DateOnly? DueDate { get; private set; }
    public long? OrderSatang { get; private set; }
    public string? OrderedBy { get; private set; }
    public string? OrderedByName { get; private set; }
    public Guid? OrderFileId { get; private set; }

    public string? DeliveryNote { get; private set; }
    public DateOnly? DeliveredOn { get; private set; }
    public DateOnly? InspectedOn { get; private set; }
    public decimal? AcceptedQuantity { get; private set; }
    public string? InspectedBy { get; private set; }
    public string? InspectedByName { get; private set; }
    public Guid? InspectionFileId { get; private set; }

    /// <summary>Who of the group took the goods. Not public.</summary>
    public string? Receiver { get; private set; }

    public DateOnly? HandedOverOn { get; private set; }
    public string? HandedOverBy { get; private set; }
    public Guid? HandoverFileId { get; private set; }

    public string? InvoiceNumber { get; private set; }
    public long? PaidSatang { get; private set; }

    /// <summary>Tax withheld from the vendor, part of what was paid.</summary>
    public long? WithheldSatang { get; private set; }

    public DateOnly? PaidOn { get; private set; }
    public string? PaidBy { get; private set; }
    public Guid? PaymentFileId { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }
    public string? CancelReason { get; private set; }

    /// <summary>The steps that were taken after the cycle's date.</summary>
    public IReadOnlyList<LateStep> LateSteps { get; private set; } = [];

    public Money Planned => new(PlannedSatang);
    public Money? OrderAmount => OrderSatang is { } satang ? new Money(satang) : null;
    public Money? PaidAmount => PaidSatang is { } satang ? new Money(satang) : null;
    public Money? Withheld => WithheldSatang is { } satang ? new Money(satang) : null;

    /// <summary>What the vendor got in hand.</summary>
    public Money? Net => PaidAmount is { } paid && Withheld is { } withheld ? paid - withheld : null;

    public Area Area => new(AreaPath);
    public bool IsLate => LateSteps.Count > 0;

    /// <summary>Paid or given up.</summary>
    public bool IsDone => State is PurchaseState.Paid or PurchaseState.Cancelled;

    /// <summary>The step that comes next; null when nothing does.</summary>
    public PurchaseStep? Next => State switch
    {
        PurchaseState.Planned => PurchaseStep.Order,
        PurchaseState.Ordered => PurchaseStep.Inspect,
        PurchaseState.Inspected => PurchaseStep.HandOver,
        PurchaseState.HandedOver => PurchaseStep.Pay,
        _ => null,
    };
}
