using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>The purposes under which the papers of purchases are kept, and what each step takes.</summary>
public static class PurchasePapers
{
    public const string Order = "procurement.order";
    public const string Inspection = "procurement.inspection";
    public const string Handover = "procurement.handover";
    public const string Payment = "procurement.payment";

    internal static string PurposeOf(PurchaseStep step) => step switch
    {
        PurchaseStep.Order => Order,
        PurchaseStep.Inspect => Inspection,
        PurchaseStep.HandOver => Handover,
        _ => Payment,
    };

    /// <summary>The handover is shown by a photograph; the other steps have papers.</summary>
    internal static IReadOnlyCollection<string> TypesOf(PurchaseStep step) => step == PurchaseStep.HandOver ? FileTypes.Pictures : FileTypes.Evidence;
}

/// <summary>The papers of purchases are read by whoever sees the purchases of that area; the public never.</summary>
internal sealed class PaperGate : IFileGate
{
    public IReadOnlyCollection<string> Purposes { get; } = [PurchasePapers.Order, PurchasePapers.Inspection, PurchasePapers.Handover, PurchasePapers.Payment];

    public Task<bool> LetsReadAsync(StoredFile file, CurrentUser user, CancellationToken ct) => Task.FromResult(file.LetsRead(user));
}
