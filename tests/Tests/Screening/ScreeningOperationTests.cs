using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Screening;
using CommunityBusinessNetwork.Screening.Resolutions;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using CommunityBusinessNetwork.Screening.Standings;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Screening;

public sealed class ScreeningOperationTests(Given given) : IClassFixture<Given>
{
    private const string Group = "SG-50-01";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveScore_OnesOwnSheet_KeepsMarksVersionAndAudit()
    {
        var sheet = Given.SheetOf(await given.StoredRoundAsync(), Given.Malee, Group);

        Assert.True((await SaveAsync(Given.Malee, sheet, 3)).Succeeded);

        var saved = await given.SheetAsync(sheet.Id);
        Assert.Equal((60, sheet.Version + 1), (saved.Points, saved.Version));
        Assert.Contains(await given.AuditAsync(), r => (r.SubjectId, r.Event, r.ActorId) == (sheet.Id, nameof(ScoreSaved), Given.Malee.Id));
    }

    [Fact]
    public async Task SaveScore_Twice_ReplacesTheMarks()
    {
        var sheet = Given.SheetOf(await given.StoredRoundAsync(), Given.Malee, Group);
        await SaveAsync(Given.Malee, sheet, 3);

        Assert.True((await SaveAsync(Given.Malee, await given.SheetAsync(sheet.Id), 4)).Succeeded);

        Assert.Equal([4, 4], (await given.SheetAsync(sheet.Id)).Marks.Select(m => m.Level));
    }

    [Fact]
    public async Task SaveScore_AnotherMembersSheet_IsNotFoundAndLeavesNoTrace()
    {
        var sheet = Given.SheetOf(await given.StoredRoundAsync(), Given.Malee, Group);
        var audit = (await given.AuditAsync()).Count;

        Assert.Same(Outcome.NotFound, await SaveAsync(Given.Somchai, sheet, 3));
        Assert.Same(Outcome.NotFound, await SaveAsync(Given.Stranger, sheet, 3));
        Assert.Same(Outcome.NotFound, await SaveAsync(Given.Preecha, sheet, 3));

        Assert.Equal(sheet.Version, (await given.SheetAsync(sheet.Id)).Version);
        Assert.Equal(audit, (await given.AuditAsync()).Count);
    }

    [Fact]
    public async Task SaveScore_OfOnesOwnProvince_IsNotFound()
    {
        var sheet = Given.SheetOf(await given.StoredRoundAsync(), Given.Malee, "SG-43-01");

        Assert.Same(Outcome.NotFound, await SaveAsync(Given.Malee, sheet, 3));
        Assert.Empty((await given.SheetAsync(sheet.Id)).Marks);
    }

    [Fact]
    public async Task SaveScore_FromATabThatHasGrownOld_IsToldAndChangesNothing()
    {
        var sheet = Given.SheetOf(await given.StoredRoundAsync(), Given.Malee, Group);
        await SaveAsync(Given.Malee, sheet, 3);

        Assert.Same(Outcome.ChangedMeanwhile, await SaveAsync(Given.Malee, sheet, 4));

        Assert.Equal(60, (await given.SheetAsync(sheet.Id)).Points);
    }

    [Fact]
    public async Task Recuse_AnEntry_TakesEveryTraceOfItFromTheMember()
    {
        var round = await given.StoredRoundAsync();
        var sheet = Given.SheetOf(round, Given.Chanya, Group);

        Assert.True((await given.AsAsync<Recuse>(Given.Chanya, o => o.RunAsync(new(sheet.Id, "ญาติเป็นกรรมการกลุ่ม"), Ct))).Succeeded);

        Assert.DoesNotContain(Group, await given.ReadAsync(db => db.Set<Contender>().Where(c => c.RoundId == round.Id).VisibleTo(Given.Chanya).Select(c => c.GroupCode).ToListAsync(Ct)));
        Assert.DoesNotContain(sheet.Id, await given.ReadAsync(db => db.Set<ScoreSheet>().ScorableBy(Given.Chanya).Select(s => s.Id).ToListAsync(Ct)));
        Assert.Contains(Group, await given.ReadAsync(db => db.Set<Contender>().Where(c => c.RoundId == round.Id).VisibleTo(Given.Malee).Select(c => c.GroupCode).ToListAsync(Ct)));
        Assert.Same(Outcome.NotFound, await SaveAsync(Given.Chanya, sheet, 3));
    }

    [Fact]
    public async Task Rounds_OfAnotherPanel_AreNotThere()
    {
        var round = await given.StoredRoundAsync();

        Assert.False(await given.ReadAsync(db => db.Set<Round>().VisibleTo(Given.Stranger).AnyAsync(r => r.Id == round.Id, Ct)));
        Assert.False(await given.ReadAsync(db => db.Set<Round>().VisibleTo(Given.Malee).AnyAsync(r => r.Id == round.Id, Ct)));
        Assert.True(await given.ReadAsync(db => db.Set<Round>().VisibleTo(Given.Chanya).AnyAsync(r => r.Id == round.Id, Ct)));
        Assert.True(await given.ReadAsync(db => db.Set<Round>().VisibleTo(Given.Preecha).AnyAsync(r => r.Id == round.Id, Ct)));
    }

    [Fact]
    public async Task StartDiscussion_ByAMemberOrAnotherChair_IsNotFound()
    {
        var round = await given.StoredRoundAsync();

        Assert.Same(Outcome.NotFound, await given.AsAsync<StartDiscussion>(Given.Malee, o => o.RunAsync(new(round.Id, round.Version), Ct)));
        Assert.Same(Outcome.NotFound, await given.AsAsync<StartDiscussion>(Given.Stranger, o => o.RunAsync(new(round.Id, round.Version), Ct)));
    }

    [Fact]
    public async Task CloseRound_WithSheetsMissing_IsRefusedAndStaysOpen()
    {
        var round = await given.StoredRoundAsync();

        Assert.Equal("screening.not-in-discussion", (await given.AsAsync<CloseRound>(Given.Chanya, o => o.RunAsync(new(round.Id, round.Version), Ct))).Problems[0].Code);
        Assert.Equal("screening.sheets-missing", (await given.AsAsync<StartDiscussion>(Given.Chanya, o => o.RunAsync(new(round.Id, round.Version), Ct))).Problems[0].Code);
        Assert.Equal(RoundState.Open, (await given.WholeAsync(round.Id)).State);
    }

    [Fact]
    public async Task SaveScore_AfterTheDiscussionHasBegun_IsRefusedAndChangesNothing()
    {
        var round = await given.RoundInDiscussionAsync(_ => (3, 3));
        var sheet = Given.SheetOf(round, Given.Somchai, Group);

        Assert.Equal("screening.already-submitted", (await SaveAsync(Given.Somchai, sheet, 4)).Problems[0].Code);
        Assert.Equal(60, (await given.SheetAsync(sheet.Id)).Points);
    }

    [Fact]
    public async Task ChangeScore_InTheDiscussion_IsANewEditionWithItsReasonInTheAudit()
    {
        var round = await given.RoundInDiscussionAsync(_ => (3, 3));
        var sheet = Given.SheetOf(round, Given.Somchai, Group);

        Assert.True((await given.AsAsync<ChangeScore>(Given.Somchai, o => o.RunAsync(new(sheet.Id, sheet.Version, Given.Marks(4, 3), "เห็นบัญชีเพิ่ม"), Ct))).Succeeded);

        var changed = await given.SheetAsync(sheet.Id);
        Assert.Equal((2, 4, 68), (changed.Edition, changed.Marks.Count, changed.Points));
        Assert.Equal("เห็นบัญชีเพิ่ม", (await given.AuditAsync()).Single(r => r.SubjectId == sheet.Id && r.Event == nameof(ScoreChanged)).Reason);
    }

    [Fact]
    public async Task AWholeRound_FromTheDiscussionToTheSignatures_IsResolvedAndVerifies()
    {
        var round = await given.RoundInDiscussionAsync(_ => (3, 3));
        Assert.Equal("screening.tie-at-cut", (await given.AsAsync<CloseRound>(Given.Chanya, o => o.RunAsync(new(round.Id, round.Version), Ct))).Problems[0].Code);

        Assert.True((await given.AsAsync<SettleTie>(Given.Suda, o => o.RunAsync(new(round.Id, round.Version, Settlement.Lot, [.. round.Contenders.Select(c => c.GroupCode)], null), Ct))).Succeeded);
        round = await given.WholeAsync(round.Id);
        Assert.True((await given.AsAsync<CloseRound>(Given.Chanya, o => o.RunAsync(new(round.Id, round.Version), Ct))).Succeeded);
        round = await given.WholeAsync(round.Id);
        Assert.True((await given.MakeAsync<ResolveRound, Guid>(Given.Suda, o => o.RunAsync(new(round.Id, round.Version, "1/2563", [.. Given.Scorers.Select(s => s.Id)]), Ct))).Succeeded);
        Assert.True((await SignAsync(round.Id, Given.Suda, "นางสุดา ทดสอบ")).Succeeded);
        Assert.True((await SignAsync(round.Id, Given.Chanya, "นางจรรยา ทดสอบ")).Succeeded);

        var resolution = await ResolutionAsync(round.Id);
        Assert.True(resolution.Verifies());
        Assert.Equal(RoundState.Resolved, resolution.Round.State);
        var resolved = await given.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(r => r.Event == nameof(RoundResolved) && r.SubjectId == round.Id, Ct));
        Assert.Equal(resolution.Sha256, resolved.As<RoundResolved>().Sha256);
        Assert.Equal(["shortlisted", "not-shortlisted", "not-shortlisted"], resolved.As<RoundResolved>().Places.Select(p => p.Outcome));
    }

    [Fact]
    public async Task SignResolution_ByAMember_IsNotFound()
    {
        var round = await given.RoundInDiscussionAsync(code => code == Group ? (4, 4) : (3, 3));
        await given.AsAsync<CloseRound>(Given.Chanya, o => o.RunAsync(new(round.Id, round.Version), Ct));
        round = await given.WholeAsync(round.Id);
        Assert.Same(Outcome.NotFound.Problems, (await given.MakeAsync<ResolveRound, Guid>(Given.Chanya, o => o.RunAsync(new(round.Id, round.Version, "1/2563", [.. Given.Scorers.Select(s => s.Id)]), Ct))).Problems);
        await given.MakeAsync<ResolveRound, Guid>(Given.Suda, o => o.RunAsync(new(round.Id, round.Version, "1/2563", [.. Given.Scorers.Select(s => s.Id)]), Ct));

        Assert.Same(Outcome.NotFound, await SignAsync(round.Id, Given.Malee, "นางมาลี ทดสอบ"));
        Assert.Empty((await ResolutionAsync(round.Id)).Signatures);
    }

    private Task<Outcome> SaveAsync(Kernel.Access.CurrentUser user, ScoreSheet sheet, int level)
        => given.AsAsync<SaveScore>(user, o => o.RunAsync(new(sheet.Id, sheet.Version, Given.Marks(level, level)), Ct));

    private async Task<Outcome> SignAsync(Guid round, Kernel.Access.CurrentUser user, string name)
    {
        var version = (await ResolutionAsync(round)).Version;
        return await given.AsAsync<SignResolution>(user, o => o.RunAsync(new(round, version, name), Ct));
    }

    private Task<Resolution> ResolutionAsync(Guid round)
        => given.ReadAsync(db => db.Set<Resolution>().AsNoTracking().Include(r => r.Round).SingleAsync(r => r.RoundId == round, Ct));
}
