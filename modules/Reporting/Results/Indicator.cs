using CommunityBusinessNetwork.Kernel.Messages;

namespace CommunityBusinessNetwork.Reporting.Results;

/// <summary>One thing that is measured: where it stood, where it should come to, where it came to (domain §9).</summary>
/// <param name="Code">"I1"–"I11" of the programme; "G1"… for the goals of the group's own plan.</param>
public sealed record Indicator(string Code, decimal? Baseline, decimal? Target, decimal? Actual)
{
    /// <summary>The words of the plan, for its own goals; the programme's indicators have messages.</summary>
    public string? GoalTh { get; init; }

    /// <summary>The unit of the plan's goal.</summary>
    public string? UnitTh { get; init; }

    public bool IsGoal => GoalTh is not null;

    public string NameIn(Localizer text) => GoalTh ?? text[$"reporting.indicator-{Code}"];

    public string UnitIn(Localizer text) => UnitTh ?? text[$"reporting.unit-{Code}"];
}

/// <summary>The programme's indicators (domain §9).</summary>
public static class ProgrammeIndicators
{
    /// <summary>Spent ÷ award: computed, never typed.</summary>
    public const string Spent = "I11";

    public const string Revenue = "I1";
    public const string Profit = "I2";
    public const string Savings = "I7";
    public const string Welfare = "I8";
    public const string Businesses = "I9";
    public const string Partners = "I10";

    public static readonly IReadOnlyList<string> Codes = ["I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11"];
}
