using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CommunityBusinessNetwork.Web.Demo.Media;

/// <summary>The small files that people of the demo hand in: clips, captions, pictures, papers. Each differs from every other.</summary>
internal sealed class MediaKit(string folder)
{
    private readonly Dictionary<string, byte[]> _read = [];

    /// <summary>A clip that shows this kind of business and lasts that long.</summary>
    public byte[] Clip(string business, TimeSpan duration, string label) => ClipMaker.Make(Template($"clips/{business}.mp4"), duration, label);

    /// <summary>A drawn picture of the business: before, delivery, activity or result.</summary>
    public byte[] Photo(string business, string moment, string label)
    {
        var picture = Template($"photos/{business}-{moment}.jpg");
        var text = Encoding.UTF8.GetBytes(label);
        var photo = new byte[picture.Length + 4 + text.Length];

        // A comment segment right behind the start of the image.
        picture.AsSpan(0, 2).CopyTo(photo);
        photo[2] = 0xFF;
        photo[3] = 0xFE;
        BinaryPrimitives.WriteUInt16BigEndian(photo.AsSpan(4), (ushort)(text.Length + 2));
        text.CopyTo(photo, 6);
        picture.AsSpan(2).CopyTo(photo.AsSpan(6 + text.Length));
        return photo;
    }

    /// <summary>Captions, one after the other over the whole clip, as WebVTT.</summary>
    public static byte[] Captions(IReadOnlyList<string> sentences, TimeSpan duration)
    {
        var text = new StringBuilder("WEBVTT\n");

        foreach (var (at, sentence) in sentences.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{Stamp(duration * at / sentences.Count)} --> {Stamp(duration * (at + 1) / sentences.Count)}\n{sentence}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>One page of a paper in PDF. Latin text only: the file brings no font.</summary>
    public static byte[] Paper(string title, params IReadOnlyList<string> lines)
    {
        var page = new StringBuilder("BT /F1 20 Tf 72 740 Td (").Append(Escape(title)).Append(") Tj /F1 12 Tf");

        foreach (var line in lines.Append("Fictitious paper of a demonstration."))
        {
            page.Append(" 0 -26 Td (").Append(Escape(line)).Append(") Tj");
        }

        page.Append(" ET");
        return Pdf(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {page.Length} >>\nstream\n{page}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    }

    private byte[] Template(string file)
    {
        if (!_read.TryGetValue(file, out var bytes))
        {
            bytes = File.ReadAllBytes(Path.Combine(folder, file));
            _read[file] = bytes;
        }

        return bytes;
    }

    private static byte[] Pdf(params IReadOnlyList<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];

        foreach (var (at, content) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");

        foreach (var place in places)
        {
            file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static string Escape(string text)
        => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    private static string Stamp(TimeSpan at) => at.ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
