namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>The transitions that code takes. Who may take them and when is data.</summary>
public static class Transitions
{
    public const string Notify = "notify";
    public const string Submit = "submit";
    public const string Return = "return";
    public const string Shortlist = "shortlist";
    public const string TurnDown = "turn-down";
    public const string Tier = "tier";
    public const string Allot = "allot";
    public const string Close = "close";
    public const string Withdraw = "withdraw";
    public const string Disqualify = "disqualify";
}
