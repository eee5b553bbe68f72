namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>The message keys of states and steps, and the chip of a state.</summary>
public static class PurchaseWords
{
    public static string KeyOf(PurchaseState state) => $"procurement.state-{state}";

    public static string KeyOf(PurchaseStep step) => $"procurement.step-{step}";

    public static string ChipOf(PurchaseState state) => state switch
    {
        PurchaseState.Planned => "empty",
        PurchaseState.Paid => "done",
        PurchaseState.Cancelled => "warn",
        _ => "now",
    };
}
