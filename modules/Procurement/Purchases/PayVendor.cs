using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>Pays the vendor, tax withheld. With the last line of an entry its purchases are done.</summary>
internal sealed class PayVendor(TakeStep steps, CurrentUser user, TimeProvider time)
{
    /// <param name="File">The invoice or the receipt.</param>
    public sealed record Input(Guid PurchaseId, long Version, PaymentFacts Payment, Upload? File);

    public Task<Outcome> RunAsync(Input input, CancellationToken ct) => steps.RunAsync(
        new(PurchaseStep.Pay, Permissions.PayVendors, input.PurchaseId, input.Version, input.File),
        (purchase, days) => purchase.WhyNotPay(input.Payment, days),
        (purchase, file, days) => purchase.Pay(input.Payment, user, file, days, time.GetUtcNow()),
        ct);
}
