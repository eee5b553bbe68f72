using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>What stands on a purchase or hire order.</summary>
/// <param name="DueDate">By when the vendor delivers.</param>
/// <param name="LateReason">Needed when the day is after the cycle's date; so in every step.</param>
internal sealed record OrderFacts(string? VendorName, string? Number, DateOnly? Date, DateOnly? DueDate, Money? Amount, string? LateReason = null);

/// <summary>What the inspector found.</summary>
internal sealed record InspectionFacts(string? DeliveryNote, DateOnly? DeliveredOn, DateOnly? InspectedOn, decimal? AcceptedQuantity, string? LateReason = null);

/// <summary>Who of the group took the goods, and when.</summary>
internal sealed record HandoverFacts(string? Receiver, DateOnly? Date, string? LateReason = null);

/// <summary>What was paid for it.</summary>
/// <param name="Amount">Of the invoice, tax included.</param>
internal sealed record PaymentFacts(string? InvoiceNumber, Money? Amount, DateOnly? PaidOn, string? LateReason = null);
