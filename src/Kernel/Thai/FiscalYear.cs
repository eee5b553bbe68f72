namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>The state's year, 1 October to 30 September, named in the Buddhist Era by the year in which it ends.</summary>
public readonly record struct FiscalYear(int Be)
{
    public DateOnly FirstDay => new(Be - ThaiFormat.EraOffset - 1, 10, 1);
    public DateOnly LastDay => new(Be - ThaiFormat.EraOffset, 9, 30);

    public static FiscalYear Of(DateOnly date) => new(date.Year + (date.Month >= 10 ? 1 : 0) + ThaiFormat.EraOffset);

    /// <summary>The fiscal year in which the instant lies in Bangkok.</summary>
    public static FiscalYear Of(DateTimeOffset instant) => Of(BangkokTime.DateOf(instant));

    /// <summary>1 (October–December) to 4 (July–September).</summary>
    public static int QuarterOf(DateOnly date) => ((date.Month + 2) / 3 % 4) + 1;

    public bool Contains(DateOnly date) => Of(date) == this;
}
