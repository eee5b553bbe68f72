using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Screening.Rounds;

namespace CommunityBusinessNetwork.Tests.Screening;

/// <summary>What the committee says to a group, and what a group may know of its own scores.</summary>
public sealed class FeedbackTests(PanelAtWork work) : IClassFixture<PanelAtWork>
{
    private const string Group = "SG-50-01";
    private const string Words = "แผนชัดเจน ขอให้เพิ่มหลักฐานด้านสวัสดิการ";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WriteFeedback_OfAClosedRound_KeepsTheWordsForTheGroup()
    {
        var round = await ClosedAsync();

        Assert.True((await WriteAsync(PanelAtWork.Suda, round, Words)).Succeeded);

        var verdict = VerdictView.Of(await work.WholeAsync(round.Id), EntryOf(round))!;
        Assert.Equal((Words, 5), (verdict.Words, verdict.Sheets));
        Assert.Equal(new Fraction(80, 1), verdict.Score);
        Assert.All(verdict.Criteria, c => Assert.Equal(new Fraction(4, 1), c.Mean));
        Assert.Equal(verdict.Score, verdict.Criteria.Select(c => c.Points).Aggregate((sum, points) => sum + points));
    }

    [Theory]
    [InlineData("", "fields.required")]
    [InlineData("โทร 1-1010-00001-00-5", "fields.national-id")]
    public async Task WriteFeedback_ThatMayNotBeSent_IsRefusedAndKeepsNothing(string words, string code)
    {
        var round = await ClosedAsync();

        Assert.Equal(code, (await WriteAsync(PanelAtWork.Suda, round, words)).Problems[0].Code);
        Assert.Null((await work.WholeAsync(round.Id)).Contenders.Single(c => c.GroupCode == Group).FeedbackWords);
    }

    [Fact]
    public async Task WriteFeedback_BeforeTheRoundIsClosed_IsRefused()
    {
        var round = await work.RoundInDiscussionAsync(_ => (4, 4));

        Assert.Equal("screening.not-decided-yet", (await WriteAsync(PanelAtWork.Suda, round, Words)).Problems[0].Code);
        Assert.Null(VerdictView.Of(await work.WholeAsync(round.Id), EntryOf(round)));
    }

    [Fact]
    public async Task WriteFeedback_ByAnybodyButTheSecretaryOfThePanel_IsNotFound()
    {
        var round = await ClosedAsync();

        foreach (var user in new[] { PanelAtWork.Chanya, PanelAtWork.Malee, PanelAtWork.Preecha, PanelAtWork.Stranger })
        {
            Assert.Equal(Outcome.NotFound, await WriteAsync(user, round, Words));
        }
    }

    [Fact]
    public async Task WriteFeedback_InTwoTabs_TellsTheSecond()
    {
        var round = await ClosedAsync();
        Assert.True((await WriteAsync(PanelAtWork.Suda, round, Words)).Succeeded);

        Assert.Equal(Outcome.ChangedMeanwhile, await WriteAsync(PanelAtWork.Suda, round, "คำอื่น"));
        Assert.Equal(Words, (await work.WholeAsync(round.Id)).Contenders.Single(c => c.GroupCode == Group).FeedbackWords);
    }

    private async Task<Round> ClosedAsync()
    {
        var round = await work.RoundInDiscussionAsync(code => code == Group ? (4, 4) : code == "SG-10-01" ? (3, 3) : (2, 2));
        Assert.True((await work.AsAsync<CloseRound>(PanelAtWork.Chanya, o => o.RunAsync(new(round.Id, round.Version), Ct))).Succeeded);
        return await work.WholeAsync(round.Id);
    }

    private Task<Outcome> WriteAsync(CurrentUser user, Round round, string words)
        => work.AsAsync<WriteFeedback>(user, o => o.RunAsync(new(round.Id, round.Version, EntryOf(round), words), Ct));

    private static Guid EntryOf(Round round) => round.Contenders.Single(c => c.GroupCode == Group).EntryId;
}
