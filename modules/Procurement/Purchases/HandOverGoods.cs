using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>The goods go to the group; a photograph shows it.</summary>
internal sealed class HandOverGoods(TakeStep steps, CurrentUser user)
{
    /// <param name="File">The photograph.</param>
    public sealed record Input(Guid PurchaseId, long Version, HandoverFacts Handover, Upload? File);

    public Task<Outcome> RunAsync(Input input, CancellationToken ct) => steps.RunAsync(
        new(PurchaseStep.HandOver, Permissions.HandOverGoods, input.PurchaseId, input.Version, input.File),
        (purchase, days) => purchase.WhyNotHandOver(input.Handover, days),
        (purchase, file, days) => purchase.HandOver(input.Handover, user, file, days),
        ct);
}
