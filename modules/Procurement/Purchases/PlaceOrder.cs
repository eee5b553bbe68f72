using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>Orders a line from a vendor: not before the allotment, not above the line, all orders not above the award.</summary>
internal sealed class PlaceOrder(TakeStep steps, CurrentUser user)
{
    /// <param name="File">The order: a document or a picture of it.</param>
    public sealed record Input(Guid PurchaseId, long Version, OrderFacts Order, Upload? File);

    public Task<Outcome> RunAsync(Input input, CancellationToken ct) => steps.RunAsync(
        new(PurchaseStep.Order, Permissions.OrderGoods, input.PurchaseId, input.Version, input.File),
        (purchase, days) => purchase.WhyNotOrder(input.Order, days),
        (purchase, file, days) => purchase.Order(input.Order, user, file, days),
        ct);
}
