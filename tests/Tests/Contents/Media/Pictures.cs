using NetVips;

namespace CommunityBusinessNetwork.Tests.Contents.Media;

/// <summary>Real pictures, drawn for a test.</summary>
internal static class Pictures
{
    /// <summary>As a phone takes it: with the place, the camera, words, and held upright.</summary>
    public static byte[] Photograph(int width = 640, int height = 480, int shade = 128, int orientation = 6)
    {
        using var plain = Draw(width, height, shade);
        using var taken = plain.Mutate(m =>
        {
            m.Set(GValue.GStrType, "exif-ifd0-Make", "Phone of Malee");
            m.Set(GValue.GStrType, "exif-ifd0-ImageDescription", "secret words");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "17/1 52/1 41/1");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLongitude", "102/1 44/1 30/1");
            m.Set(GValue.GIntType, "orientation", orientation);
        });
        return taken.JpegsaveBuffer(q: 90, keep: Enums.ForeignKeep.All);
    }

    public static byte[] Jpeg(int width = 640, int height = 480, int shade = 128)
    {
        using var plain = Draw(width, height, shade);
        return plain.JpegsaveBuffer(q: 90, keep: Enums.ForeignKeep.None);
    }

    public static byte[] Png(int width = 64, int height = 48)
    {
        using var plain = Draw(width, height, 90);
        return plain.PngsaveBuffer(keep: Enums.ForeignKeep.None);
    }

    public static byte[] Webp(int width = 64, int height = 48)
    {
        using var plain = Draw(width, height, 90);
        return plain.WebpsaveBuffer(keep: Enums.ForeignKeep.None);
    }

    /// <summary>What libvips finds in a picture: its size, and every note beside it.</summary>
    public static (int Width, int Height, string[] Notes) Read(byte[] picture)
    {
        using var read = Image.NewFromBuffer(picture);
        return (read.Width, read.Height, [.. read.GetFields().Where(f => f.StartsWith("exif", StringComparison.Ordinal) || f.Contains("xmp", StringComparison.Ordinal) || f.Contains("iptc", StringComparison.Ordinal) || f == "orientation")]);
    }

    private static Image Draw(int width, int height, int shade)
    {
        using var grey = Image.Black(width, height) + shade;
        using var slope = Image.Xyz(width, height);
        using var colours = grey.Bandjoin(slope.ExtractBand(0) * 255 / width, slope.ExtractBand(1) * 255 / height);
        return colours.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
