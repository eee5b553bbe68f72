using System.Security.Cryptography;
using System.Text;

namespace CommunityBusinessNetwork.Accounts.Security;

/// <summary>A code that stands in for a lost authenticator, once. Only its hash is kept.</summary>
internal static class RecoveryCode
{
    /// <summary>How many a person is given.</summary>
    public const int Count = 10;

    // Without letters and digits that look alike.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Group = 4;
    private const int Groups = 3;

    public static string New()
        => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, Group)));

    /// <summary>With the account in it, so that the same code of two people has two hashes.</summary>
    public static string HashOf(Guid accountId, string code)
    {
        var plain = code.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId:N} {plain}")));
    }
}
