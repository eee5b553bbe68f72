using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Letters;
using CommunityBusinessNetwork.Letters.OfficialLetters;
using CommunityBusinessNetwork.Letters.Writing;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Letters;

public sealed class LetterOperationTests : IAsyncLifetime
{
    private GivenLetters _given = null!;

    public async ValueTask InitializeAsync() => _given = await GivenLetters.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Letter_OfTheSeedsEvent_IsTheCorrectedLetterWordForWord()
    {
        var letter = await _given.LetterAsync(await _given.SignedAsync());

        Assert.Equal(await File.ReadAllTextAsync(LetterFixture.PathOf("corrected-letter.txt")), LetterText.Write(letter.Body, Wording.Corrected));
        Assert.Equal((9535, new DateOnly(2020, 5, 13), LetterStatus.Signed), (letter.Number, letter.Date, letter.Status));
        Assert.Equal(64, letter.Sha256!.Length);
    }

    [Fact]
    public async Task Draft_HasNeitherNumberNorDay()
    {
        var letter = await _given.LetterAsync(await _given.DraftedAsync());

        Assert.Null(letter.Number);
        Assert.Null(letter.Date);
        Assert.Equal("ที่ นค ๐๐๑๙.๓/", letter.Body.Reference);
        Assert.Equal("      พฤษภาคม ๒๕๖๓", letter.Body.Date);
    }

    [Fact]
    public async Task Draft_WhileAnotherIsOnItsWay_IsRefused()
    {
        await _given.DraftedAsync();
        var second = await _given.Site.AsAsync<DraftLetterForEvent, Outcome<Guid>>(_given.Wipa, o => o.RunAsync(new(_given.Event), CancellationToken.None));

        Assert.Equal("letters.already-drafted", second.Problems.Single().Code);
        Assert.Equal(1, await _given.Site.InDbAsync(db => db.Set<OfficialLetter>().CountAsync()));
    }

    [Fact]
    public async Task Draft_AfterOneHasGoneOut_CitesIt()
    {
        await _given.SentAsync();
        var second = await _given.LetterAsync(await _given.DraftedAsync());

        Assert.Equal(["หนังสือจังหวัดหนองคาย ที่ นค ๐๐๑๙.๓/๙๕๓๕ ลงวันที่ ๑๓ พฤษภาคม ๒๕๖๓"], second.Body.References.Items);
    }

    [Fact]
    public async Task Draft_ByAnotherProvinceOrWithoutTheRight_IsNotFoundAndChangesNothing()
    {
        foreach (var stranger in new[] { _given.Udom, _given.Duang, _given.Phairot, _given.Preeda })
        {
            var outcome = await _given.Site.AsAsync<DraftLetterForEvent, Outcome<Guid>>(stranger, o => o.RunAsync(new(_given.Event), CancellationToken.None));
            Assert.Equal("not-found", outcome.Problems.Single().Code);
        }

        Assert.Equal(0, await _given.Site.InDbAsync(db => db.Set<OfficialLetter>().CountAsync()));
    }

    [Fact]
    public async Task Reword_ADraft_KeepsTheWordsInThaiDigits()
    {
        var id = await _given.DraftedAsync();

        Assert.True((await _given.RewordAsync(_given.Wipa, id, "ย่อหน้าเดียว 1 หน้า")).Succeeded);
        Assert.Equal(["ย่อหน้าเดียว ๑ หน้า"], (await _given.LetterAsync(id)).Body.Paragraphs);
    }

    [Fact]
    public async Task Reword_WithANationalId_IsRefusedAndChangesNothing()
    {
        var id = await _given.DraftedAsync();
        var before = await _given.LetterAsync(id);

        Assert.Equal("fields.national-id", (await _given.RewordAsync(_given.Wipa, id, "เลข 9000000000012")).Problems.Single().Code);
        Assert.Equal((before.Version, AppJson.Write(before.Body)), ((await _given.LetterAsync(id)).Version, AppJson.Write((await _given.LetterAsync(id)).Body)));
    }

    [Fact]
    public async Task SignedLetter_CanNotBeReworded()
    {
        var id = await _given.SignedAsync();
        var before = AppJson.Write((await _given.LetterAsync(id)).Body);

        Assert.Equal("letters.words-are-fixed", (await _given.RewordAsync(_given.Wipa, id, "อื่น")).Problems.Single().Code);
        Assert.Equal("letters.not-a-draft", (await _given.SignAsync(_given.Phairot, id)).Problems.Single().Code);
        Assert.Equal(before, AppJson.Write((await _given.LetterAsync(id)).Body));
    }

    [Fact]
    public async Task Sign_ByWhoMayNot_IsNotFoundAndTakesNoNumber()
    {
        var id = await _given.DraftedAsync();

        foreach (var stranger in new[] { _given.Wipa, _given.Udom, _given.Duang, _given.Preeda })
        {
            Assert.Equal(Outcome.NotFound, await _given.SignAsync(stranger, id));
        }

        Assert.Equal(LetterStatus.Draft, (await _given.LetterAsync(id)).Status);
        Assert.True((await _given.SignAsync(_given.Phairot, id)).Succeeded);
        Assert.Equal(9535, (await _given.LetterAsync(id)).Number);
    }

    [Fact]
    public async Task Sign_OnAnOldTab_IsToldSo()
    {
        var id = await _given.DraftedAsync();
        var old = (await _given.LetterAsync(id)).Version;
        await _given.RewordAsync(_given.Wipa, id, "ใหม่");

        Assert.Equal(Outcome.ChangedMeanwhile, await _given.Site.AsAsync<SignLetter, Outcome>(_given.Phairot, o => o.RunAsync(id, old, CancellationToken.None)));
        Assert.Null((await _given.LetterAsync(id)).Number);
    }

    [Fact]
    public async Task Sign_TwoAtOnce_GiveTwoNumbersWithoutAGap()
    {
        var single = await _given.DraftedAsync();
        await _given.CancelAsync(_given.Wipa, single, "ทำใหม่");
        List<Guid> drafts = [];

        for (var i = 0; i < 6; i++)
        {
            drafts.Add(await _given.DraftedAsync());
            await _given.Site.InDbAsync(db => db.Set<OfficialLetter>().Where(l => l.Id == drafts[i]).ExecuteUpdateAsync(set => set.SetProperty(l => l.EventId, Guid.CreateVersion7())));
        }

        var outcomes = await Task.WhenAll(drafts.Select(id => Task.Run(() => _given.SignAsync(_given.Phairot, id))));

        Assert.All(outcomes, o => Assert.True(o.Succeeded));
        var numbers = await _given.Site.InDbAsync(db => db.Set<OfficialLetter>().Where(l => l.Number != null).Select(l => l.Number!.Value).ToListAsync());
        Assert.Equal([9535, 9536, 9537, 9538, 9539, 9540], numbers.Order());
    }

    [Fact]
    public async Task Numbers_OfCircularLettersAndOfTheNextYear_RunApart()
    {
        var circular = await _given.LetterAsync(await _given.SentAsync(isCircular: true));
        _given.Site.Time.SetUtcNow(new(2020, 12, 31, 17, 30, 0, TimeSpan.Zero));
        var january = await _given.LetterAsync(await _given.SignedAsync());

        Assert.Equal("ที่ นค ๐๐๑๙.๓/ว ๑", circular.Body.Reference);
        Assert.Equal("นายอำเภอ ทุกอำเภอ", circular.Body.Addressee.Text);
        Assert.Equal(("ที่ นค ๐๐๑๙.๓/๑", "๑ มกราคม ๒๕๖๔"), (january.Body.Reference, january.Body.Date));
    }

    [Fact]
    public async Task Cancelled_ASignedLetter_KeepsItsNumberWithTheReason()
    {
        var id = await _given.SignedAsync();

        Assert.Equal(Outcome.NotFound, await _given.CancelAsync(_given.Wipa, id, "เปลี่ยนวัน"));
        Assert.Equal("workflow.reason-missing", (await _given.CancelAsync(_given.Phairot, id, " ")).Problems.Single().Code);
        Assert.True((await _given.CancelAsync(_given.Phairot, id, "เปลี่ยนวัน")).Succeeded);

        var cancelled = await _given.LetterAsync(id);
        Assert.Equal((LetterStatus.Cancelled, 9535, "เปลี่ยนวัน"), (cancelled.Status, cancelled.Number, cancelled.CancelReason));
        Assert.Equal(9536, (await _given.LetterAsync(await _given.SignedAsync())).Number);
        Assert.Contains(await _given.Site.AuditAsync(), r => r.Event == nameof(LetterCancelled) && r.Reason == "เปลี่ยนวัน");
    }

    [Fact]
    public async Task Send_ASignedLetter_NotifiesTheEntryWithItAsEvidence()
    {
        var id = await _given.SentAsync();
        var entry = await _given.EntryAsync(id);

        Assert.Equal(LetterStatus.Sent, (await _given.LetterAsync(id)).Status);
        Assert.Equal((EntryStates.Notified, id), (entry.State, entry.LetterId));
        Assert.Equal("letters.gone-out", (await _given.CancelAsync(_given.Phairot, id, "ผิด")).Problems.Single().Code);
    }

    [Fact]
    public async Task Send_ADraftOrByAnotherProvince_IsRefusedAndNotifiesNobody()
    {
        var id = await _given.DraftedAsync();

        Assert.Equal("letters.not-signed", (await _given.SendAsync(_given.Wipa, id)).Problems.Single().Code);
        await _given.SignAsync(_given.Phairot, id);
        Assert.Equal(Outcome.NotFound, await _given.SendAsync(_given.Udom, id));
        Assert.Equal(Outcome.NotFound, await _given.SendAsync(_given.Duang, id));
        Assert.Equal((LetterStatus.Signed, EntryStates.Targeted), ((await _given.LetterAsync(id)).Status, (await _given.EntryAsync(id)).State));
    }

    [Fact]
    public async Task Send_ACorrectingLetter_LeavesTheEntrysEvidenceAsItIs()
    {
        var first = await _given.SentAsync();
        var second = await _given.SentAsync();

        Assert.Equal((EntryStates.Notified, first), ((await _given.EntryAsync(second)).State, (await _given.EntryAsync(second)).LetterId));
    }

    [Fact]
    public async Task Acknowledge_ByTheDistrict_IsKeptOnceWithTheSecond()
    {
        var id = await _given.SentAsync();

        Assert.Equal(Outcome.NotFound, await _given.AcknowledgeAsync(_given.Decha, id));
        Assert.True((await _given.AcknowledgeAsync(_given.Duang, id)).Succeeded);
        Assert.True((await _given.AcknowledgeAsync(_given.Duang, id)).Succeeded);

        var receipt = Assert.Single((await _given.LetterAsync(id)).Receipts);
        Assert.Equal(("duang", _given.Site.Time.GetUtcNow()), (receipt.ReaderId, receipt.At));
        Assert.Single(await _given.Site.AuditAsync(), r => r.Event == nameof(LetterAcknowledged));
    }

    [Fact]
    public async Task Acknowledge_ACircularLetter_IsForEveryDistrict()
    {
        var id = await _given.SentAsync(isCircular: true);

        Assert.True((await _given.AcknowledgeAsync(_given.Duang, id)).Succeeded);
        Assert.True((await _given.AcknowledgeAsync(_given.Decha, id)).Succeeded);
        Assert.Equal(["decha", "duang"], (await _given.LetterAsync(id)).Receipts.Select(r => r.ReaderId).Order());
    }

    [Fact]
    public async Task Letters_AreSeenByTheirProvinceTheirDistrictAndTheDepartmentOnly()
    {
        var draft = await _given.DraftedAsync();
        await _given.DraftedAsync(happening: _given.OtherEvent, by: _given.Udom);

        Assert.Equal([draft], await SeenByAsync(_given.Wipa));
        Assert.Empty(await SeenByAsync(_given.Duang));
        Assert.Equal(2, (await SeenByAsync(_given.Preeda)).Count);

        await _given.SignAsync(_given.Phairot, draft);
        await _given.SendAsync(_given.Phairot, draft);

        Assert.Equal([draft], await SeenByAsync(_given.Duang));
        Assert.Empty(await SeenByAsync(_given.Decha));
        Assert.DoesNotContain(draft, await SeenByAsync(_given.Udom));
    }

    [Fact]
    public async Task Tasks_FollowTheLetterFromHandToHand()
    {
        Assert.Equal(["letters.task-write"], await TasksOfAsync(_given.Wipa));
        var id = await _given.DraftedAsync();
        Assert.Equal([], await TasksOfAsync(_given.Wipa));
        Assert.Equal(["letters.task-sign"], await TasksOfAsync(_given.Phairot));
        await _given.SignAsync(_given.Phairot, id);
        Assert.Equal(["letters.task-send"], await TasksOfAsync(_given.Wipa));
        await _given.SendAsync(_given.Wipa, id);
        Assert.Equal(["letters.task-acknowledge"], await TasksOfAsync(_given.Duang));
        await _given.AcknowledgeAsync(_given.Duang, id);
        Assert.Equal([], await TasksOfAsync(_given.Duang));
        Assert.Equal([], await TasksOfAsync(_given.Wipa));
    }

    private Task<List<Guid>> SeenByAsync(Kernel.Access.CurrentUser user)
        => _given.Site.InDbAsync(db => db.Set<OfficialLetter>().VisibleTo(user).Select(l => l.Id).ToListAsync());

    private Task<List<string>> TasksOfAsync(Kernel.Access.CurrentUser user)
        => _given.Site.InDbAsync(async db => (await new LetterTasks(db).ForAsync(user, new(10), CancellationToken.None)).Tasks.Select(t => t.TextKey).ToList());
}
