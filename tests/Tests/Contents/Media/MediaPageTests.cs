using System.Net;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Tests.Web;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Contents.Media;

/// <summary>The library in a browser, and its pictures on public pages.</summary>
public sealed class MediaPageTests : IAsyncLifetime
{
    private GivenMedia _given = null!;
    private PreparedSite _site = null!;
    private HttpClient _malee = null!;
    private HttpClient _nobody = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _given = await GivenMedia.MakeAsync();
        await _given.Contents.RunRecipeAsync(new JsonObject { ["name"] = "settings", ["IsSetUp"] = true });
        _site = new(_given.Site);
        _malee = _site.ClientOf(_given.Malee);
        _nobody = _site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    public async ValueTask DisposeAsync()
    {
        _malee.Dispose();
        _nobody.Dispose();
        await _site.DisposeAsync();
        _given.Dispose();
    }

    [Fact]
    public async Task Several_files_at_once_are_each_taken_or_refused_for_themselves()
    {
        var html = await (await UploadAsync(("น้ำ.jpg", Pictures.Photograph()), ("plan.jpg", "<svg/>"u8.ToArray()), ("a.pdf", "%PDF-1.7\n"u8.ToArray()))).Content.ReadAsStringAsync(Ct);

        Assert.Contains("plan.jpg", html.Split("class=\"uploads\"")[1].Split("</ul>")[0], StringComparison.Ordinal);
        Assert.Equal(["a.pdf", "น้ำ.jpg"], await _given.SeenAsync(_given.Malee));
        Assert.Contains("name=\"Chosen\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_is_answered_file_by_file()
    {
        _malee.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        var answer = JsonNode.Parse(await (await UploadAsync(("น้ำ.jpg", Pictures.Jpeg()), ("page.png", "<html>"u8.ToArray()))).Content.ReadAsStringAsync(Ct))!.AsArray();

        Assert.Equal("น้ำ.jpg", answer[0]!["name"]!.GetValue<string>());
        Assert.StartsWith("/admin/media/", answer[0]!["url"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(answer[1]!["url"]);
        Assert.Contains("page.png", answer[1]!["why"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_by_folder_words_kind_and_state_a_page_at_a_time()
    {
        var (folder, picture) = (await UploadedFolderAsync(), await UploadedAsync("น้ำตก.jpg"));
        await _given.DescribeAsync(picture, "น้ำตกในป่า", "A waterfall");
        await UploadAsync(("a.pdf", "%PDF-1.7\n"u8.ToArray()));
        await UploadAsync(folder, ("ในโฟลเดอร์.jpg", Pictures.Jpeg(shade: 1)));

        await ShowsAsync("?q=WATERFALL", ["น้ำตก.jpg"]);
        await ShowsAsync("?kind=Document", ["a.pdf"]);
        await ShowsAsync("?state=no-alt", ["ในโฟลเดอร์.jpg"]);
        await ShowsAsync($"?folder={folder}", ["ในโฟลเดอร์.jpg"]);
        await ShowsAsync("?sort=name", ["a.pdf", "น้ำตก.jpg", "ในโฟลเดอร์.jpg"]);
        await ShowsAsync("?state=trash", []);
        Assert.Equal(HttpStatusCode.NotFound, (await _malee.GetAsync(new Uri($"/admin/media?folder={Guid.CreateVersion7()}", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task A_person_finds_no_trace_of_a_folder_that_is_closed_to_her()
    {
        var picture = await UploadedAsync("ลับ.jpg");
        using var nong = _site.ClientOf(_given.Nong);

        Assert.DoesNotContain("ลับ.jpg", await nong.GetStringAsync("/admin/media"), StringComparison.Ordinal);
        foreach (var address in new[] { $"/admin/media?folder={MediaFolder.RootId}", $"/admin/media/{picture.Id}", picture.Url, $"/files/{picture.FileId}", $"/files/{picture.FileId}/320.webp", $"/admin/media/folders/{MediaFolder.RootId}" })
        {
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await nong.GetAsync(new Uri(address, UriKind.Relative), Ct)).StatusCode));
        }
    }

    [Fact]
    public async Task A_picture_is_the_publics_while_a_published_item_shows_it()
    {
        var picture = await PictureAsync();
        var small = $"/files/{picture.FileId}/320.webp";
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(_nobody, small));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(_nobody, picture.Url));
        Assert.True((await _malee.GetAsync(new Uri(small, UriKind.Relative), Ct)).Headers.CacheControl!.Private);

        await _given.ArticleAsync("เรื่องน้ำ", picture.Id.ToString(), $"<p>ก</p><img src=\"{picture.Url}\">", path: "water");

        using var answer = await _nobody.GetAsync(new Uri(small, UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.OK, "image/webp", "public, max-age=31536000, immutable"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.ToString()));
        var (width, height, notes) = Pictures.Read(await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal((320, 240), (width, height));
        Assert.Equal([], notes);
        using var again = new HttpRequestMessage(HttpMethod.Get, small);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _nobody.SendAsync(again, Ct)).StatusCode);

        var html = await _nobody.GetStringAsync(new Uri("/water", UriKind.Relative), Ct);
        Assert.Equal(2, html.Split("<picture>").Length - 1);
        Assert.Contains($"<source type=\"image/avif\" srcset=\"/files/{picture.FileId}/320.avif 320w, /files/{picture.FileId}/640.avif 640w\"", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"บ่อน้ำกลางหมู่บ้าน\" width=\"640\" height=\"480\"", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"The well of the village\"", await _nobody.GetStringAsync(new Uri("/en/water", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_listed_widths_and_formats_are_made()
    {
        var picture = await PictureAsync();
        foreach (var what in new[] { "321.webp", "5000.webp", "320.png", "320.svg", "0.webp", "-1.webp" })
        {
            Assert.Equal((what, HttpStatusCode.NotFound), (what, await StatusAsync(_malee, $"/files/{picture.FileId}/{what}")));
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_malee, $"/files/{picture.FileId}/1280.avif"));
        var made = _site.Services.GetRequiredService<MadeFiles>();
        await using var kept = made.Open(picture.Sha256, "1280.avif");
        Assert.NotNull(kept);
        Assert.Null(made.Open(picture.Sha256, "321.webp"));
    }

    [Fact]
    public async Task A_replaced_picture_is_another_at_once_for_every_reader()
    {
        var picture = await PictureAsync();
        await _given.ArticleAsync("เรื่องน้ำ", picture.Id.ToString(), path: "water");
        var before = await _nobody.GetStringAsync(new Uri("/water", UriKind.Relative), Ct);
        var tag = (await _nobody.GetAsync(new Uri(picture.Url, UriKind.Relative), Ct)).Headers.ETag!.Tag;

        await PostFileAsync($"/admin/media/{picture.Id}", "?handler=Replace", "Upload", "ใหม่.jpg", Pictures.Jpeg(320, 200, 1));

        var now = await _given.FileAsync(picture.Id);
        Assert.Equal(2, now.Revision);
        var after = await _nobody.GetStringAsync(new Uri("/water", UriKind.Relative), Ct);
        Assert.Contains(picture.FileId.ToString(), before, StringComparison.Ordinal);
        Assert.Contains(now.FileId.ToString(), after, StringComparison.Ordinal);
        Assert.DoesNotContain(picture.FileId.ToString(), after, StringComparison.Ordinal);
        Assert.NotEqual(tag, (await _nobody.GetAsync(new Uri(picture.Url, UriKind.Relative), Ct)).Headers.ETag!.Tag);
    }

    [Fact]
    public async Task A_refused_description_keeps_what_was_typed()
    {
        var picture = await PictureAsync();
        var answer = await PreparedSite.PostAsync(_malee, $"/admin/media/{picture.Id}", "", ("Input.Name", ""), ("Input.AltTh", "ที่พิมพ์ไว้"), ("Input.AltEn", new string('a', 251)));

        var html = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("ที่พิมพ์ไว้", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Input_Name-err\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#Input_AltEn\"", html, StringComparison.Ordinal);
        Assert.Equal("บ่อน้ำกลางหมู่บ้าน", (await _given.FileAsync(picture.Id)).AltTh);
    }

    [Fact]
    public async Task The_page_of_a_file_says_where_it_is_used_and_why_it_stays()
    {
        var picture = await PictureAsync();
        await _given.ArticleAsync("เรื่องน้ำ", picture.Id.ToString());
        Assert.Contains("เรื่องน้ำ", (await _malee.GetStringAsync(new Uri($"/admin/media/{picture.Id}", UriKind.Relative), Ct)).Split("id=\"h-used\"")[1], StringComparison.Ordinal);

        var refused = await PreparedSite.PostAsync(_malee, $"/admin/media/{picture.Id}", "Trash");

        Assert.Contains("เรื่องน้ำ", (await refused.Content.ReadAsStringAsync(Ct)).Split("role=\"alert\"")[1].Split("</div>")[0], StringComparison.Ordinal);
        Assert.Null((await _given.FileAsync(picture.Id)).TrashedAt);
    }

    [Fact]
    public async Task Picking_without_a_script_saves_the_draft_and_comes_back_with_the_file()
    {
        var picture = await PictureAsync();
        var item = await _given.ArticleAsync("เรื่องน้ำ", publish: false);
        var editor = $"/admin/contents/{item.ItemId}";

        var away = await PreparedSite.PostAsync(_malee, editor, "", ("Form.Slots[0].Key", GivenContents.Title), ("Form.Slots[0].Text", "ที่พิมพ์ก่อนไปเลือก"), ("act", $"pick:{GivenMedia.Photo}"));
        var library = away.Headers.Location!.OriginalString;
        Assert.StartsWith($"/admin/media/pick/{item.ItemId}", library, StringComparison.Ordinal);
        Assert.Contains($"slot={GivenMedia.Photo}", (await _malee.GetStringAsync(new Uri(library, UriKind.Relative), Ct)).Split("class=\"tree\"")[1].Split("</nav>")[0], StringComparison.Ordinal);
        var back = await PreparedSite.PostAsync(_malee, library, "", ("Chosen", picture.Id.ToString()));
        Assert.Equal(editor, back.Headers.Location!.OriginalString);

        var html = await _malee.GetStringAsync(new Uri(editor, UriKind.Relative), Ct);
        Assert.Contains("ที่พิมพ์ก่อนไปเลือก", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{picture.Id}\" checked", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticked_files_are_moved_and_trashed_and_what_stays_is_named()
    {
        var folder = await UploadedFolderAsync();
        var (used, free) = (await PictureAsync(), await UploadedAsync("อิสระ.jpg"));
        await _given.ArticleAsync("เรื่องน้ำ", used.Id.ToString());

        await PreparedSite.PostAsync(_malee, "/admin/media", "Move", ("Chosen", used.Id.ToString()), ("Chosen", free.Id.ToString()), ("Target", folder.ToString()));
        Assert.Equal((folder, folder), ((await _given.FileAsync(used.Id)).FolderId, (await _given.FileAsync(free.Id)).FolderId));

        var html = await (await PreparedSite.PostAsync(_malee, "/admin/media", "Trash", ("Chosen", used.Id.ToString()), ("Chosen", free.Id.ToString()))).Content.ReadAsStringAsync(Ct);
        Assert.Contains("เรื่องน้ำ", html.Split("role=\"alert\"")[1].Split("</div>")[0], StringComparison.Ordinal);
        Assert.Null((await _given.FileAsync(used.Id)).TrashedAt);
        Assert.NotNull((await _given.FileAsync(free.Id)).TrashedAt);
    }

    private async Task ShowsAsync(string query, string[] names)
    {
        var html = await _malee.GetStringAsync(new Uri("/admin/media" + query, UriKind.Relative), Ct);
        Assert.Equal(names, html.Split("class=\"mcard__name\">").Skip(1).Select(part => part.Split('<')[0]).Order(StringComparer.Ordinal));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Ct);
        return answer.StatusCode;
    }

    private async Task<Guid> UploadedFolderAsync()
    {
        await PreparedSite.PostAsync(_malee, "/admin/media/folders", "", ("Name", "ข่าว"), ("parent", MediaFolder.RootId.ToString()));
        return await _given.Site.InDbAsync(db => db.Set<MediaFolder>().Where(f => f.Path == "ข่าว").Select(f => f.Id).SingleAsync(Ct));
    }

    /// <summary>Through the pages: the site keeps its files in a folder of its own.</summary>
    private async Task<MediaFile> PictureAsync()
    {
        var file = await UploadedAsync("น้ำ.jpg");
        Assert.True((await _given.DescribeAsync(file, "บ่อน้ำกลางหมู่บ้าน", "The well of the village")).Succeeded);
        return await _given.FileAsync(file.Id);
    }

    private async Task<MediaFile> UploadedAsync(string name)
    {
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync((name, Pictures.Jpeg(shade: name.Length)))).StatusCode);
        return await _given.Site.InDbAsync(db => db.Set<MediaFile>().AsNoTracking().SingleAsync(m => m.Name == name, Ct));
    }

    private Task<HttpResponseMessage> UploadAsync(params (string Name, byte[] Bytes)[] files) => UploadAsync(null, files);

    private async Task<HttpResponseMessage> UploadAsync(Guid? folder, params (string Name, byte[] Bytes)[] files)
    {
        var page = $"/admin/media?folder={folder}";
        using MultipartFormDataContent form = new() { { new StringContent(Token(await _malee.GetStringAsync(new Uri(page, UriKind.Relative), Ct))), "__RequestVerificationToken" } };

        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), "Files", name);
        }

        return await _malee.PostAsync(new Uri(page + "&handler=Upload", UriKind.Relative), form, Ct);
    }

    private async Task PostFileAsync(string page, string query, string field, string name, byte[] bytes)
    {
        var html = await _malee.GetStringAsync(new Uri(page, UriKind.Relative), Ct);
        var version = html.Split("name=\"Version\"")[1].Split("value=\"")[1].Split('"')[0];
        using MultipartFormDataContent form = new() { { new StringContent(Token(html)), "__RequestVerificationToken" }, { new StringContent(version), "Version" }, { new ByteArrayContent(bytes), field, name } };
        Assert.Equal(HttpStatusCode.Redirect, (await _malee.PostAsync(new Uri(page + query, UriKind.Relative), form, Ct)).StatusCode);
    }

    private static string Token(string html) => html.Split("name=\"__RequestVerificationToken\"")[1].Split("value=\"")[1].Split('"')[0];
}
