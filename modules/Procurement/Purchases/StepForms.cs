using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>What is typed for a step; each step reads its own fields.</summary>
internal sealed class StepForm
{
    public string? VendorName { get; set; }
    public string? Number { get; set; }
    public DateOnly? Date { get; set; }
    public DateOnly? DueDate { get; set; }
    public Money? Amount { get; set; }
    public string? DeliveryNote { get; set; }
    public DateOnly? DeliveredOn { get; set; }
    public DateOnly? InspectedOn { get; set; }
    public decimal? AcceptedQuantity { get; set; }
    public string? Receiver { get; set; }
    public string? InvoiceNumber { get; set; }
    public DateOnly? PaidOn { get; set; }
    public string? LateReason { get; set; }

    /// <summary>What most people would type: today, the line's own amount and quantity.</summary>
    public static StepForm Suggested(Purchase purchase, DateOnly today) => new()
    {
        Date = today,
        DeliveredOn = today,
        InspectedOn = today,
        PaidOn = today,
        Amount = purchase.OrderAmount ?? purchase.Planned,
        AcceptedQuantity = purchase.Quantity,
    };
}

/// <summary>Hands what was typed to the operation of the step.</summary>
internal sealed class StepForms(PlaceOrder order, InspectDelivery inspect, HandOverGoods handOver, PayVendor pay, CancelPurchase cancel)
{
    public Task<Outcome> RunAsync(PurchaseStep step, Guid id, long version, StepForm form, Upload? file, CancellationToken ct) => step switch
    {
        PurchaseStep.Order => order.RunAsync(new(id, version, new(form.VendorName, form.Number, form.Date, form.DueDate, form.Amount, form.LateReason), file), ct),
        PurchaseStep.Inspect => inspect.RunAsync(new(id, version, new(form.DeliveryNote, form.DeliveredOn, form.InspectedOn, form.AcceptedQuantity, form.LateReason), file), ct),
        PurchaseStep.HandOver => handOver.RunAsync(new(id, version, new(form.Receiver, form.Date, form.LateReason), file), ct),
        _ => pay.RunAsync(new(id, version, new(form.InvoiceNumber, form.Amount, form.PaidOn, form.LateReason), file), ct),
    };

    public Task<Outcome> CancelAsync(Guid id, long version, string? reason, CancellationToken ct) => cancel.RunAsync(new(id, version, reason), ct);
}
