using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>The inspector accepts what was delivered. She is the one who is signed in, and never the one who ordered.</summary>
internal sealed class InspectDelivery(TakeStep steps, CurrentUser user)
{
    /// <param name="File">The delivery note or the inspection report.</param>
    public sealed record Input(Guid PurchaseId, long Version, InspectionFacts Found, Upload? File);

    public Task<Outcome> RunAsync(Input input, CancellationToken ct) => steps.RunAsync(
        new(PurchaseStep.Inspect, Permissions.InspectGoods, input.PurchaseId, input.Version, input.File),
        (purchase, days) => purchase.WhyNotInspect(input.Found, user, days),
        (purchase, file, days) => purchase.Inspect(input.Found, user, file, days),
        ct);
}
