using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Web.Demo.Playing;

/// <summary>Something that a person does at its time.</summary>
/// <param name="Step">One of <see cref="Steps"/>.</param>
internal sealed record Scene(DateTimeOffset At, string Step, Func<Stage, CancellationToken, Task> PlayAsync)
{
    /// <summary>Whether it comes to it: only 36 of the 76 buy and report.</summary>
    public Func<bool> Applies { get; init; } = () => true;

    /// <summary>A time in Bangkok in the year 2563.</summary>
    public static DateTimeOffset On(int month, int day, int hour = 9, int minute = 0, int second = 0) => On(new DateOnly(2020, month, day), hour, minute, second);

    public static DateTimeOffset On(DateOnly date, int hour, int minute = 0, int second = 0) => BangkokTime.At(date, new(hour, minute, second));
}

/// <summary>The programme's steps as the rehearsal tells them (domain §1.2).</summary>
internal static class Steps
{
    public const string Letter = "0 letter";
    public const string Plan = "1 plan and clip";
    public const string Round1 = "2 round 1";
    public const string Round2 = "3 round 2";
    public const string Money = "4 money";
    public const string Purchase = "5 procurement";
    public const string Bpm = "6 BPM";
    public const string Report = "7 report";
}
