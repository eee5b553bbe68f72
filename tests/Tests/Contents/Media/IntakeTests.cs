using System.Text;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Contents.Pictures;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Contents.Media;

/// <summary>What the library takes in, and what of it.</summary>
public sealed class IntakeTests : IAsyncLifetime
{
    private GivenMedia _given = null!;

    public async ValueTask InitializeAsync() => _given = await GivenMedia.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_photograph_loses_place_camera_and_words_and_is_turned()
    {
        var taken = Pictures.Photograph();
        Assert.Contains("exif-ifd3-GPSLatitude", Pictures.Read(taken).Notes);

        var file = (await _given.AddAsync(_given.Malee, taken, "IMG_0001.JPG")).Value;

        var kept = await _given.BytesAsync(file);
        Assert.Equal((480, 640), (file.Width, file.Height));
        var (width, height, notes) = Pictures.Read(kept);
        Assert.Equal((480, 640), (width, height));
        Assert.Equal([], notes);
        Assert.DoesNotContain("secret words", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.DoesNotContain("Phone of Malee", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.True(PictureFacts.Read(kept)!.IsBare);
        Assert.Equal((MediaKind.Picture, "image/jpeg", "IMG_0001.JPG", 1), (file.Kind, file.ContentType, file.Name, file.Revision));
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task A_bare_picture_keeps_its_bytes(string ending)
    {
        var bytes = ending switch { "png" => Pictures.Png(), "webp" => Pictures.Webp(), _ => Pictures.Jpeg() };
        var file = (await _given.AddAsync(_given.Malee, bytes, $"a.{ending}")).Value;
        Assert.Equal(bytes, await _given.BytesAsync(file));
        Assert.Equal(ending == "jpg" ? (640, 480) : (64, 48), (file.Width, file.Height));
    }

    [Fact]
    public async Task Bytes_behind_the_end_of_a_picture_do_not_stay()
    {
        byte[] bytes = [.. Pictures.Jpeg(), .. "<script>alert(1)</script>"u8];
        var file = (await _given.AddAsync(_given.Malee, bytes, "a.jpg")).Value;
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(await _given.BytesAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vectors_pages_and_files_that_lie_are_refused_and_nothing_stays()
    {
        await _given.PictureAsync();
        await RefusedAsync("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x()</script></svg>"u8.ToArray(), "plan.svg", "files.wrong-type");
        await RefusedAsync("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"u8.ToArray(), "photo.jpg", "files.wrong-type");
        await RefusedAsync("<!doctype html><h1>hello</h1>"u8.ToArray(), "photo.png", "files.wrong-type");
        await RefusedAsync(Pictures.Png(), "photo.jpg", "contents.media-lies");
        await RefusedAsync("%PDF-1.7\n"u8.ToArray(), "photo.jpg", "contents.media-lies");
        await RefusedAsync(Pictures.Jpeg()[..400], "half.jpg", "contents.media-broken");
        await RefusedAsync(Pictures.Jpeg()[..2000], "half.jpg", "contents.media-broken");
        await RefusedAsync(Pictures.Png()[..^9], "half.png", "contents.media-broken");
        await RefusedAsync(Pictures.Webp()[..^9], "half.webp", "contents.media-broken");
        await RefusedAsync([], "empty.jpg", "contents.media-empty");
        await RefusedAsync(Huge(), "bomb.png", "contents.media-too-many-pixels");
    }

    [Fact]
    public async Task A_file_over_the_limit_of_the_site_is_refused()
    {
        await _given.PictureAsync();
        await _given.Site.InDbAsync(async db =>
        {
            await _given.Site.Services.GetRequiredService<SiteSettings>().SetAsync(db, Kernel.Access.CurrentUser.System, MediaIntake.LimitSetting, 1, CancellationToken.None);
            return 0;
        });
        await RefusedAsync([.. "%PDF-1.7\n"u8, .. new byte[1024 * 1024]], "big.pdf", "contents.media-too-large");
    }

    [Fact]
    public async Task Two_files_of_one_name_get_names_of_their_own()
    {
        var names = new List<string>();

        foreach (var shade in new[] { 10, 20, 30 })
        {
            names.Add((await _given.AddAsync(_given.Malee, Pictures.Jpeg(shade: shade), @"C:\ภาพ\น้ำ.jpg")).Value.Name);
        }

        Assert.Equal(["น้ำ.jpg", "น้ำ-2.jpg", "น้ำ-3.jpg"], names);
        Assert.Equal("scan.pdf", (await _given.AddAsync(_given.Malee, "%PDF-1.7\n"u8.ToArray(), "scan")).Value.Name);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await _given.PictureAsync();
        var before = await _given.StateAsync();
        await using var broken = new BrokenStream(Pictures.Jpeg());

        await Assert.ThrowsAsync<IOException>(() => _given.DoAsync<AddMedia, object>(_given.Malee, async o => await o.RunAsync(new(MediaFolder.RootId, new(broken, "a.jpg")), CancellationToken.None)));

        Assert.Equal(before, await _given.StateAsync());
    }

    [Theory]
    [InlineData(1, 640, 480)]
    [InlineData(3, 640, 480)]
    [InlineData(6, 480, 640)]
    [InlineData(8, 480, 640)]
    public void Facts_tell_the_size_as_it_is_looked_at(int orientation, int width, int height)
    {
        var facts = PictureFacts.Read(Pictures.Photograph(orientation: orientation))!;
        Assert.Equal((width, height, false), (facts.Width, facts.Height, facts.IsBare));
    }

    [Fact]
    public void Facts_of_what_is_no_picture_are_none()
    {
        Assert.Null(PictureFacts.Read("<svg/>"u8));
        Assert.Null(PictureFacts.Read([0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Null(PictureFacts.Read([0xFF, 0xD8, 0xFF, 0xE1, 0, 20, .. "Exif\0\0MM\0*"u8, 0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xD9]));
        Assert.Null(PictureFacts.Read(Pictures.Png().AsSpan(0, 20)));
        Assert.Null(PictureFacts.Read(Pictures.Webp().AsSpan(0, 20)));
    }

    private async Task RefusedAsync(byte[] bytes, string name, string code)
        => await _given.RefusedAsync(async () => await _given.AddAsync(_given.Malee, bytes, name), code);

    /// <summary>A small PNG that says it has 40,000 × 40,000 pixels.</summary>
    private static byte[] Huge()
    {
        var bytes = Pictures.Png();
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), 40_000);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), 40_000);
        return bytes;
    }

    private sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => Position > 1000 ? throw new IOException("The line is gone.") : base.ReadAsync(buffer.Length > 600 ? buffer[..600] : buffer, cancellationToken);
    }
}
