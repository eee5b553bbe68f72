using System.Globalization;
using DiffPlex;

namespace CommunityBusinessNetwork.Contents.Versions;

/// <summary>A stretch of a text, the same on both sides or not.</summary>
internal sealed record DiffPiece(string Text, bool Changed);

/// <summary>Two texts beside each other, cut into what is the same and what is not.</summary>
internal sealed record TextDifference(IReadOnlyList<DiffPiece> Left, IReadOnlyList<DiffPiece> Right)
{
    public bool IsSame => !Left.Any(p => p.Changed) && !Right.Any(p => p.Changed);
}

/// <summary>Compares texts by words where blanks part them, and by what a reader counts as one character where nothing does, as in Thai.</summary>
internal static class TextDiff
{
    /// <summary>An equal stretch shorter than this between two changes is noise: the eye reads one change.</summary>
    private const int Shortest = 3;

    public static TextDifference Between(string left, string right)
    {
        var found = Differ.Instance.CreateDiffs(left, right, ignoreWhiteSpace: false, ignoreCase: false, new Chunks());
        var (old, now) = (new bool[found.PiecesOld.Count], new bool[found.PiecesNew.Count]);

        foreach (var (at, block) in found.DiffBlocks.Index())
        {
            Array.Fill(old, true, block.DeleteStartA, block.DeleteCountA);
            Array.Fill(now, true, block.InsertStartB, block.InsertCountB);

            if (at + 1 < found.DiffBlocks.Count)
            {
                var (from, to) = (block.DeleteStartA + block.DeleteCountA, found.DiffBlocks[at + 1].DeleteStartA);

                if (to - from < Shortest && !Enumerable.Range(from, to - from).Any(i => string.IsNullOrWhiteSpace(found.PiecesOld[i])))
                {
                    Array.Fill(old, true, from, to - from);
                    Array.Fill(now, true, block.InsertStartB + block.InsertCountB, to - from);
                }
            }
        }

        return new(Join(found.PiecesOld, old), Join(found.PiecesNew, now));
    }

    private static List<DiffPiece> Join(IReadOnlyList<string> pieces, bool[] changed)
    {
        List<DiffPiece> joined = [];

        foreach (var (at, piece) in pieces.Index())
        {
            if (joined.Count > 0 && joined[^1].Changed == changed[at])
            {
                joined[^1] = joined[^1] with { Text = joined[^1].Text + piece };
            }
            else
            {
                joined.Add(new(piece, changed[at]));
            }
        }

        return joined;
    }

    private sealed class Chunks : IChunker
    {
        private const char FirstThai = '\u0E00';
        private const char LastThai = '\u0E7F';

        public IReadOnlyList<string> Chunk(string text)
        {
            List<string> chunks = [];

            for (var at = 0; at < text.Length;)
            {
                var length = IsOfAWord(text[at]) ? text.Skip(at).TakeWhile(IsOfAWord).Count() : StringInfo.GetNextTextElementLength(text, at);
                chunks.Add(text.Substring(at, length));
                at += length;
            }

            return chunks;
        }

        private static bool IsOfAWord(char c) => char.IsLetterOrDigit(c) && (c is < FirstThai or > LastThai);
    }
}
