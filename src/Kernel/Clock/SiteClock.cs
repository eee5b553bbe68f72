namespace CommunityBusinessNetwork.Kernel.Clock;

/// <summary>
/// The one clock. On a demo site it runs on from a day of the demo (design §4 <i>The demo's clock</i>); otherwise it is the machine's.
/// </summary>
public sealed class SiteClock : TimeProvider
{
    private long _offsetTicks;

    /// <summary>How far the site's time is from the machine's.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    /// <summary>Lets the site's time run on from that instant.</summary>
    public void RunFrom(DateTimeOffset instant) => SetOffset(instant - System.GetUtcNow());

    public void SetOffset(TimeSpan offset) => Interlocked.Exchange(ref _offsetTicks, offset.Ticks);
}

/// <summary>A clock that stands still until it is told: for played history, where every operation has its time.</summary>
public sealed class PlayedClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Set(DateTimeOffset instant) => Interlocked.Exchange(ref _ticks, instant.UtcTicks);
}
