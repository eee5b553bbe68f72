using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Screening;
using CommunityBusinessNetwork.Screening.Resolutions;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using CommunityBusinessNetwork.Screening.Standings;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Screening;

public sealed class ScreeningOperationTests(PanelAtWork work) : IClassFixture<PanelAtWork>
{
    private const string Group = "SG-50-01";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveScore_OnesOwnSheet_KeepsMarksVersionAndAudit()
    {
        var sheet = PanelAtWork.SheetOf(await work.StoredRoundAsync(), PanelAtWork.Malee, Group);

        Assert.True((await SaveAsync(PanelAtWork.Malee, sheet, 3)).Succeeded);

        var saved = await work.SheetAsync(sheet.Id);
        Assert.Equal((60, sheet.Version + 1), (saved.Points, saved.Version));
        Assert.Contains(await work.AuditAsync(), r => (r.SubjectId, r.Event, r.ActorId) == (sheet.Id, nameof(ScoreSaved), PanelAtWork.Malee.Id));
    }

    [Fact]
    public async Task SaveScore_Twice_ReplacesTheMarks()
    {
        var sheet = PanelAtWork.SheetOf(await work.StoredRoundAsync(), PanelAtWork.Malee, Group);
        await SaveAsync(PanelAtWork.Malee, sheet, 3);

        Assert.True((await SaveAsync(PanelAtWork.Malee, await work.SheetAsync(sheet.Id), 4)).Succeeded);

        Assert.Equal([4, 4], (await work.SheetAsync(sheet.Id)).Marks.Select(m => m.Level));
    }

    [Fact]
    public async Task SaveScore_AnotherMembersSheet_IsNotFoundAndLeavesNoTrace()
    {
        var sheet = PanelAtWork.SheetOf(await work.StoredRoundAsync(), PanelAtWork.Malee, Group);
        var audit = (await work.AuditAsync()).Count;

        Assert.Same(Outcome.NotFound, await SaveAsync(PanelAtWork.Somchai, sheet, 3));
        Assert.Same(Outcome.NotFound, await SaveAsync(PanelAtWork.Stranger, sheet, 3));
        Assert.Same(Outcome.NotFound, await SaveAsync(PanelAtWork.Preecha, sheet, 3));

        Assert.Equal(sheet.Version, (await work.SheetAsync(sheet.Id)).Version);
        Assert.Equal(audit, (await work.AuditAsync()).Count);
    }

    [Fact]
    public async Task SaveScore_OfOnesOwnProvince_IsNotFound()
    {
        var sheet = PanelAtWork.SheetOf(await work.StoredRoundAsync(), PanelAtWork.Malee, "SG-43-01");

        Assert.Same(Outcome.NotFound, await SaveAsync(PanelAtWork.Malee, sheet, 3));
        Assert.Empty((await work.SheetAsync(sheet.Id)).Marks);
    }

    [Fact]
    public async Task SaveScore_FromATabThatHasGrownOld_IsToldAndChangesNothing()
    {
        var sheet = PanelAtWork.SheetOf(await work.StoredRoundAsync(), PanelAtWork.Malee, Group);
        await SaveAsync(PanelAtWork.Malee, sheet, 3);

        Assert.Same(Outcome.ChangedMeanwhile, await SaveAsync(PanelAtWork.Malee, sheet, 4));

        Assert.Equal(60, (await work.SheetAsync(sheet.Id)).Points);
    }

    [Fact]
    public async Task Recuse_AnEntry_TakesEveryTraceOfItFromTheMember()
    {
        var round = await work.StoredRoundAsync();
        var sheet = PanelAtWork.SheetOf(round, PanelAtWork.Chanya, Group);

        Assert.True((await work.AsAsync<Recuse>(PanelAtWork.Chanya, o => o.RunAsync(new(sheet.Id, "ญาติเป็นกรรมการกลุ่ม"), Ct))).Succeeded);

        Assert.DoesNotContain(Group, await work.ReadAsync(db => db.Set<Contender>().Where(c => c.RoundId == round.Id).VisibleTo(PanelAtWork.Chanya).Select(c => c.GroupCode).ToListAsync(Ct)));
        Assert.DoesNotContain(sheet.Id, await work.ReadAsync(db => db.Set<ScoreSheet>().ScorableBy(PanelAtWork.Chanya).Select(s => s.Id).ToListAsync(Ct)));
        Assert.Contains(Group, await work.ReadAsync(db => db.Set<Contender>().Where(c => c.RoundId == round.Id).VisibleTo(PanelAtWork.Malee).Select(c => c.GroupCode).ToListAsync(Ct)));
        Assert.Same(Outcome.NotFound, await SaveAsync(PanelAtWork.Chanya, sheet, 3));
    }

    [Fact]
    public async Task Rounds_OfAnotherPanel_AreNotThere()
    {
        var round = await work.StoredRoundAsync();

        Assert.False(await work.ReadAsync(db => db.Set<Round>().VisibleTo(PanelAtWork.Stranger).AnyAsync(r => r.Id == round.Id, Ct)));
        Assert.False(await work.ReadAsync(db => db.Set<Round>().VisibleTo(PanelAtWork.Malee).AnyAsync(r => r.Id == round.Id, Ct)));
        Assert.True(await work.ReadAsync(db => db.Set<Round>().VisibleTo(PanelAtWork.Chanya).AnyAsync(r => r.Id == round.Id, Ct)));
        Assert.True(await work.ReadAsync(db => db.Set<Round>().VisibleTo(PanelAtWork.Preecha).AnyAsync(r => r.Id == round.Id, Ct)));
    }

    [Fact]
    public async Task StartDiscussion_ByAMemberOrAnotherChair_IsNotFound()
    {
        var round = await work.StoredRoundAsync();

        Assert.Same(Outcome.NotFound, await work.AsAsync<StartDiscussion>(PanelAtWork.Malee, o => o.RunAsync(new(round.Id, round.Version), Ct)));
        Assert.Same(Outcome.NotFound, await work.AsAsync<StartDiscussion>(PanelAtWork.Stranger, o => o.RunAsync(new(round.Id, round.Version), Ct)));
    }

    [Fact]
    public async Task CloseRound_WithSheetsMissing_IsRefusedAndStaysOpen()
    {
        var round = await work.StoredRoundAsync();

        Assert.Equal("screening.not-in-discussion", (await work.AsAsync<CloseRound>(PanelAtWork.Chanya, o => o.RunAsync(new(round.Id, round.Version), Ct))).Problems[0].Code);
        Assert.Equal("screening.sheets-missing", (await work.AsAsync<StartDiscussion>(PanelAtWork.Chanya, o => o.RunAsync(new(round.Id, round.Version), Ct))).Problems[0].Code);
        Assert.Equal(RoundState.Open, (await work.WholeAsync(round.Id)).State);
    }

    [Fact]
    public async Task SaveScore_AfterTheDiscussionHasBegun_IsRefusedAndChangesNothing()
    {
        var round = await work.RoundInDiscussionAsync(_ => (3, 3));
        var sheet = PanelAtWork.SheetOf(round, PanelAtWork.Somchai, Group);

        Assert.Equal("screening.already-submitted", (await SaveAsync(PanelAtWork.Somchai, sheet, 4)).Problems[0].Code);
        Assert.Equal(60, (await work.SheetAsync(sheet.Id)).Points);
    }

    [Fact]
    public async Task ChangeScore_InTheDiscussion_IsANewEditionWithItsReasonInTheAudit()
    {
        var round = await work.RoundInDiscussionAsync(_ => (3, 3));
        var sheet = PanelAtWork.SheetOf(round, PanelAtWork.Somchai, Group);

        Assert.True((await work.AsAsync<ChangeScore>(PanelAtWork.Somchai, o => o.RunAsync(new(sheet.Id, sheet.Version, PanelAtWork.Marks(4, 3), "เห็นบัญชีเพิ่ม"), Ct))).Succeeded);

        var changed = await work.SheetAsync(sheet.Id);
        Assert.Equal((2, 4, 68), (changed.Edition, changed.Marks.Count, changed.Points));
        Assert.Equal("เห็นบัญชีเพิ่ม", (await work.AuditAsync()).Single(r => r.SubjectId == sheet.Id && r.Event == nameof(ScoreChanged)).Reason);
    }

    [Fact]
    public async Task AWholeRound_FromTheDiscussionToTheSignatures_IsResolvedAndVerifies()
    {
        var round = await work.RoundInDiscussionAsync(_ => (3, 3));
        Assert.Equal("screening.tie-at-cut", (await work.AsAsync<CloseRound>(PanelAtWork.Chanya, o => o.RunAsync(new(round.Id, round.Version), Ct))).Problems[0].Code);

        Assert.True((await work.AsAsync<SettleTie>(PanelAtWork.Suda, o => o.RunAsync(new(round.Id, round.Version, Settlement.Lot, [.. round.Contenders.Select(c => c.GroupCode)], null), Ct))).Succeeded);
        round = await work.WholeAsync(round.Id);
        Assert.True((await work.AsAsync<CloseRound>(PanelAtWork.Chanya, o => o.RunAsync(new(round.Id, round.Version), Ct))).Succeeded);
        round = await work.WholeAsync(round.Id);
        Assert.True((await work.MakeAsync<ResolveRound, Guid>(PanelAtWork.Suda, o => o.RunAsync(new(round.Id, round.Version, "1/2563", [.. PanelAtWork.Scorers.Select(s => s.Id)]), Ct))).Succeeded);
        Assert.True((await SignAsync(round.Id, PanelAtWork.Suda, "นางสุดา ทดสอบ")).Succeeded);
        Assert.True((await SignAsync(round.Id, PanelAtWork.Chanya, "นางจรรยา ทดสอบ")).Succeeded);

        var resolution = await ResolutionAsync(round.Id);
        Assert.True(resolution.Verifies());
        Assert.Equal(RoundState.Resolved, resolution.Round.State);
        var resolved = await work.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(r => r.Event == nameof(RoundResolved) && r.SubjectId == round.Id, Ct));
        Assert.Equal(resolution.Sha256, resolved.As<RoundResolved>().Sha256);
        Assert.Equal(["shortlisted", "not-shortlisted", "not-shortlisted"], resolved.As<RoundResolved>().Places.Select(p => p.Outcome));
    }

    [Fact]
    public async Task SignResolution_ByAMember_IsNotFound()
    {
        var round = await work.RoundInDiscussionAsync(code => code == Group ? (4, 4) : (3, 3));
        await work.AsAsync<CloseRound>(PanelAtWork.Chanya, o => o.RunAsync(new(round.Id, round.Version), Ct));
        round = await work.WholeAsync(round.Id);
        Assert.Same(Outcome.NotFound.Problems, (await work.MakeAsync<ResolveRound, Guid>(PanelAtWork.Chanya, o => o.RunAsync(new(round.Id, round.Version, "1/2563", [.. PanelAtWork.Scorers.Select(s => s.Id)]), Ct))).Problems);
        await work.MakeAsync<ResolveRound, Guid>(PanelAtWork.Suda, o => o.RunAsync(new(round.Id, round.Version, "1/2563", [.. PanelAtWork.Scorers.Select(s => s.Id)]), Ct));

        Assert.Same(Outcome.NotFound, await SignAsync(round.Id, PanelAtWork.Malee, "นางมาลี ทดสอบ"));
        Assert.Empty((await ResolutionAsync(round.Id)).Signatures);
    }

    private Task<Outcome> SaveAsync(Kernel.Access.CurrentUser user, ScoreSheet sheet, int level)
        => work.AsAsync<SaveScore>(user, o => o.RunAsync(new(sheet.Id, sheet.Version, PanelAtWork.Marks(level, level)), Ct));

    private async Task<Outcome> SignAsync(Guid round, Kernel.Access.CurrentUser user, string name)
    {
        var version = (await ResolutionAsync(round)).Version;
        return await work.AsAsync<SignResolution>(user, o => o.RunAsync(new(round, version, name), Ct));
    }

    private Task<Resolution> ResolutionAsync(Guid round)
        => work.ReadAsync(db => db.Set<Resolution>().AsNoTracking().Include(r => r.Round).SingleAsync(r => r.RoundId == round, Ct));
}
