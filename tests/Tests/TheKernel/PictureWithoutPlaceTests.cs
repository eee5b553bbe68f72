using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Tests.TheKernel;

public sealed class PictureWithoutPlaceTests
{
    [Fact]
    public async Task OfAsync_APhotographWithAPlace_LosesThePlaceAndNothingElse()
    {
        var photo = Photo();

        var kept = await KeptAsync(photo);

        Assert.Equal(photo.Length, kept.Length);
        Assert.True(Contains(photo, "GPSVALUE"u8) && Contains(kept, "TURNED"u8) && Contains(kept, "picture"u8));
        Assert.False(Contains(kept, "GPSVALUE"u8));
        Assert.False(Contains(kept, [0x25, 0x88]));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8 })]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 0x45 })]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x0A, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00, 0x49, 0x49 })]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47 })]
    public async Task OfAsync_ABrokenOrAnotherPicture_PassesAsItIs(byte[] picture) => Assert.Equal(picture, await KeptAsync(picture));

    private static async Task<byte[]> KeptAsync(byte[] picture)
    {
        await using var kept = await PictureWithoutPlace.OfAsync(new MemoryStream(picture), 1024, TestContext.Current.CancellationToken);
        return ((MemoryStream)kept).ToArray();
    }

    private static bool Contains(byte[] bytes, ReadOnlySpan<byte> part) => bytes.AsSpan().IndexOf(part) >= 0;

    /// <summary>A JPEG whose EXIF says a turn (in a text of its own) and a place of eight bytes.</summary>
    private static byte[] Photo()
    {
        byte[] tiff =
        [
            0x49, 0x49, 0x2A, 0x00, 0x08, 0x00, 0x00, 0x00,
            0x02, 0x00,
            0x0E, 0x01, 0x02, 0x00, 0x06, 0x00, 0x00, 0x00, 0x38, 0x00, 0x00, 0x00, // a description of six bytes at 56
            0x25, 0x88, 0x04, 0x00, 0x01, 0x00, 0x00, 0x00, 0x26, 0x00, 0x00, 0x00, // the place's directory at 38
            0x00, 0x00, 0x00, 0x00,
            0x01, 0x00,
            0x02, 0x00, 0x05, 0x00, 0x01, 0x00, 0x00, 0x00, 0x3E, 0x00, 0x00, 0x00, // a fraction of eight bytes at 62
            0x00, 0x00, 0x00, 0x00,
            .. "TURNED"u8,
            .. "GPSVALUE"u8,
        ];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0x00, (byte)(exif.Length + 2), .. exif, 0xFF, 0xDA, .. "picture"u8];
    }
}
