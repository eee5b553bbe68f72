using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Versions;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Contents;

/// <summary>Publish, take away, give up, duplicate, trash, restore, and times for them.</summary>
public sealed class LifeOfAnItemTests : IAsyncLifetime
{
    private GivenContents _given = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _given = await GivenContents.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task PublishContent_OfADraftOverAPublishedVersion_TakesItsPlace()
    {
        var first = await _given.PublishedAsync();
        await _given.SaveAsync(_given.Malee, first, new TypedValue(GivenContents.Title, "เรื่องใหม่"));

        Assert.True((await _given.PublishAsync(_given.Head, first.ItemId)).Succeeded);

        Assert.Equal([(1, false, false), (2, true, true)], (await _given.VersionsAsync(first.ItemId)).Select(v => (v.Number, v.Latest, v.Published)));
        Assert.Equal("malee", (await _given.LatestAsync(first.ItemId)).Author);
    }

    [Fact]
    public async Task PublishContent_OfWhatIsIncomplete_SaysWhatIsMissingAndChangesNothing()
    {
        var draft = (await _given.SaveAsync(_given.Malee, "News", null, new TypedValue(GivenContents.Title, "ข่าว"))).Value;

        await RefusedAsync(() => _given.PublishAsync(_given.Malee, draft.ItemId), new Problem("fields.required", "HtmlBodyPart.Html"), new Problem("fields.required", "News.Date"));
    }

    [Fact]
    public async Task EveryAct_OfAPersonWithoutTheRight_IsNotFoundAndChangesNothing()
    {
        var item = await _given.PublishedAsync();
        var draft = (await _given.SaveAsync(_given.Malee, item, new TypedValue(GivenContents.Title, "ร่าง"))).Value;
        Problem[] notFound = [.. Outcome.NotFound.Problems];

        await RefusedAsync(() => _given.PublishAsync(_given.Audra, item.ItemId), notFound);
        await RefusedAsync(() => _given.PublishAsync(_given.Stranger, item.ItemId), notFound);
        await RefusedAsync(() => UnpublishAsync(_given.Audra, item.ItemId), notFound);
        await RefusedAsync(() => TrashAsync(_given.Head, item.ItemId), notFound);
        await RefusedAsync(() => DoAsync<DiscardDraft>(_given.Head, o => o.RunAsync(item.ItemId, draft.Seen(), Ct)), notFound);
        await RefusedAsync(() => DoAsync<RestoreVersion>(_given.Head, o => o.RunAsync(item.ItemId, 1, draft.Seen(), null, Ct)), notFound);
        await RefusedAsync(async () => await _given.Site.AsAsync<DuplicateContent, Outcome<string>>(_given.Head, o => o.RunAsync(item.ItemId, Ct)), notFound);
        await RefusedAsync(() => ScheduleAsync(_given.Audra, draft, Given.LetterDay.AddDays(1), null), notFound);
    }

    [Fact]
    public async Task UnpublishContent_OfADraftOverAPublishedVersion_KeepsTheDraft()
    {
        var item = await _given.PublishedAsync();
        await _given.SaveAsync(_given.Malee, item, new TypedValue(GivenContents.Title, "ร่าง"));

        Assert.True((await UnpublishAsync(_given.Head, item.ItemId)).Succeeded);

        Assert.Equal([(1, false, false), (2, true, false)], (await _given.VersionsAsync(item.ItemId)).Select(v => (v.Number, v.Latest, v.Published)));
        await RefusedAsync(() => UnpublishAsync(_given.Head, item.ItemId), new Problem("contents.not-published"));
    }

    [Fact]
    public async Task DiscardDraft_OverAPublishedVersion_MakesThatTheLatestAndLosesNothing()
    {
        var item = await _given.PublishedAsync();
        var draft = (await _given.SaveAsync(_given.Malee, item, new TypedValue(GivenContents.Title, "ร่าง"))).Value;

        Assert.True((await DoAsync<DiscardDraft>(_given.Malee, o => o.RunAsync(item.ItemId, draft.Seen(), Ct))).Succeeded);

        Assert.Equal([(1, true, "เรื่องหนึ่ง"), (2, false, "ร่าง")], (await _given.VersionsAsync(item.ItemId)).Select(v => (v.Number, v.Latest, v.DisplayText)));
        var next = (await _given.SaveAsync(_given.Malee, await _given.LatestAsync(item.ItemId), new TypedValue(GivenContents.Title, "ร่างใหม่"))).Value;
        Assert.Equal(3, next.Number);
        await RefusedAsync(() => DoAsync<DiscardDraft>(_given.Malee, o => o.RunAsync(item.ItemId, "1.1", Ct)), [.. Outcome.ChangedMeanwhile.Problems]);
    }

    [Fact]
    public async Task DuplicateContent_OfAPublishedItem_IsADraftAtAnAddressOfItsOwn()
    {
        var item = await _given.PublishedAsync();

        var copy = await _given.LatestAsync((await _given.Site.AsAsync<DuplicateContent, Outcome<string>>(_given.Malee, o => o.RunAsync(item.ItemId, Ct))).Value);

        Assert.False(copy.Published);
        Assert.Equal(new TitlePart("สำเนาของ เรื่องหนึ่ง", "Copy of A story"), copy.As<TitlePart>());
        Assert.Equal("สำเนาของ-เรื่องหนึ่ง", copy.As<AutoroutePart>()!.Path);
        Assert.Equal(item.As<HtmlBodyPart>(), copy.As<HtmlBodyPart>());
    }

    [Fact]
    public async Task TrashContent_AndBack_IsADraftThatThePublicDoesNotRead()
    {
        var item = await _given.PublishedAsync();

        Assert.True((await TrashAsync(_given.Malee, item.ItemId)).Succeeded);
        var trashed = await _given.LatestAsync(item.ItemId);
        Assert.Equal((Given.LetterDay, false), (trashed.TrashedUtc!.Value, trashed.Published));
        await RefusedAsync(() => _given.PublishAsync(_given.Malee, item.ItemId), new Problem("contents.in-trash"));
        await RefusedAsync(async () => await _given.SaveAsync(_given.Malee, trashed, new TypedValue(GivenContents.Title, "ใหม่")), new Problem("contents.in-trash"));

        Assert.True((await DoAsync<TakeFromTrash>(_given.Malee, o => o.RunAsync(item.ItemId, Ct))).Succeeded);
        Assert.Equal((null, false), ((await _given.LatestAsync(item.ItemId)).TrashedUtc, (await _given.LatestAsync(item.ItemId)).Published));
        await RefusedAsync(() => DoAsync<TakeFromTrash>(_given.Malee, o => o.RunAsync(item.ItemId, Ct)), new Problem("contents.not-in-trash"));
    }

    [Fact]
    public async Task TrashContent_OfAGroup_IsRefusedAndItStaysPublic()
    {
        var id = await RegisteredGroupAsync();

        await RefusedAsync(() => TrashAsync(_given.Malee, id), new Problem("contents.made-elsewhere"));
    }

    [Fact]
    public async Task SaveDraft_OfAGroup_ChangesItsPartAndKeepsCodeAndAddress()
    {
        var id = await RegisteredGroupAsync();

        var refused = await _given.SaveAsync(_given.Malee, await _given.LatestAsync(id), new TypedValue("GroupPart.Members", "๑๐"), new TypedValue("GroupPart.MembersFemale", "11"));
        Assert.Equal([new Problem("groups.more-than-members", "GroupPart.Members")], refused.Problems);
        var saved = (await _given.SaveAsync(_given.Malee, await _given.LatestAsync(id), new TypedValue("GroupPart.Members", "๑,๒๐๐"), new TypedValue("GroupPart.Savings", "1,500,000.50"),
            new TypedValue("GroupPart.BusinessTypes", "น้ำดื่ม\nโรงสี"), new TypedValue("GroupPart.ResultTh", "มีน้ำดื่ม", "Water"))).Value;

        var part = saved.As<GroupPart>()!;
        Assert.Equal((1200, Money.FromBaht(1_500_000.50m), "SG-43-01", "น้ำดื่ม", "Water"), (part.Members, part.Savings, part.Code, part.FocusBusiness, part.ResultEn));
        Assert.Equal(["น้ำดื่ม", "โรงสี"], part.BusinessTypes);
        Assert.Equal("groups/sg-43-01", saved.As<AutoroutePart>()!.Path);
        Assert.True((await _given.PublishAsync(_given.Malee, id)).Succeeded);
        Assert.Equal(("น้ำดื่ม", true), await _given.Site.InDbAsync(async db => await db.Set<GroupIndex>().Where(g => g.ItemId == id).Select(g => new ValueTuple<string, bool>(g.BusinessType, g.Published)).SingleAsync()));
        await UnpublishAsync(_given.Malee, id);
        Assert.False(await _given.Site.InDbAsync(db => db.Set<GroupIndex>().Where(g => g.ItemId == id).Select(g => g.Published).SingleAsync()));
    }

    [Fact]
    public async Task RestoreVersion_OfAnOlderOne_IsANewDraftAtThePresentAddress()
    {
        var item = await _given.PublishedAsync();
        var second = (await _given.SaveAsync(_given.Malee, item, new TypedValue(GivenContents.Title, "ใหม่"), new TypedValue(GivenContents.Path, "new-place"), new TypedValue(GivenContents.Body, "<p>ใหม่</p>"))).Value;

        Assert.True((await DoAsync<RestoreVersion>(_given.Malee, o => o.RunAsync(item.ItemId, 1, second.Seen(), "กลับไป", Ct))).Succeeded);

        var restored = await _given.LatestAsync(item.ItemId);
        Assert.Equal((3, "เรื่องหนึ่ง", "<p>ข้อความ</p>", "new-place", "กลับไป"), (restored.Number, restored.DisplayText, restored.As<HtmlBodyPart>()!.Html, restored.As<AutoroutePart>()!.Path, restored.Comment));
        await RefusedAsync(() => DoAsync<RestoreVersion>(_given.Malee, o => o.RunAsync(item.ItemId, 1, restored.Seen(), null, Ct)), new Problem("contents.same-version"));
        await RefusedAsync(() => DoAsync<RestoreVersion>(_given.Malee, o => o.RunAsync(item.ItemId, 2, second.Seen(), null, Ct)), [.. Outcome.ChangedMeanwhile.Problems]);
    }

    [Fact]
    public async Task PublishDue_WhenTheTimesHaveCome_PublishesAndTakesAway()
    {
        var draft = await _given.DraftedAsync();
        Assert.True((await ScheduleAsync(_given.Head, draft, Given.LetterDay.AddHours(1), Given.LetterDay.AddHours(3))).Succeeded);

        await RunDueAsync();
        Assert.False((await _given.LatestAsync(draft.ItemId)).Published);

        _given.Site.Time.Advance(TimeSpan.FromHours(1));
        await RunDueAsync();
        Assert.True((await _given.LatestAsync(draft.ItemId)).Published);

        _given.Site.Time.Advance(TimeSpan.FromHours(2));
        await RunDueAsync();
        var after = await _given.LatestAsync(draft.ItemId);
        Assert.Equal((false, null, null), (after.Published, after.PublishAtUtc, after.UnpublishAtUtc));
    }

    [Fact]
    public async Task ScheduleContent_AtTimesThatCannotBe_IsRefused()
    {
        var draft = await _given.DraftedAsync();
        var news = (await _given.SaveAsync(_given.Malee, "News", null, new TypedValue(GivenContents.Title, "ข่าว"), new TypedValue(GivenContents.Body, "<p>ก</p>"))).Value;

        await RefusedAsync(() => ScheduleAsync(_given.Head, draft, Given.LetterDay, null), new Problem("contents.time-past", "PublishAt"));
        await RefusedAsync(() => ScheduleAsync(_given.Head, draft, Given.LetterDay.AddDays(2), Given.LetterDay.AddDays(1)), new Problem("contents.time-order", "UnpublishAt"));
        await RefusedAsync(() => ScheduleAsync(_given.Head, draft, null, Given.LetterDay.AddDays(1)), new Problem("contents.not-published", "UnpublishAt"));
        await RefusedAsync(() => ScheduleAsync(_given.Head, news, Given.LetterDay.AddDays(1), null), new Problem("fields.required", "News.Date"));
    }

    private async Task RefusedAsync(Func<Task<Outcome>> act, params Problem[] problems)
    {
        var before = await _given.StateAsync();
        Assert.Equal(problems, (await act()).Problems);
        Assert.Equal(before, await _given.StateAsync());
    }

    private Task<Outcome> DoAsync<T>(CurrentUser user, Func<T, Task<Outcome>> act)
        where T : notnull
        => _given.Site.AsAsync(user, act);

    private Task<Outcome> UnpublishAsync(CurrentUser user, string itemId) => DoAsync<UnpublishContent>(user, o => o.RunAsync(itemId, Ct));

    private Task<Outcome> TrashAsync(CurrentUser user, string itemId) => DoAsync<TrashContent>(user, o => o.RunAsync(itemId, Ct));

    private Task<Outcome> ScheduleAsync(CurrentUser user, ContentItem item, DateTimeOffset? publish, DateTimeOffset? unpublish)
        => DoAsync<ScheduleContent>(user, o => o.RunAsync(new(item.ItemId, item.Seen(), publish, unpublish), Ct));

    private Task<bool> RunDueAsync() => _given.Site.AsAsync<IEnumerable<IRecurringJob>, bool>(CurrentUser.System, async jobs =>
    {
        await jobs.OfType<PublishDue>().Single().RunAsync(new JobProgress(), Ct);
        return true;
    });

    private async Task<string> RegisteredGroupAsync()
    {
        await _given.Site.StoredAsync(new ContentType(GroupItems.Type, 1, new("กลุ่ม", "Group", ["TitlePart", "AutoroutePart", "GroupPart", "GroupContactPart"], []) { Listable = true }));
        var part = new GroupPart("SG-43-01", "43", "เมืองหนองคาย", "โพนสว่าง", "บ้านดาวเรือง", 6, "43000", ["ร้านค้า"], 2540, 100, 60, 15, Money.FromBaht(1), Money.FromBaht(1), Money.FromBaht(1), Money.FromBaht(1), Money.FromBaht(1), 3);
        return (await _given.Site.AsAsync<RegisterGroup, Outcome<string>>(CurrentUser.System, o => o.RunAsync(new("กลุ่มดาวเรือง", null, "4301", part, new("ประธาน", null, "0800000000", null)), Ct))).Value;
    }
}
