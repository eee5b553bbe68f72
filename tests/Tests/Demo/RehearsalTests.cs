using CommunityBusinessNetwork.Web.Demo;
using CommunityBusinessNetwork.Web.Hosting;

namespace CommunityBusinessNetwork.Tests.Demo;

public sealed class RehearsalTests
{
    [Fact]
    public async Task Rehearsal_OfTheRoster_EndsAsTheProgrammeMust()
    {
        var output = new StringWriter();

        var answer = await Rehearsal.RunAsync(SiteFolders.Recipes, output, TestContext.Current.CancellationToken);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            "entries 76, shortlisted 36, outstanding 18, good 18, allotted 2520000.00, paid 2498220.00, reported 36, audit chain ok",
            lines[^1]);
        Assert.Contains(lines, l => l.Contains("submitted late 3", StringComparison.Ordinal) && l.Contains("clips refused as too long 1", StringComparison.Ordinal));
        Assert.Equal(0, answer);
    }
}
