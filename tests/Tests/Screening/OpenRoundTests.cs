using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Slots;
using CommunityBusinessNetwork.Screening;
using CommunityBusinessNetwork.Screening.Resolutions;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Screening;

public sealed class OpenRoundTests(PanelAtWork work) : IClassFixture<PanelAtWork>
{
    private static readonly string[] Provinces = ["43", "50", "11"];
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenRound_One_TakesInWhatWasSubmittedWithItsOwnCopyOfTheRules()
    {
        var (cycle, panel) = await CycleAsync(EntryStates.Submitted, EntryStates.Submitted, EntryStates.Withdrawn);

        var round = await work.WholeAsync((await OpenAsync(cycle, panel, 1)).Value);

        Assert.Equal(["43", "50"], round.Contenders.Select(c => c.ProvinceCode).Order());
        Assert.Equal(10, round.Contenders.Sum(c => c.Sheets.Count));
        Assert.Equal([("shortlisted", 2)], round.Rules.Bands.Select(b => (b.Outcome, b.Places)));
        Assert.Equal(SheetState.Recused, round.Contenders.Single(c => c.ProvinceCode == "43").Sheets.Single(s => s.MemberId == PanelAtWork.Malee.Id).State);
        Assert.Contains(await work.AuditAsync(), r => r.SubjectId == round.Id && r.Event == nameof(RoundOpened) && r.Data.Contains(round.Rules.LotSeed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenRound_Twice_IsRefused()
    {
        var (cycle, panel) = await CycleAsync(EntryStates.Submitted);
        await OpenAsync(cycle, panel, 1);

        Assert.Equal("screening.round-exists", (await OpenAsync(cycle, panel, 1)).Problems[0].Code);
        Assert.Equal(1, await work.ReadAsync(db => db.Set<Round>().CountAsync(r => r.CycleId == cycle, Ct)));
    }

    [Fact]
    public async Task OpenRound_WhileAnEntryMayStillSubmit_IsRefused()
    {
        var (cycle, panel) = await CycleAsync(new DateOnly(2020, 6, 20), EntryStates.Submitted, EntryStates.Notified);

        Assert.Equal("screening.still-submitting", (await OpenAsync(cycle, panel, 1)).Problems[0].Code);
        Assert.False(await work.ReadAsync(db => db.Set<Round>().AnyAsync(r => r.CycleId == cycle, Ct)));
    }

    [Fact]
    public async Task OpenRound_ByAChair_IsNotFound()
    {
        var (cycle, panel) = await CycleAsync(EntryStates.Submitted);

        Assert.Same(Outcome.NotFound.Problems, (await work.MakeAsync<OpenRound, Guid>(PanelAtWork.Chanya, o => o.RunAsync(new(cycle, 1, panel, "รอบที่ 1"), Ct))).Problems);
    }

    [Fact]
    public async Task OpenRound_TwoBeforeOneIsResolved_IsRefused()
    {
        var (cycle, panel) = await CycleAsync(EntryStates.Submitted, EntryStates.Submitted, EntryStates.Submitted);
        Assert.Equal("screening.first-round-first", (await OpenAsync(cycle, panel, 2)).Problems[0].Code);
        await OpenAsync(cycle, panel, 1);

        Assert.Equal("screening.first-round-first", (await OpenAsync(cycle, panel, 2)).Problems[0].Code);
    }

    [Fact]
    public async Task OpenRound_TwoAfterOne_RanksTheShortlistIntoTheTiersAndRemembersInterests()
    {
        var (cycle, panel) = await CycleAsync(EntryStates.Submitted, EntryStates.Submitted, EntryStates.Submitted);
        var first = (await OpenAsync(cycle, panel, 1)).Value;
        var interest = PanelAtWork.SheetOf(await work.WholeAsync(first), PanelAtWork.Somchai, $"SG-50-{cycle}");
        await work.AsAsync<Recuse>(PanelAtWork.Somchai, o => o.RunAsync(new(interest.Id, "ที่ปรึกษาของกลุ่ม"), Ct));
        await ResolveAsync(first, code => code.StartsWith("SG-11", StringComparison.Ordinal) ? 2 : code.StartsWith("SG-50", StringComparison.Ordinal) ? 3 : 4);

        var second = await work.WholeAsync((await OpenAsync(cycle, panel, 2)).Value);

        Assert.Equal(["43", "50"], second.Contenders.Select(c => c.ProvinceCode).Order());
        Assert.Equal([("outstanding", 1), ("good", 1)], second.Rules.Bands.Select(b => (b.Outcome, b.Places)));
        Assert.Equal(ScoreSheet.DeclaredBefore, PanelAtWork.SheetOf(second, PanelAtWork.Somchai, $"SG-50-{cycle}").SetAside);

        await ResolveAsync(second.Id, code => code.StartsWith("SG-50", StringComparison.Ordinal) ? 3 : 4);
        Assert.Equal(["outstanding", "good"], (await work.WholeAsync(second.Id)).Places().Select(p => p.Outcome));
    }

    [Fact]
    public async Task FollowWithdrawals_AnEntryLeaves_TheRoundGoesOnWithoutIt()
    {
        var (cycle, panel) = await CycleAsync(EntryStates.Submitted, EntryStates.Submitted);
        var round = await work.WholeAsync((await OpenAsync(cycle, panel, 1)).Value);
        var gone = round.Contenders.Single(c => c.ProvinceCode == "50");
        OutboxRow row = new(1, gone.EntryId, nameof(EntryMoved), AppJson.Write(new EntryMoved(cycle, EntryStates.Submitted, EntryStates.Withdrawn, "withdraw") { Reason = "ยุบกลุ่ม" }));

        for (var delivery = 0; delivery < 2; delivery++)
        {
            await work.DoAsync<FollowWithdrawals>(c => c.HandleAsync(row, Ct));
        }

        round = await work.WholeAsync(round.Id);
        Assert.Equal("ยุบกลุ่ม", round.Contenders.Single(c => c.EntryId == gone.EntryId).WithdrawnReason);
        Assert.Single(await work.AuditAsync(), r => r.SubjectId == round.Id && r.Event == nameof(ContenderWithdrawn));
        Assert.DoesNotContain(gone.Id, await work.ReadAsync(db => db.Set<ScoreSheet>().Where(s => s.RoundId == round.Id).ScorableBy(PanelAtWork.Narong).Select(s => s.ContenderId).ToListAsync(Ct)));
    }

    private Task<Outcome<Guid>> OpenAsync(Guid cycle, Guid panel, int number)
        => work.MakeAsync<OpenRound, Guid>(PanelAtWork.Preecha, o => o.RunAsync(new(cycle, number, panel, $"รอบที่ {number}"), Ct));

    private async Task ResolveAsync(Guid id, Func<string, int> level)
    {
        await work.ScoreAsync(await work.WholeAsync(id), code => (level(code), level(code)));
        var round = await work.WholeAsync(id);
        Assert.True((await work.AsAsync<CloseRound>(PanelAtWork.Chanya, o => o.RunAsync(new(id, round.Version), Ct))).Succeeded);
        round = await work.WholeAsync(id);
        Assert.True((await work.MakeAsync<ResolveRound, Guid>(PanelAtWork.Suda, o => o.RunAsync(new(id, round.Version, "1/2563", [.. PanelAtWork.Scorers.Select(s => s.Id)]), Ct))).Succeeded);
        Assert.True((await work.AsAsync<SignResolution>(PanelAtWork.Suda, o => o.RunAsync(new(id, 1, "นางสุดา ทดสอบ"), Ct))).Succeeded);
        Assert.True((await work.AsAsync<SignResolution>(PanelAtWork.Chanya, o => o.RunAsync(new(id, 2, "นางจรรยา ทดสอบ"), Ct))).Succeeded);
    }

    private Task<(Guid Cycle, Guid Panel)> CycleAsync(params string[] states) => CycleAsync(new DateOnly(2020, 5, 29), states);

    /// <summary>A cycle of two places with one entry per state, in the provinces 43, 50, 11, and its panel.</summary>
    private async Task<(Guid Cycle, Guid Panel)> CycleAsync(DateOnly deadline, params string[] states)
    {
        var cycle = await work.StoredCycleAsync(deadline);

        return await work.ReadAsync(async db =>
        {
            foreach (var (state, province) in states.Zip(Provinces))
            {
                Slot slot = new(cycle, province);
                db.Add(slot);
                await db.SaveAsync(CurrentUser.System, Ct);
                Entry entry = new(cycle, slot.Id, new GroupIndex($"{cycle}{province}"), 1, state, PanelAtWork.Monday);
                db.Add(entry);
                db.Entry(entry).Property(e => e.GroupCode).CurrentValue = $"SG-{province}-{cycle}";
                db.Entry(entry).Property(e => e.ProvinceCode).CurrentValue = province;
            }

            var panel = PanelAtWork.Panel(cycle);
            db.Add(panel);
            await db.SaveAsync(CurrentUser.System, Ct);
            return (cycle, panel.Id);
        });
    }
}
