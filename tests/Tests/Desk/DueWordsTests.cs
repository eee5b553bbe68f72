using CommunityBusinessNetwork.Desk.Inboxes;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class DueWordsTests
{
    private static readonly DateOnly Friday = new(2020, 5, 29);
    private static readonly DateTimeOffset Deadline = BangkokTime.EndOf(Friday);

    [Fact]
    public void Of_ADeadlineAtMidnight_NamesTheDayThatEndsWithIt()
        => Assert.Equal(("desk.due-on", (object)Friday), Read(Deadline, Deadline.AddDays(-5)));

    [Fact]
    public void Of_TheLastSecond_IsStillToday()
        => Assert.Equal("desk.due-today", DueWords.Of(Deadline, Deadline.AddSeconds(-1))!.Value.TextKey);

    [Fact]
    public void Of_OneSecondLater_IsLateByThatDay()
        => Assert.Equal(("desk.due-late", (object)Friday), Read(Deadline, Deadline));

    [Fact]
    public void Of_AnHourOfToday_SaysTheHour()
        => Assert.Equal("desk.due-today-at", DueWords.Of(BangkokTime.At(Friday, new(16, 30)), BangkokTime.At(Friday, new(9, 0)))!.Value.TextKey);

    [Fact]
    public void Of_NoDate_IsNothing() => Assert.Null(DueWords.Of(null, Deadline));

    private static (string, object) Read(DateTimeOffset due, DateTimeOffset now)
    {
        var words = DueWords.Of(due, now)!.Value;
        return (words.TextKey, words.Args.Single().Value);
    }
}
