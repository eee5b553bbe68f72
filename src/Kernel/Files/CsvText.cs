using System.Text;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Kernel.Files;

/// <summary>Separated values as people save them: with or without a byte order mark, in UTF-8, UTF-16 or Windows-874, parted by commas, semicolons or tabs.</summary>
internal static class CsvText
{
    private const int ThaiCodePage = 874;
    
    /// <summary>Of two that stand equally often the one that is rarer inside of headings.</summary>
    private static readonly char[] Separators = ['\t', ';', ','];

    public static (IReadOnlyList<TypedRow> Rows, Problem? Fault) Read(byte[] bytes, TableLimits limits)
    {
        if (Decode(bytes) is not { } text || text.Contains('\0', StringComparison.Ordinal))
        {
            return ([], new("tables.unreadable"));
        }

        // Remarks and blanks may stand between; so many more and the file is no list.
        return Parse(text, SeparatorOf(text), limits with { Rows = (limits.Rows * 2) + 100 });
    }

    private static string? Decode(byte[] bytes)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Strict(Encoding.UTF8, bytes.AsSpan(3)),
                [0xFF, 0xFE, ..] => Strict(Encoding.Unicode, bytes.AsSpan(2)),
                [0xFE, 0xFF, ..] => Strict(Encoding.BigEndianUnicode, bytes.AsSpan(2)),
                _ => Strict(Encoding.UTF8, bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            return Thai(bytes);
        }
    }

    /// <summary>Windows-874, as Excel of a Thai office saves without being asked.</summary>
    private static string? Thai(byte[] bytes)
    {
        try
        {
            return Strict(CodePagesEncodingProvider.Instance.GetEncoding(ThaiCodePage)!, bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict.GetString(bytes);
    }

    /// <summary>The one that stands most often, outside of quotes, in the first line that is no remark.</summary>
    private static char SeparatorOf(string text)
    {
        Dictionary<char, int> counts = Separators.ToDictionary(s => s, _ => 0);
        var quoted = false;
        var atStart = true;
        var isRemark = false;

        foreach (var c in text)
        {
            if (atStart)
            {
                isRemark = c == '#';
            }

            atStart = false;
            quoted ^= c == '"';

            if (c is '\r' or '\n' && !quoted)
            {
                if (!isRemark && counts.Values.Any(n => n > 0))
                {
                    break;
                }

                atStart = true;
            }
            else if (!quoted && !isRemark && counts.TryGetValue(c, out var seen))
            {
                counts[c] = seen + 1;
            }
        }

        return counts.MaxBy(c => c.Value).Key;
    }

    private static (IReadOnlyList<TypedRow> Rows, Problem? Fault) Parse(string text, char separator, TableLimits limits)
    {
        List<TypedRow> rows = [];
        List<string> cells = [];
        StringBuilder cell = new();
        var quoted = false;

        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];

            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    cell.Append('"');
                    at++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator)
            {
                EndCell();
            }
            else if (c is '\n' or '\r')
            {
                at += c == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
                EndRow();
            }
            else
            {
                cell.Append(c);
            }

            if (cells.Count > limits.Columns)
            {
                return ([], new("tables.too-many-columns", null, ("max", limits.Columns)));
            }

            if (rows.Count > limits.Rows)
            {
                return ([], new("tables.too-many-rows", null, ("max", limits.Rows)));
            }
        }

        if (quoted)
        {
            return ([], new("tables.open-quote", null, ("row", rows.Count + 1)));
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            EndRow();
        }

        return (rows, null);

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add(new(rows.Count + 1, cells));
            cells = [];
        }
    }
}
