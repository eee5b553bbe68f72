using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Contents.Versions;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Contents.Media;

/// <summary>Describe, move, replace, use, trash and erase files of the library.</summary>
public sealed class MediaTests : IAsyncLifetime
{
    private GivenMedia _given = null!;

    private static CancellationToken Ct => CancellationToken.None;

    public async ValueTask InitializeAsync() => _given = await GivenMedia.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_file_that_is_renamed_keeps_its_address_and_its_kind()
    {
        var picture = await _given.PictureAsync();
        Assert.True((await _given.DescribeAsync(picture, "บ่อ", "A well", "บ่อน้ำ.png")).Succeeded);
        var renamed = await _given.FileAsync(picture.Id);
        Assert.Equal(("บ่อน้ำ.png.jpg", picture.Url, picture.FileId), (renamed.Name, renamed.Url, renamed.FileId));
    }

    [Fact]
    public async Task What_is_wrong_with_the_words_is_said_and_changes_nothing()
    {
        var picture = await _given.PictureAsync();
        await _given.PictureAsync("อื่น.jpg", shade: 5);

        await _given.RefusedAsync(() => _given.DescribeAsync(picture, "ก", "a", ""), "fields.required");
        await _given.RefusedAsync(() => _given.DescribeAsync(picture, "ก", "a", "อื่น.jpg"), "contents.media-name-taken");
        await _given.RefusedAsync(() => _given.DescribeAsync(picture, new string('ก', 251), new string('a', 251)), "fields.too-long", "fields.too-long");
        await _given.RefusedAsync(() => _given.DescribeAsync(picture, "ก", "a", user: _given.Audra), "not-found");
        await _given.DescribeAsync(picture, "ก", "a");
        await _given.RefusedAsync(() => _given.DescribeAsync(picture, "ข", "b"), "changed-meanwhile");
    }

    [Fact]
    public async Task A_moved_file_gets_a_number_where_its_name_is_taken()
    {
        var folder = await _given.FolderAsync("ข่าว");
        var (here, there) = (await _given.PictureAsync(), await _given.PictureAsync(folder: folder, shade: 9));

        Assert.True((await _given.DoAsync<MoveMedia, Outcome>(_given.Malee, o => o.RunAsync(here.Id, folder, Ct))).Succeeded);

        Assert.Equal(["น้ำ-2.jpg", "น้ำ.jpg"], new[] { await _given.FileAsync(here.Id), await _given.FileAsync(there.Id) }.Select(f => f.Name).Order(StringComparer.Ordinal));
        await _given.RefusedAsync(() => _given.DoAsync<MoveMedia, Outcome>(_given.Head, o => o.RunAsync(here.Id, MediaFolder.RootId, Ct)), "not-found");
    }

    [Fact]
    public async Task A_replaced_file_keeps_its_address_and_leaves_no_old_bytes()
    {
        var picture = await _given.PictureAsync();
        var old = await _given.BytesAsync(picture);

        Assert.True((await _given.ReplaceAsync(picture, Pictures.Photograph(320, 200, 40, 1), "ใหม่.jpg")).Succeeded);

        var now = await _given.FileAsync(picture.Id);
        Assert.Equal((picture.Url, "น้ำ.jpg", 2, (int?)320, "บ่อน้ำกลางหมู่บ้าน"), (now.Url, now.Name, now.Revision, now.Width, now.AltTh));
        Assert.NotEqual(picture.FileId, now.FileId);
        Assert.NotEqual(old, await _given.BytesAsync(now));
        Assert.Single(_given.Site.KeptFiles());
        Assert.Equal([now.FileId], await _given.Site.InDbAsync(db => db.Set<StoredFile>().Select(f => f.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_file_is_replaced_by_one_of_its_kind_only()
    {
        var picture = await _given.PictureAsync();
        await _given.RefusedAsync(() => _given.ReplaceAsync(picture, Pictures.Png(), "a.png"), "contents.media-other-kind");
        await _given.RefusedAsync(() => _given.ReplaceAsync(picture, Pictures.Jpeg(), "a.jpg"), "contents.media-same");
        await _given.RefusedAsync(() => _given.ReplaceAsync(picture, "<svg/>"u8.ToArray(), "a.jpg"), "files.wrong-type");
        await _given.RefusedAsync(() => _given.ReplaceAsync(picture, Pictures.Jpeg(shade: 1), "a.jpg", _given.Nong), "not-found");
    }

    [Fact]
    public async Task An_item_is_not_published_with_a_picture_without_words()
    {
        var picture = (await _given.AddAsync(_given.Malee, Pictures.Jpeg(), "น้ำ.jpg")).Value;
        var item = await _given.ArticleAsync("เรื่องน้ำ", picture.Id.ToString(), $"<p>ก</p><img src=\"{picture.Url}\">", publish: false);

        var problems = (await _given.Contents.PublishAsync(_given.Malee, item.ItemId)).Problems;
        Assert.Equal([("contents.media-no-alt", GivenMedia.Body), ("contents.media-no-alt", GivenMedia.Photo)], problems.Select(p => (p.Code, p.Field!)));
        await _given.DescribeAsync(picture, "บ่อน้ำ", "");
        Assert.False((await _given.Contents.PublishAsync(_given.Malee, item.ItemId)).Succeeded);

        await _given.DescribeAsync(await _given.FileAsync(picture.Id), "บ่อน้ำ", "A well");
        Assert.True((await _given.Contents.PublishAsync(_given.Malee, item.ItemId)).Succeeded);
    }

    [Fact]
    public async Task A_file_in_use_is_not_deleted_and_the_refusal_names_the_item()
    {
        var picture = await _given.PictureAsync();
        var item = await _given.ArticleAsync("เรื่องน้ำ", picture.Id.ToString());

        var refused = (await _given.TrashAsync(picture.Id)).Problems.Single();
        Assert.Equal("contents.media-in-use", refused.Code);
        Assert.Contains(("items", (object)"เรื่องน้ำ"), refused.Args);
        await _given.RefusedAsync(() => _given.TrashAsync(picture.Id), "contents.media-in-use");

        // A draft without it: the public still sees it.
        Assert.True((await _given.Contents.SaveAsync(_given.Malee, "Article", item, new TypedValue(GivenMedia.Photo, ""))).Succeeded);
        await _given.RefusedAsync(() => _given.TrashAsync(picture.Id), "contents.media-in-use");
        Assert.True((await _given.Contents.PublishAsync(_given.Malee, item.ItemId)).Succeeded);

        Assert.True((await _given.TrashAsync(picture.Id)).Succeeded);
        await _given.RefusedAsync(() => _given.DoAsync<EraseMedia, Outcome>(_given.Malee, o => o.RunAsync(picture.Id, Ct)), "contents.media-in-use");

        // The old version made the draft again waits for the file to come back.
        var latest = await _given.Contents.LatestAsync(item.ItemId);
        Assert.True((await _given.DoAsync<RestoreVersion, Outcome>(_given.Malee, o => o.RunAsync(item.ItemId, 1, latest.Seen(), null, Ct))).Succeeded);
        Assert.Equal(["contents.media-in-trash"], (await _given.Contents.PublishAsync(_given.Malee, item.ItemId)).Problems.Select(p => p.Code));
        Assert.True((await _given.DoAsync<RestoreMedia, Outcome>(_given.Malee, o => o.RunAsync(picture.Id, Ct))).Succeeded);
        Assert.True((await _given.Contents.PublishAsync(_given.Malee, item.ItemId)).Succeeded);
    }

    [Fact]
    public async Task Items_that_a_person_may_not_see_are_not_named()
    {
        var folder = await _given.FolderAsync("หนองคาย");
        var picture = await _given.PictureAsync(folder: folder);
        await _given.RestrictAsync(folder, new(Kernel.Access.Area.Province("43").Path, true, [], []));
        await _given.ArticleAsync("เรื่องลับ", picture.Id.ToString(), publish: false);

        var refused = (await _given.TrashAsync(picture.Id, _given.Nong)).Problems.Single();
        Assert.Equal("contents.media-in-use-elsewhere", refused.Code);
        Assert.DoesNotContain(refused.Args, a => a.Value.ToString()!.Contains("เรื่องลับ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_trash_gives_back_under_a_free_name_and_erases_with_the_bytes()
    {
        var picture = await _given.PictureAsync();
        await _given.TrashAsync(picture.Id);
        await _given.PictureAsync(shade: 7);
        await _given.RefusedAsync(() => _given.TrashAsync(picture.Id), "not-found");

        Assert.True((await _given.DoAsync<RestoreMedia, Outcome>(_given.Malee, o => o.RunAsync(picture.Id, Ct))).Succeeded);
        Assert.Equal("น้ำ-2.jpg", (await _given.FileAsync(picture.Id)).Name);
        await _given.RefusedAsync(() => _given.DoAsync<RestoreMedia, Outcome>(_given.Malee, o => o.RunAsync(picture.Id, Ct)), "contents.media-not-in-trash");
        await _given.RefusedAsync(() => _given.DoAsync<EraseMedia, Outcome>(_given.Malee, o => o.RunAsync(picture.Id, Ct)), "contents.media-not-in-trash");

        await _given.TrashAsync(picture.Id);
        Assert.True((await _given.DoAsync<EraseMedia, Outcome>(_given.Malee, o => o.RunAsync(picture.Id, Ct))).Succeeded);
        Assert.Single(_given.Site.KeptFiles());
    }

    [Fact]
    public async Task A_field_takes_what_a_person_may_pick_and_of_its_kind()
    {
        var folder = await _given.FolderAsync("ร่างภายใน");
        var (hidden, paper) = (await _given.PictureAsync(folder: folder), (await _given.AddAsync(_given.Malee, "%PDF-1.7\n"u8.ToArray(), "a.pdf")).Value);
        await _given.RestrictAsync(folder, new(Kernel.Access.Area.Nation.Path, false, ["Auditor"], []));

        await _given.RefusedAsync(async () => await PickAsync(GivenMedia.Photo, hidden.Id), "contents.media-not-open");
        await _given.RefusedAsync(async () => await PickAsync(GivenMedia.Photo, paper.Id), "contents.media-not-open");
        Assert.True((await PickAsync(GivenMedia.Paper, paper.Id)).Succeeded);
        await Assert.ThrowsAsync<InvalidOperationException>(() => PickAsync(GivenMedia.Photo, Guid.CreateVersion7()));
    }

    [Fact]
    public async Task What_names_a_file_is_known_version_by_version()
    {
        var (one, two) = (await _given.PictureAsync(), await _given.PictureAsync("สอง.jpg", shade: 3));
        var item = await _given.ArticleAsync("เรื่องน้ำ", one.Id.ToString());
        await _given.Contents.SaveAsync(_given.Malee, "Article", item, new TypedValue(GivenMedia.Photo, $"{two.Id}"), new TypedValue(GivenMedia.Body, $"<p>ก</p><img src=\"{one.Url}\">"));

        Assert.Equal([1, 2], await NamingAsync(one.Id));
        Assert.Equal([2], await NamingAsync(two.Id));
    }

    [Theory]
    [InlineData("<p>a</p><img src=\"https://evil.example/x.png\">", "<p>a</p>")]
    [InlineData("<p>a</p><img src=\"data:image/png;base64,AAAA\">", "<p>a</p>")]
    [InlineData("<p>a</p><img src=\"/media/../admin\" onerror=\"x()\">", "<p>a</p>")]
    [InlineData("<p>a</p><img src=\"/media/0199a9b2-1111-7222-8333-444455556666\" onerror=\"x()\" alt=\"x\">", "<p>a</p><img src=\"/media/0199a9b2-1111-7222-8333-444455556666\">")]
    public void Rich_text_shows_pictures_of_the_library_and_no_others(string typed, string kept) => Assert.Equal(kept, RichText.Sanitize(typed));

    [Fact]
    public void Rich_text_of_a_picture_alone_is_not_blank()
    {
        Assert.False(RichText.IsBlank("<p></p><img src=\"/media/0199a9b2-1111-7222-8333-444455556666\">"));
        Assert.True(RichText.IsBlank("<p></p>"));
    }

    private Task<List<int>> NamingAsync(Guid id) => _given.Site.InDbAsync(db => db.Set<Kernel.Content.ContentItem>().Naming(db, id).OrderBy(i => i.Number).Select(i => i.Number).ToListAsync());

    private async Task<Outcome> PickAsync(string slot, Guid id)
        => await _given.Contents.SaveAsync(_given.Malee, "Article", null, new TypedValue(GivenContents.Title, "เรื่อง"), new TypedValue(slot, id.ToString()));
}
