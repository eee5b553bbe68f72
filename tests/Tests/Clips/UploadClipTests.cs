using CommunityBusinessNetwork.Clips.Playing;
using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Clips;

public sealed class UploadClipTests : IAsyncLifetime
{
    private GivenPlans _given = null!;

    public async ValueTask InitializeAsync() => _given = await GivenPlans.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(299_000)]
    [InlineData(300_000)]
    [InlineData(300_500)]
    public async Task Upload_WithinTheLimitAndItsTolerance_IsKeptWithItsLength(int milliseconds)
    {
        Assert.True((await _given.UploadAsync(_given.Pikul, GivenPlans.Film(TimeSpan.FromMilliseconds(milliseconds)))).Succeeded);
        Assert.Equal(milliseconds, (await ClipAsync())!.DurationMs);
    }

    [Theory]
    [InlineData(300_501, "5:01")]
    [InlineData(301_000, "5:01")]
    [InlineData(330_000, "5:30")]
    public async Task Upload_TooLong_IsRefusedWithTheLengthItHas(int milliseconds, string length)
    {
        var outcome = await _given.UploadAsync(_given.Pikul, GivenPlans.Film(TimeSpan.FromMilliseconds(milliseconds)));

        Assert.Equal(new Problem("clips.too-long", "File", ("length", length), ("limit", "5:00")), Assert.Single(outcome.Problems));
        await NothingIsKeptAsync();
    }

    public static TheoryData<string, byte[], string> NoFilms() => new()
    {
        { "clip.mp4", "This is a letter, not a film."u8.ToArray(), "clips.no-film" },
        { "empty.mp4", [], "files.empty" },
        { "head.mp4", [0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 0, 0], "clips.unreadable" },
        { "photo.mp4", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "clips.no-film" },
        { "silent.webm", [0x1A, 0x45, 0xDF, 0xA3, 0x80, 0x18, 0x53, 0x80, 0x67, 0x89, 0x16, 0x54, 0xAE, 0x6B, 0x84, 0xAE, 0x82, 0x83, 0x80], "clips.no-picture" },
    };

    [Theory]
    [MemberData(nameof(NoFilms))]
    public async Task Upload_WhatIsNoFilm_IsRefusedWithTheReasonAndLeavesNothing(string name, byte[] bytes, string code)
    {
        var outcome = await _given.UploadAsync(_given.Pikul, bytes, name);

        Assert.Equal((code, "File"), outcome.Problems.Select(p => (p.Code, p.Field)).Single());
        await NothingIsKeptAsync();
    }

    [Fact]
    public async Task Upload_Again_TakesThePlaceOfTheEarlierWhichTheAuditRemembers()
    {
        await _given.UploadAsync(_given.Pikul, GivenPlans.Film(TimeSpan.FromMinutes(2)));
        var first = (await ClipAsync())!;

        Assert.True((await _given.UploadAsync(_given.Duang, GivenPlans.Film(TimeSpan.FromMinutes(3)), version: first.Version)).Succeeded);

        var second = (await ClipAsync())!;
        Assert.Equal((first.Id, 180_000, false), (second.Id, second.DurationMs, second.FileId == first.FileId));
        Assert.Equal(2, (await _given.Site.AuditAsync()).Count(r => r.Event == nameof(ClipUploaded)));
        Assert.False(await ServedAsync(first.FileId, _given.Preeda));
    }

    [Fact]
    public async Task Upload_FromATabThatHasGrownOld_IsToldAndKeepsTheFirst()
    {
        await _given.UploadAsync(_given.Pikul, GivenPlans.Film(TimeSpan.FromMinutes(2)));

        Assert.Equal(Outcome.ChangedMeanwhile.Problems, (await _given.UploadAsync(_given.Duang, GivenPlans.Film(TimeSpan.FromMinutes(3)))).Problems);

        Assert.Equal(120_000, (await ClipAsync())!.DurationMs);
    }

    [Fact]
    public async Task Upload_ForAnotherGroup_IsNotFoundAndLeavesNothing()
    {
        Assert.Equal(Outcome.NotFound.Problems, (await _given.UploadAsync(_given.Somchai, GivenPlans.Film(TimeSpan.FromMinutes(2)))).Problems);
        await NothingIsKeptAsync();
    }

    [Fact]
    public async Task Upload_OfTheActivityBeforeTheAward_IsRefusedAndAfterItTheProvinceMay()
    {
        var film = GivenPlans.Film(TimeSpan.FromMinutes(2));
        Assert.Equal("clips.no-award-yet", Assert.Single((await _given.UploadAsync(_given.Wipa, film, kind: ClipKind.Activity)).Problems).Code);
        await _given.TierAsync(_given.Entry, "good");
        Assert.True((await _given.UploadAsync(_given.Wipa, film, kind: ClipKind.Activity)).Succeeded);
        Assert.Equal(Outcome.NotFound.Problems, (await _given.UploadAsync(_given.Pikul, film, kind: ClipKind.Activity)).Problems);
    }

    [Fact]
    public async Task Gate_BeforeTheAnnouncement_ServesThePeopleOfTheEntryOnly()
    {
        var file = await UploadedAsync(consent: true);
        CurrentUser[] people = [_given.Pikul, _given.Duang, _given.Wipa, _given.Preeda, _given.Somchai, CurrentUser.Nobody];
        var served = await Task.WhenAll(people.Select(p => ServedAsync(file, p)));
        Assert.Equal<bool>([true, true, true, true, false, false], served);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    public async Task Gate_AfterTheAnnouncement_ServesThePublicWithConsentAndATier(bool consent, bool tiered, bool served)
    {
        var file = await UploadedAsync(consent);

        if (tiered)
        {
            await _given.TierAsync(_given.Entry, "good");
        }

        Assert.False(await ServedAsync(file, CurrentUser.Nobody));
        await _given.AnnounceAsync();
        Assert.Equal(served, await ServedAsync(file, CurrentUser.Nobody));
    }

    private async Task<Guid> UploadedAsync(bool consent)
    {
        await _given.UploadAsync(_given.Pikul, GivenPlans.Film(TimeSpan.FromMinutes(2)), consent: consent);
        return (await ClipAsync())!.FileId;
    }

    private Task<Clip?> ClipAsync() => _given.Site.InDbAsync(db => db.Set<Clip>().AsNoTracking().SingleOrDefaultAsync(c => c.EntryId == _given.Entry && c.Kind == ClipKind.Application));

    private async Task<bool> ServedAsync(Guid fileId, CurrentUser user)
    {
        await using var scope = _given.Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var file = await db.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.Id == fileId);
        var gate = scope.ServiceProvider.GetServices<IFileGate>().Single(g => g.Purposes.Contains(file.Purpose));
        Assert.IsType<ClipGate>(gate);
        return await gate.LetsReadAsync(file, user, CancellationToken.None);
    }

    private async Task NothingIsKeptAsync()
    {
        Assert.Null(await ClipAsync());
        Assert.Equal(0, await _given.Site.InDbAsync(db => db.Set<StoredFile>().CountAsync()));
        Assert.Empty(_given.Site.KeptFiles());
    }
}
