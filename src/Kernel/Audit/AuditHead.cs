using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Kernel.Audit;

/// <summary>The last row of the audit: its hash stands for everything that has ever happened on the site.</summary>
public static class AuditHead
{
    /// <returns>Its number and hash; 0 and null when nothing has happened yet.</returns>
    public static async Task<(long Rows, string? Hash)> OfAsync(AppDatabase database, CancellationToken ct)
        => await database.AskAsync("select cast(number as text) || ' ' || hash from audit order by number desc limit 1", ct) is { } last
            ? (long.Parse(last.Split(' ')[0], CultureInfo.InvariantCulture), last.Split(' ')[1])
            : (0, null);

    /// <summary>Whether the row of that number has that hash: everything up to there is what it was.</summary>
    public static async Task<bool> HasAsync(AppDatabase database, long number, string hash, CancellationToken ct)
        => await database.AskAsync(string.Create(CultureInfo.InvariantCulture, $"select hash from audit where number = {number}"), ct) == hash;
}
