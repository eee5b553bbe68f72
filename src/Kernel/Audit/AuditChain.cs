using System.Security.Cryptography;
using System.Text.Json;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;

namespace CommunityBusinessNetwork.Kernel.Audit;

/// <summary>The chain of hashes through the audit rows.</summary>
public static class AuditChain
{
    internal static AuditRow Next(AuditRow? last, Entity subject, DomainEvent happened, CurrentUser user, DateTimeOffset now)
    {
        var row = new AuditRow(
            (last?.Number ?? 0) + 1,
            subject.Id,
            subject.GetType().Name,
            happened.GetType().Name,
            JsonSerializer.Serialize<object>(happened, AppJson.Options),
            user.RealId,
            user.OnBehalfOf,
            happened.Reason,
            DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            "");
        return row with { Hash = HashOf(row, last?.Hash) };
    }

    /// <summary>
    /// The number of the first row that was altered, removed or slipped in; null when the chain is whole.
    /// Rows cut off at the end show only against a hash that was kept elsewhere.
    /// </summary>
    public static async Task<long?> VerifyAsync(IAsyncEnumerable<AuditRow> rowsInOrder, CancellationToken ct)
    {
        AuditRow? last = null;

        await foreach (var row in rowsInOrder.WithCancellation(ct))
        {
            // The number is part of the hash, so a gap shows as well.
            if (row.Number != (last?.Number ?? 0) + 1 || row.Hash != HashOf(row, last?.Hash))
            {
                return (last?.Number ?? 0) + 1;
            }

            last = row;
        }

        return null;
    }

    private static string HashOf(AuditRow row, string? previousHash)
    {
        // An array in JSON, so that no two different rows can be written as the same text.
        object?[] content =
        [
            previousHash, row.Number, row.SubjectId, row.Subject, row.Event, row.Data, row.ActorId, row.OnBehalfOf, row.Reason, row.At.ToUnixTimeMilliseconds(),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content)));
    }
}
