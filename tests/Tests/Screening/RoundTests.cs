using CommunityBusinessNetwork.Screening.Resolutions;
using CommunityBusinessNetwork.Screening.Rounds;
using CommunityBusinessNetwork.Screening.Sheets;
using CommunityBusinessNetwork.Screening.Standings;

namespace CommunityBusinessNetwork.Tests.Screening;

public sealed class RoundTests
{
    [Fact]
    public void Open_EachScorer_GetsHerSheetsInAnOrderOfHerOwn()
    {
        var sheets = PanelAtWork.Round().Contenders.SelectMany(c => c.Sheets).ToList();

        Assert.Equal(15, sheets.Count);
        Assert.All(PanelAtWork.Scorers, scorer => Assert.Equal([1, 2, 3], sheets.Where(s => s.MemberId == scorer.Id).Select(s => s.Position).Order()));
        Assert.True(PanelAtWork.Scorers.Select(scorer => string.Join(' ', sheets.Where(s => s.MemberId == scorer.Id).OrderBy(s => s.Position).Select(s => s.Contender.GroupCode))).Distinct().Count() > 1);
    }

    [Fact]
    public void StartDiscussion_WithASheetMissing_IsRefusedAndSaysHowMany()
    {
        var round = PanelAtWork.Round();

        var outcome = round.StartDiscussion(PanelAtWork.Monday);

        Assert.Equal(("screening.sheets-missing", 14), (outcome.Problems[0].Code, outcome.Problems[0].Args[0].Value));
        Assert.Equal(RoundState.Open, round.State);
    }

    [Fact]
    public void Close_ATieAcrossTheLine_IsRefusedUntilItIsSettled()
    {
        var round = ScoreSheetTests.Discussed(_ => PanelAtWork.Marks(3, 3));

        Assert.Equal("screening.tie-at-cut", round.Close(PanelAtWork.Monday).Problems[0].Code);
        Assert.Equal(RoundState.Discussion, round.State);

        Assert.True(round.Settle(Settlement.Vote, ["SG-50-01", "SG-10-01", "SG-43-01"], "4 : 1", "suda", PanelAtWork.Monday).Succeeded);
        Assert.True(round.Close(PanelAtWork.Monday).Succeeded);
        Assert.Equal(["shortlisted", "not-shortlisted", "not-shortlisted"], round.Places().Select(p => p.Outcome));
        Assert.All(round.Places(), p => Assert.Equal("vote", p.SettledBy));
    }

    [Fact]
    public void Close_ATieBelowTheLine_IsNoObstacle()
    {
        var round = ScoreSheetTests.Discussed();

        Assert.True(round.Close(PanelAtWork.Monday).Succeeded);
        Assert.Equal([1, 2, 2], round.Places().Select(p => p.Rank));
    }

    [Fact]
    public void Settle_ByLot_FollowsTheSeedAndNotTheWishes()
    {
        string[] wished = ["SG-43-01", "SG-10-01", "SG-50-01"];
        var round = ScoreSheetTests.Discussed(_ => PanelAtWork.Marks(3, 3));

        round.Settle(Settlement.Lot, wished, null, "suda", PanelAtWork.Monday);

        Assert.Equal(Lot.Draw(round.Rules.LotSeed, wished), round.Settlements[0].Order);
    }

    [Fact]
    public void Settle_WhatIsNoTie_IsRefused()
        => Assert.Equal("screening.not-a-tie", ScoreSheetTests.Discussed().Settle(Settlement.Vote, ["SG-43-01", "SG-10-01"], "5 : 0", "suda", PanelAtWork.Monday).Problems[0].Code);

    [Fact]
    public void Close_ACriterionNobodyHasAnOpinionOn_IsRefused()
    {
        var round = ScoreSheetTests.Discussed(code => code == "SG-50-01" ? [new("C1", null), new("C2", 3)] : PanelAtWork.Marks(3, 3));

        Assert.Contains(round.Close(PanelAtWork.Monday).Problems, p => p.Code == "screening.no-opinion");
        Assert.Equal(RoundState.Discussion, round.State);
    }

    [Fact]
    public void Close_AnEntryWithTwoSheets_NeedsTheDecisionOfTheChair()
    {
        var round = PanelAtWork.Round();
        var contender = round.Contenders.Single(c => c.GroupCode == "SG-43-01");
        Fill(round, except: [PanelAtWork.Somchai.Id, PanelAtWork.Narong.Id]);

        foreach (var sheet in round.Contenders.SelectMany(c => c.Sheets).Where(s => s.State == SheetState.Draft))
        {
            sheet.Release("ป่วย");
        }

        round.StartDiscussion(PanelAtWork.Monday);
        Assert.Equal("screening.too-few-sheets", round.Close(PanelAtWork.Monday).Problems[0].Code);
        Assert.Equal("screening.decision-reason-missing", round.AllowFewSheets(contender.EntryId, "").Problems[0].Code);

        Assert.True(round.AllowFewSheets(contender.EntryId, "กรรมการป่วย 2 คน").Succeeded);
        Assert.True(round.Close(PanelAtWork.Monday).Succeeded);
    }

    [Fact]
    public void Seal_WithoutAQuorum_IsRefused()
    {
        var round = Closed();

        Assert.Equal("screening.no-quorum", Resolution.Seal(round, "1/2563", ["suda", "chanya", "malee"], "suda", PanelAtWork.Monday).Problems[0].Code);
    }

    [Fact]
    public void Seal_AClosedRound_CanBeRebuiltFromTheRecordAlone()
    {
        var resolution = Sealed();

        Assert.True(resolution.Verifies());
        Assert.True(SealedRecord.Read(resolution.Json).Rebuilds());
        Assert.Equal(resolution.Json, SealedRecord.Read(resolution.Json).Write());
    }

    [Fact]
    public void Rebuilds_ARecordWithOneLevelChanged_IsFalse()
    {
        var record = SealedRecord.Read(Sealed().Json);
        var entry = record.Entries.Single(e => e.GroupCode == "SG-43-01");
        var forged = entry with { Sheets = [entry.Sheets[0] with { Levels = [0, 0] }, .. entry.Sheets.Skip(1)] };

        Assert.False((record with { Entries = [.. record.Entries.Select(e => e == entry ? forged : e)] }).Rebuilds());
    }

    [Fact]
    public void Sign_WithAnotherName_IsRefusedAndSignsNothing()
    {
        var resolution = Sealed();

        Assert.Equal("screening.name-differs", resolution.Sign("chanya", "นางมาลี ทดสอบ", PanelAtWork.Monday).Problems[0].Code);
        Assert.Empty(resolution.Signatures);
    }

    [Fact]
    public void Sign_ByBoth_ResolvesTheRound()
    {
        var resolution = Sealed();

        Assert.True(resolution.Sign("suda", "นางสุดา ทดสอบ", PanelAtWork.Monday).Succeeded);
        Assert.Equal(RoundState.Closed, resolution.Round.State);
        Assert.True(resolution.Sign("chanya", " นางจรรยา ทดสอบ ", PanelAtWork.Monday).Succeeded);

        Assert.Equal(RoundState.Resolved, resolution.Round.State);
        Assert.All(resolution.Signatures, s => Assert.Equal(resolution.Sha256, s.Sha256));
        Assert.Equal("screening.already-signed", resolution.Sign("suda", "นางสุดา ทดสอบ", PanelAtWork.Monday).Problems[0].Code);
    }

    internal static Resolution Sealed() => Resolution.Seal(Closed(), "1/2563", ["suda", "chanya", "malee", "somchai"], "suda", PanelAtWork.Monday).Value;

    private static Round Closed()
    {
        var round = ScoreSheetTests.Discussed();
        Assert.True(round.Close(PanelAtWork.Monday).Succeeded);
        return round;
    }

    private static void Fill(Round round, IReadOnlyCollection<string> except)
    {
        foreach (var sheet in round.Contenders.SelectMany(c => c.Sheets).Where(s => s.State == SheetState.Draft && !except.Contains(s.MemberId)))
        {
            sheet.Save(sheet.Contender.GroupCode == "SG-50-01" ? PanelAtWork.Marks(4, 4) : sheet.Contender.GroupCode == "SG-10-01" ? PanelAtWork.Marks(3, 3) : PanelAtWork.Marks(2, 2), PanelAtWork.Monday);
            sheet.Submit(PanelAtWork.Monday);
        }
    }
}
