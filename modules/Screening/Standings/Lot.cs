using System.Security.Cryptography;
using System.Text;

namespace CommunityBusinessNetwork.Screening.Standings;

/// <summary>A lot that anybody can draw again: the order is that of the hashes of the seed, which was published before, with each entry.</summary>
internal static class Lot
{
    public static IReadOnlyList<string> Draw(string seed, IEnumerable<string> entries) => [.. entries.OrderBy(e => Ticket(seed, e), StringComparer.Ordinal)];

    /// <summary>SHA-256 of "seed, new line, entry" in lower-case hex; the lowest comes first.</summary>
    public static string Ticket(string seed, string entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{entry}")));
}
