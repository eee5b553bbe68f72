using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;

namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>A line was ordered.</summary>
public sealed record OrderPlaced(Guid EntryId, Guid LineId, string Vendor, string Number, DateOnly Date, Money Amount, Guid FileId) : DomainEvent;

/// <summary>What was delivered was inspected and accepted.</summary>
public sealed record GoodsInspected(Guid EntryId, Guid LineId, string DeliveryNote, DateOnly DeliveredOn, DateOnly InspectedOn, decimal Accepted, Guid FileId) : DomainEvent;

/// <summary>The group has the goods. Who took them stands in the row only.</summary>
public sealed record GoodsHandedOver(Guid EntryId, Guid LineId, DateOnly Date, Guid FileId) : DomainEvent;

/// <summary>The vendor was paid.</summary>
public sealed record VendorPaid(Guid EntryId, Guid LineId, string InvoiceNumber, DateOnly Date, Money Amount, Money Withheld, Guid FileId) : DomainEvent;

/// <summary>A line was given up.</summary>
public sealed record PurchaseCancelled(Guid EntryId, Guid LineId, Money Planned) : DomainEvent;
