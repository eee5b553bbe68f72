using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Reporting.Results;
using CommunityBusinessNetwork.Tests.Awards;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Reporting;

public sealed class ActivityReportTests : IAsyncLifetime
{
    private static readonly string Words = new('ก', 60);

    private GivenMoney _given = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _given = await GivenMoney.AllottedAsync();
        _given.Site.Time.SetUtcNow(GivenMoney.At(8, 20, 23));
    }

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Opening_WithTheAllotment_TakesBaselinesAndGoalsFromThePlan()
    {
        var indicators = (await ReportAsync()).Indicators.ToDictionary(i => i.Code);

        Assert.Equal(12, indicators.Count);
        Assert.Equal((10_000m, 1_000m, 250_000.50m, 2m), (indicators["I1"].Baseline, indicators["I2"].Baseline, indicators["I7"].Baseline, indicators["I9"].Baseline));
        Assert.Equal(new Indicator("G1", 10, 15, null) { GoalTh = "เพิ่มยอดขาย", UnitTh = "ราย" }, indicators["G1"]);
    }

    [Fact]
    public async Task SendReport_WithoutAClipAndWithoutNumbers_SaysAllOfItAndStaysADraft()
    {
        var outcome = await SendAsync(_given.Wipa);

        Assert.Equal(13, outcome.Problems.Count);
        Assert.Contains("reporting.clip-missing", outcome.Problems.Select(p => p.Code));
        Assert.Equal(ReportState.Draft, (await ReportAsync()).State);
    }

    [Fact]
    public async Task AReport_SentReturnedSentAndAccepted_EndsTheTrack()
    {
        await WriteAsync();
        Assert.True((await SendAsync(_given.Wipa)).Succeeded);
        var version = (await ReportAsync()).Version;
        Assert.True((await _given.Site.AsAsync<ReturnReport, Outcome>(_given.Preeda, o => o.RunAsync(new(_given.Entry, version, "เพิ่มภาพ"), Ct))).Succeeded);
        Assert.True((await SendAsync(_given.Wipa)).Succeeded);
        Assert.True((await AcceptAsync(_given.Preeda)).Succeeded);
        await _given.Site.DeliverAsync();

        var report = await ReportAsync();
        Assert.Equal((ReportState.Accepted, false, 0m), (report.State, report.IsLate, report.Indicators.Single(i => i.Code == "I11").Actual));
        Assert.NotNull((await _given.EntryAsync(_given.Entry)).ReportDoneAt);
        Assert.Null((await _given.EntryAsync(_given.Entry)).BpmDoneAt);
        Assert.Equal(Words, (await _given.Site.InDbAsync(db => db.ResultOfAsync(_given.Entry, Ct)))!.Results);
    }

    [Fact]
    public async Task SendReport_AfterTheDate_WantsAReasonAndIsMarked()
    {
        await WriteAsync();
        _given.Site.Time.SetUtcNow(GivenMoney.At(8, 21, 0));

        Assert.Equal("reporting.late-reason-missing", (await SendAsync(_given.Wipa)).Problems[0].Code);
        Assert.Equal(ReportState.Draft, (await ReportAsync()).State);
        Assert.True((await SendAsync(_given.Wipa, "น้ำท่วม")).Succeeded);
        Assert.True((await ReportAsync()).IsLate);
    }

    [Fact]
    public async Task SaveReport_OfAnotherProvince_IsNotFoundAndAForgedIndicatorThrows()
    {
        var version = (await ReportAsync()).Version;

        Assert.Equal(Outcome.NotFound, await SaveAsync(_given.Udom, version, new("x", "", [])));
        await Assert.ThrowsAsync<InvalidOperationException>(() => SaveAsync(_given.Wipa, version, new("x", "", [new("I99", 1, 1, 1)])));
        Assert.Equal("", (await ReportAsync()).Results);
    }

    [Fact]
    public async Task SaveReport_OfAGoal_KeepsThePlansBaselineAndTarget()
    {
        Assert.True((await SaveAsync(_given.Wipa, (await ReportAsync()).Version, new("", "", [new("G1", 0, 0, 17), new("I11", 1, 1, 1)]))).Succeeded);

        var indicators = (await ReportAsync()).Indicators.ToDictionary(i => i.Code);
        Assert.Equal((10m, 15m, 17m), (indicators["G1"].Baseline, indicators["G1"].Target, indicators["G1"].Actual));
        Assert.Null(indicators["I11"].Actual);
    }

    [Fact]
    public async Task AcceptReport_ThatWasNotSent_OrByAProvince_IsRefused()
    {
        Assert.Equal("reporting.report-not-sent", (await AcceptAsync(_given.Preeda)).Problems[0].Code);
        Assert.Equal(Outcome.NotFound, await AcceptAsync(_given.Wipa));
        Assert.Equal(ReportState.Draft, (await ReportAsync()).State);
    }

    private Task<ActivityReport> ReportAsync() => _given.Site.InDbAsync(db => db.Set<ActivityReport>().AsNoTracking().SingleAsync(r => r.EntryId == _given.Entry, Ct));

    private Task<Outcome> SaveAsync(CurrentUser user, long version, ReportWords words)
        => _given.Site.AsAsync<SaveReport, Outcome>(user, o => o.RunAsync(new(_given.Entry, version, words), Ct));

    private async Task<Outcome> SendAsync(CurrentUser user, string? lateReason = null)
    {
        var version = (await ReportAsync()).Version;
        return await _given.Site.AsAsync<SendReport, Outcome>(user, o => o.RunAsync(new(_given.Entry, version, lateReason), Ct));
    }

    private async Task<Outcome> AcceptAsync(CurrentUser user)
    {
        var version = (await ReportAsync()).Version;
        return await _given.Site.AsAsync<AcceptReport, Outcome>(user, o => o.RunAsync(new(_given.Entry, version), Ct));
    }

    /// <summary>Everything that a report needs: words, numbers, and the clip.</summary>
    private async Task WriteAsync()
    {
        var report = await ReportAsync();
        Assert.True((await SaveAsync(_given.Wipa, report.Version, new(Words, "", [.. report.Indicators.Select(i => i with { Actual = 1 })]))).Succeeded);
        var entry = await _given.EntryAsync(_given.Entry);
        await _given.Site.InDbAsync(async db =>
        {
            StoredFile file = new("clip.mp4", new("video/mp4", 1, new('b', 64)), ClipFiles.Activity, entry.Area, _given.Wipa.Id, _given.Site.Time.GetUtcNow());
            Clip clip = new(entry, ClipKind.Activity);
            clip.Show(file, 60_000, new("กิจกรรม", true, true, false), _given.Site.Time.GetUtcNow());
            db.Add(file);
            await db.SaveAsync(CurrentUser.System, Ct);
            db.Add(clip);
            await db.SaveAsync(CurrentUser.System, Ct);
            return 0;
        });
    }
}
