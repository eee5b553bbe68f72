using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Reporting.Packages;
using CommunityBusinessNetwork.Tests.Awards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Reporting;

public sealed class BpmTests : IAsyncLifetime
{
    private static readonly BpmFacts Facts = new(
        "P-1", "ขยายร้าน", "บ้านตัวอย่าง", new(2020, 7, 10), new(2020, 8, 5), 60, 20, 35, "ขายดีขึ้น", "รายได้เพิ่ม", null, null, null,
        "นางวิภา ทดสอบ", "นักวิชาการพัฒนาชุมชน", "042411182", new(2020, 8, 20));

    private GivenMoney _given = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _given = await GivenMoney.AllottedAsync();
        _given.Site.Time.SetUtcNow(GivenMoney.At(8, 25));
    }

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ConfirmBpm_OfACompleteRecord_EndsTheTrack()
    {
        await CompleteAsync();

        Assert.True((await ConfirmAsync(new("BPM-43-001", GivenMoney.At(8, 24)))).Succeeded);
        await _given.Site.DeliverAsync();

        var record = await RecordAsync(_given.Entry);
        Assert.Equal(("BPM-43-001", _given.Wipa.Id, false), (record.Reference, record.RecordedBy, record.IsLate));
        Assert.NotNull((await _given.EntryAsync(_given.Entry)).BpmDoneAt);
        Assert.Equal("reporting.bpm-confirmed", (await SaveAsync(_given.Wipa, record.Version, Facts with { Results = "เปลี่ยน" })).Problems[0].Code);
    }

    [Fact]
    public async Task ConfirmBpm_OfAnEmptyRecord_SaysEverythingThatIsMissingAndChangesNothing()
    {
        var outcome = await ConfirmAsync(new(null, null));

        // Thirteen facts, five kinds of file and the number of pictures, reference and time.
        Assert.Equal(13 + 6 + 2, outcome.Problems.Count);
        Assert.Contains("reporting.pictures-missing", outcome.Problems.Select(p => p.Code));
        Assert.Contains("reporting.data-file-missing", outcome.Problems.Select(p => p.Code));
        Assert.Null((await RecordAsync(_given.Entry)).ConfirmedAt);
    }

    [Fact]
    public async Task ConfirmBpm_TypedAfterTheDate_WantsAReasonAndIsMarked()
    {
        await CompleteAsync();
        _given.Site.Time.SetUtcNow(GivenMoney.At(9, 2));

        Assert.Equal("reporting.late-reason-missing", (await ConfirmAsync(new("1", GivenMoney.At(9, 1, 0)))).Problems[0].Code);
        Assert.True((await ConfirmAsync(new("1", GivenMoney.At(9, 1, 0), "ระบบ BPM ปิด"))).Succeeded);
        Assert.True((await RecordAsync(_given.Entry)).IsLate);
    }

    [Fact]
    public async Task SaveBpm_OfAnotherProvince_IsNotFound()
    {
        var record = await RecordAsync(_given.Entry);

        Assert.Equal(Outcome.NotFound, await SaveAsync(_given.Udom, record.Version, Facts));
        Assert.Equal(BpmFacts.None, (await RecordAsync(_given.Entry)).Facts);
    }

    [Fact]
    public async Task SaveBpm_InASecondTab_IsTold()
    {
        var record = await RecordAsync(_given.Entry);
        Assert.True((await SaveAsync(_given.Wipa, record.Version, Facts)).Succeeded);

        Assert.Equal(Outcome.ChangedMeanwhile, await SaveAsync(_given.Wipa, record.Version, Facts with { Results = "ของฉัน" }));
        Assert.Equal("ขายดีขึ้น", (await RecordAsync(_given.Entry)).Facts.Results);
    }

    [Fact]
    public async Task SaveBpm_WithANationalId_IsRefused()
    {
        var record = await RecordAsync(_given.Entry);

        Assert.Equal("fields.national-id", (await SaveAsync(_given.Wipa, record.Version, Facts with { Results = "9000000000012" })).Problems[0].Code);
        Assert.Equal(BpmFacts.None, (await RecordAsync(_given.Entry)).Facts);
    }

    [Fact]
    public async Task Package_OfACompleteRecord_HoldsEveryFileWithItsHash()
    {
        await CompleteAsync();
        using MemoryStream file = new();

        await using (var scope = _given.Site.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<ActingUser>().Become(_given.Wipa);
            var content = await scope.ServiceProvider.GetRequiredService<PackageQuery>().RunAsync(_given.Entry, Ct);
            await scope.ServiceProvider.GetRequiredService<BpmPackage>().WriteAsync(file, content.Value, Ct);
        }

        using ZipArchive zip = new(file);
        var manifest = JsonNode.Parse(zip.GetEntry("manifest.json")!.Open())!["Files"]!.AsArray();
        Assert.Equal(7, manifest.Count);
        Assert.Equal(zip.Entries.Select(e => e.FullName).Except(["manifest.json"]).Order(), manifest.Select(f => (string)f!["Path"]!).Order());

        foreach (var packed in manifest)
        {
            await using var bytes = await zip.GetEntry((string)packed!["Path"]!)!.OpenAsync(Ct);
            Assert.Equal((string)packed["Sha256"]!, Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, Ct)));
        }
    }

    [Fact]
    public async Task Package_OfAnIncompleteRecord_OrAnotherProvince_IsNotMade()
    {
        Assert.Contains("reporting.data-file-missing", (await PackageAsync(_given.Wipa)).Problems.Select(p => p.Code));
        Assert.Same(Outcome.NotFound.Problems, (await PackageAsync(_given.Udom)).Problems);
    }

    [Fact]
    public async Task APicture_WithConsent_IsPublicAfterTheAnnouncementAndADataFileNever()
    {
        await CompleteAsync();
        var files = await _given.Site.InDbAsync(db => db.Set<StoredFile>().AsNoTracking().ToListAsync(Ct));

        Assert.Equal([BpmFiles.Picture, BpmFiles.Picture], await PublicAsync(files));
        Assert.Equal(2, (await _given.Site.InDbAsync(db => db.PublicPicturesOfAsync(_given.Entry, Ct))).Count);
        var read = await Task.WhenAll(ReadsAsync(files[0], _given.Wipa), ReadsAsync(files.Single(f => f.Purpose == BpmFiles.Data), _given.Udom));
        Assert.Equal([true, false], read);
    }

    [Fact]
    public void Csv_WithAFormulaInAValue_KeepsItAsText()
        => Assert.Equal("\uFEFFkey,label,value\r\nplace,สถานที่,\"'=1+1, \"\"x\"\"\"\r\n", System.Text.Encoding.UTF8.GetString(BpmPackage.Csv([new("place", "สถานที่", "=1+1, \"x\"")])));

    private Task<BpmRecord> RecordAsync(Guid entryId)
        => _given.Site.InDbAsync(db => db.Set<BpmRecord>().AsNoTracking().Include(r => r.Attachments).SingleAsync(r => r.EntryId == entryId, Ct));

    private Task<Outcome> SaveAsync(CurrentUser user, long version, BpmFacts facts)
        => _given.Site.AsAsync<SaveBpm, Outcome>(user, o => o.RunAsync(new(_given.Entry, version, facts), Ct));

    private async Task<Outcome> ConfirmAsync(BpmConfirmation confirmation)
    {
        var version = (await RecordAsync(_given.Entry)).Version;
        return await _given.Site.AsAsync<ConfirmBpm, Outcome>(_given.Wipa, o => o.RunAsync(new(_given.Entry, version, confirmation), Ct));
    }

    private Task<Outcome<PackageContent>> PackageAsync(CurrentUser user) => _given.Site.AsAsync<PackageQuery, Outcome<PackageContent>>(user, q => q.RunAsync(_given.Entry, Ct));

    /// <summary>The words, a picture of each moment (two with consent), a data file.</summary>
    private async Task CompleteAsync()
    {
        Assert.True((await SaveAsync(_given.Wipa, (await RecordAsync(_given.Entry)).Version, Facts)).Succeeded);

        foreach (var kind in Enum.GetValues<AttachmentKind>())
        {
            var version = (await RecordAsync(_given.Entry)).Version;
            var file = kind == AttachmentKind.Data ? GivenMoney.Pdf("data") : GivenMoney.Jpeg($"{kind}");
            AttachmentWords words = new(kind, $"คำบรรยาย {kind}", new(2020, 8, 1), kind is AttachmentKind.Activity or AttachmentKind.Outcome or AttachmentKind.Data);
            Assert.True((await _given.Site.AsAsync<AttachFile, Outcome>(_given.Wipa, o => o.RunAsync(new(_given.Entry, version, words, file), Ct))).Succeeded);
        }
    }

    private async Task<IReadOnlyList<string>> PublicAsync(IReadOnlyList<StoredFile> files)
    {
        List<string> read = [];

        foreach (var file in files)
        {
            if (await ReadsAsync(file, CurrentUser.Nobody))
            {
                read.Add(file.Purpose);
            }
        }

        return read;
    }

    private async Task<bool> ReadsAsync(StoredFile file, CurrentUser user)
    {
        await using var scope = _given.Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<IFileGate>().Single(g => g.Purposes.Contains(file.Purpose)).LetsReadAsync(file, user, Ct);
    }
}
