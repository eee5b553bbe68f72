using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Procurement.Purchases;

public sealed partial class Purchase
{
    /// <summary>ภาษีหัก ณ ที่จ่าย: one hundredth of what is paid to a vendor (domain §7, step 9).</summary>
    private const decimal WithholdingRate = 0.01m;

    /// <summary>What keeps the order from being placed.</summary>
    internal IReadOnlyList<Problem> WhyNotOrder(OrderFacts order, StepDays days)
    {
        var check = Begin(PurchaseState.Planned, days);
        check.Words(order.VendorName, nameof(order.VendorName));
        check.Words(order.Number, nameof(order.Number));
        check.Day(order.Date, nameof(order.Date), Budget.AllottedOn, "procurement.before-allotment");
        check.Add(order.DueDate is null, "fields.required", nameof(order.DueDate));
        check.Add(order.DueDate < order.Date, "procurement.due-before-order", nameof(order.DueDate));
        check.Amount(order.Amount, nameof(order.Amount), Planned, "procurement.over-line");
        check.Add(order.Amount <= Planned && order.Amount > Budget.Free, "procurement.over-award", nameof(order.Amount), ("most", Budget.Free));
        check.Late(order.Date, order.LateReason);
        return check.Problems;
    }

    internal Outcome Order(OrderFacts order, CurrentUser by, Guid fileId, StepDays days)
    {
        if (WhyNotOrder(order, days) is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        (VendorName, OrderNumber, OrderDate, DueDate) = (order.VendorName!.Trim(), order.Number!.Trim(), order.Date, order.DueDate);
        (OrderSatang, OrderedBy, OrderedByName, OrderFileId) = (order.Amount!.Value.Satang, by.Id, by.Name, fileId);
        Budget.Commit(order.Amount.Value);
        Enter(PurchaseState.Ordered, PurchaseStep.Order, order.Date!.Value, order.LateReason, days);
        Record(new OrderPlaced(EntryId, LineId, VendorName, OrderNumber, OrderDate!.Value, order.Amount.Value, fileId) { Reason = order.LateReason });
        return Outcome.Done;
    }

    internal IReadOnlyList<Problem> WhyNotInspect(InspectionFacts found, CurrentUser by, StepDays days)
    {
        var check = Begin(PurchaseState.Ordered, days);
        check.Add(by.Id == OrderedBy, "procurement.inspector-ordered");
        check.Words(found.DeliveryNote, nameof(found.DeliveryNote));
        check.Day(found.DeliveredOn, nameof(found.DeliveredOn), OrderDate ?? Budget.AllottedOn, "procurement.before-order");
        check.Day(found.InspectedOn, nameof(found.InspectedOn), found.DeliveredOn ?? DateOnly.MinValue, "procurement.before-delivery");
        check.Add(found.AcceptedQuantity is null, "fields.required", nameof(found.AcceptedQuantity));
        check.Add(found.AcceptedQuantity <= 0, "procurement.not-positive", nameof(found.AcceptedQuantity));
        check.Add(found.AcceptedQuantity > Quantity, "procurement.over-quantity", nameof(found.AcceptedQuantity), ("most", Quantity));
        check.Add(found.AcceptedQuantity is { } accepted && decimal.Round(accepted, 2) != accepted, "procurement.two-decimals", nameof(found.AcceptedQuantity));
        check.Late(found.InspectedOn, found.LateReason);
        return check.Problems;
    }

    internal Outcome Inspect(InspectionFacts found, CurrentUser by, Guid fileId, StepDays days)
    {
        if (WhyNotInspect(found, by, days) is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        (DeliveryNote, DeliveredOn, InspectedOn, AcceptedQuantity) = (found.DeliveryNote!.Trim(), found.DeliveredOn, found.InspectedOn, found.AcceptedQuantity);
        (InspectedBy, InspectedByName, InspectionFileId) = (by.Id, by.Name, fileId);
        Enter(PurchaseState.Inspected, PurchaseStep.Inspect, found.InspectedOn!.Value, found.LateReason, days);
        Record(new GoodsInspected(EntryId, LineId, DeliveryNote, DeliveredOn!.Value, InspectedOn!.Value, AcceptedQuantity!.Value, fileId) { Reason = found.LateReason });
        return Outcome.Done;
    }

    internal IReadOnlyList<Problem> WhyNotHandOver(HandoverFacts handover, StepDays days)
    {
        var check = Begin(PurchaseState.Inspected, days);
        check.Words(handover.Receiver, nameof(handover.Receiver));
        check.Day(handover.Date, nameof(handover.Date), InspectedOn ?? Budget.AllottedOn, "procurement.before-inspection");
        check.Late(handover.Date, handover.LateReason);
        return check.Problems;
    }

    internal Outcome HandOver(HandoverFacts handover, CurrentUser by, Guid fileId, StepDays days)
    {
        if (WhyNotHandOver(handover, days) is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        (Receiver, HandedOverOn, HandedOverBy, HandoverFileId) = (handover.Receiver!.Trim(), handover.Date, by.Id, fileId);
        Enter(PurchaseState.HandedOver, PurchaseStep.HandOver, handover.Date!.Value, handover.LateReason, days);
        Record(new GoodsHandedOver(EntryId, LineId, HandedOverOn!.Value, fileId) { Reason = handover.LateReason });
        return Outcome.Done;
    }

    internal IReadOnlyList<Problem> WhyNotPay(PaymentFacts payment, StepDays days)
    {
        var check = Begin(PurchaseState.HandedOver, days);
        check.Words(payment.InvoiceNumber, nameof(payment.InvoiceNumber));
        check.Amount(payment.Amount, nameof(payment.Amount), OrderAmount ?? Money.Zero, "procurement.over-order");
        check.Day(payment.PaidOn, nameof(payment.PaidOn), InspectedOn ?? Budget.AllottedOn, "procurement.before-inspection");
        check.Late(payment.PaidOn, payment.LateReason);
        return check.Problems;
    }

    internal Outcome Pay(PaymentFacts payment, CurrentUser by, Guid fileId, StepDays days, DateTimeOffset now)
    {
        if (WhyNotPay(payment, days) is { Count: > 0 } problems)
        {
            return Outcome.Refused(problems);
        }

        var amount = payment.Amount!.Value;
        (InvoiceNumber, PaidOn, PaidBy, PaymentFileId) = (payment.InvoiceNumber!.Trim(), payment.PaidOn, by.Id, fileId);
        (PaidSatang, WithheldSatang) = (amount.Satang, WithholdingOn(amount).Satang);
        Budget.Settle(OrderAmount!.Value, amount);
        Enter(PurchaseState.Paid, PurchaseStep.Pay, payment.PaidOn!.Value, payment.LateReason, days);
        Record(new VendorPaid(EntryId, LineId, InvoiceNumber, PaidOn!.Value, amount, Withheld!.Value, fileId) { Reason = payment.LateReason });
        Budget.FinishIfDone(now);
        return Outcome.Done;
    }

    /// <summary>Gives the line up before anything was accepted; its money goes back.</summary>
    internal Outcome Cancel(string? reason, StepDays days, DateTimeOffset now)
    {
        var check = new StepCheck(days);
        check.Add(Budget.WithdrawnAt is not null, "procurement.award-withdrawn");
        check.Add(State is not (PurchaseState.Planned or PurchaseState.Ordered), "procurement.not-from-here", null, ("state", new Problem(PurchaseWords.KeyOf(State))));
        check.Words(reason, "Reason");

        if (check.Problems.Count > 0)
        {
            return Outcome.Refused(check.Problems);
        }

        Budget.Release(OrderAmount ?? Money.Zero);
        (State, CancelledAt, CancelReason) = (PurchaseState.Cancelled, now, reason!.Trim());
        Record(new PurchaseCancelled(EntryId, LineId, Planned) { Reason = CancelReason });
        Budget.FinishIfDone(now);
        return Outcome.Done;
    }

    /// <summary>To the satang, half away from zero.</summary>
    internal static Money WithholdingOn(Money amount) => Money.Times(WithholdingRate, amount);

    private StepCheck Begin(PurchaseState from, StepDays days)
    {
        var check = new StepCheck(days);
        check.Add(Budget.WithdrawnAt is not null, "procurement.award-withdrawn");
        check.Add(State != from, "procurement.not-from-here", null, ("state", new Problem(PurchaseWords.KeyOf(State))));
        return check;
    }

    private void Enter(PurchaseState state, PurchaseStep step, DateOnly date, string? lateReason, StepDays days)
    {
        State = state;

        if (date > days.Due)
        {
            LateSteps = [.. LateSteps, new(step, date, lateReason!.Trim())];
        }
    }
}
