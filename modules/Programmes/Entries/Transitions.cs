using CommunityBusinessNetwork.Kernel.Workflow;

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

    /// <summary>Those that an operation of their own or an event takes. The others are taken by hand, on the entry's page.</summary>
    internal static readonly IReadOnlyList<CodedTransition> Coded =
    [
        new(Workflows.Screening, Notify, ByApplication: false),
        new(Workflows.Screening, Submit, ByApplication: false),
        new(Workflows.Screening, Shortlist, ByApplication: true),
        new(Workflows.Screening, TurnDown, ByApplication: true),
        new(Workflows.Screening, Tier, ByApplication: true),
        new(Workflows.Screening, Allot, ByApplication: true),
        new(Workflows.Funding, Close, ByApplication: true),
    ];

    internal static bool IsByHand(string transition) => Coded.All(c => c.Name != transition);
}
