using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Web.Demo.Playing;

namespace CommunityBusinessNetwork.Web.Demo;

/// <summary>A day of the cycle 2563 at which the demo can stand (design §4 <i>The demo's clock</i>).</summary>
/// <param name="Code">Names it in the messages.</param>
/// <param name="At">Eight in the morning in Bangkok.</param>
internal sealed record DemoDay(string Code, DateTimeOffset At)
{
    /// <summary>In the order of time.</summary>
    public static IReadOnlyList<DemoDay> All { get; } =
    [
        new("applying", Scene.On(5, 27, 8)),
        new("round-1", Scene.On(6, 15, 8)),
        new("round-2", Scene.On(6, 25, 8)),
        new("allotted", Scene.On(7, 10, 8)),
        new("public", Scene.On(8, 10, 8)),
    ];

    /// <summary>The 36 are public, their money is at work, some are late.</summary>
    public static DemoDay Default => All[^1];

    public DateOnly Date => BangkokTime.DateOf(At);
}
