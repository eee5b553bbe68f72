using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Programmes.Cycles;

/// <summary>A level that the committee gives and the money that goes with it (domain §1, step 4).</summary>
/// <param name="Code">"outstanding", "good".</param>
/// <param name="Places">How many entries get it.</param>
/// <param name="Award">For each of them.</param>
public sealed record Tier(string Code, string NameTh, string NameEn, int Places, Money Award);

/// <summary>How exactly a date was given: the seed has days, months and bare months (domain §1.4 T14).</summary>
public enum Precision
{
    Day,
    Month,
}

/// <summary>A date by which a step must be done.</summary>
/// <param name="Key">One of <see cref="DueDates"/>.</param>
/// <param name="Date">The last day, also for a month.</param>
/// <param name="Wording">As the letter has it.</param>
public sealed record DueDate(string Key, DateOnly Date, Precision Precision, string Wording)
{
    /// <summary>Until then: 00:00 of the day after in Bangkok, exclusive (design §5).</summary>
    public DateTimeOffset EndsAt => BangkokTime.EndOf(Date);
}

/// <summary>The keys of the due dates of a cycle.</summary>
public static class DueDates
{
    public const string Notify = "notify";
    public const string Submit = "submit";
    public const string Round1 = "round-1";
    public const string Round2 = "round-2";
    public const string Allot = "allot";
    public const string Procure = "procure";
    public const string Bpm = "bpm";
    public const string Report = "report";
}

/// <summary>One level of a criterion in words.</summary>
public sealed record CriterionLevel(int Level, string TextTh, string TextEn);

/// <summary>A criterion of the rubric (domain §6.2).</summary>
/// <param name="Code">"C1".</param>
/// <param name="Weight">A multiple of 5; all weights sum to 100.</param>
public sealed record RubricCriterion(string Code, string NameTh, string NameEn, int Weight, IReadOnlyList<CriterionLevel> Levels);

/// <summary>One way of counting: every number and date of a cycle is data of that cycle (design §1).</summary>
public sealed record CycleRules
{
    public required int TargetCount { get; init; }
    public required int ShortlistCount { get; init; }

    /// <summary>The best first.</summary>
    public required IReadOnlyList<Tier> Tiers { get; init; }

    public required IReadOnlyList<DueDate> DueDates { get; init; }
    public required IReadOnlyList<RubricCriterion> Rubric { get; init; }

    /// <summary>Codes of criteria, the first that decides between equal scores first.</summary>
    public required IReadOnlyList<string> TieLadder { get; init; }

    /// <summary>The longest clip, in milliseconds.</summary>
    public required int ClipLimitMs { get; init; }

    /// <summary>So much longer is still taken, in milliseconds.</summary>
    public required int ClipToleranceMs { get; init; }

    /// <summary>So long an upload that was under way at the deadline may go on, in minutes.</summary>
    public required int GraceMinutes { get; init; }

    /// <summary>Money from the cycle's funding in full, such as 18 × 90,000 + 18 × 50,000.</summary>
    public Money Budget => Money.Sum(Tiers.Select(t => new Money(t.Award.Satang * t.Places)));

    /// <exception cref="InvalidOperationException">The cycle has no such date.</exception>
    public DueDate Due(string key) => DueDates.SingleOrDefault(d => d.Key == key) ?? throw new InvalidOperationException($"The cycle has no due date {key}.");

    public Tier? Tier(string? code) => Tiers.SingleOrDefault(t => t.Code == code);

    /// <summary>What is wrong with the numbers, in words for whoever writes a recipe; empty when nothing is.</summary>
    public IReadOnlyList<string> Check()
    {
        List<string> wrong = [];
        wrong.AddRange(Rubric.Sum(c => c.Weight) == 100 ? [] : ["the weights do not sum to 100"]);
        wrong.AddRange(Rubric.Where(c => c.Weight <= 0 || c.Weight % 5 != 0).Select(c => $"the weight of {c.Code} is no multiple of 5"));
        wrong.AddRange(TieLadder.Where(s => Rubric.All(c => c.Code != s)).Select(s => $"the tie ladder names {s}, which is no criterion"));
        wrong.AddRange(Tiers.Sum(t => t.Places) == ShortlistCount ? [] : ["the places of the tiers do not sum to the shortlist"]);
        wrong.AddRange(TargetCount >= ShortlistCount ? [] : ["fewer targets than places"]);
        wrong.AddRange(Tiers.Where(t => t.Award <= Money.Zero).Select(t => $"tier {t.Code} has no award"));
        return wrong;
    }
}
