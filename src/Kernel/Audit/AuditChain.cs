using System.Security.Cryptography;
using System.Text.Json;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Kernel.Audit;

/// <summary>The chain of hashes through the audit rows.</summary>
public static class AuditChain
{
    internal static (AuditRow Row, IReadOnlyList<PersonalValue> Personal) Next(AuditRow? last, Entity subject, DomainEvent happened, CurrentUser user, DateTimeOffset now)
    {
        var number = (last?.Number ?? 0) + 1;
        var (data, personal) = PersonalValues.TakeOut(happened, number, subject.Id);
        var row = new AuditRow(
            number,
            subject.Id,
            subject.GetType().Name,
            happened.GetType().Name,
            data,
            user.RealId,
            user.OnBehalfOf,
            happened.Reason,
            DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            "");
        return (row with { Hash = HashOf(row, last?.Hash) }, personal);
    }

    /// <summary>The number of the first row that is not what was written, in itself or in the personal values that stand outside of it; null when everything is.</summary>
    public static async Task<long?> VerifyAsync(AppDb db, CancellationToken ct)
        => (await VerifyAsync(db.Audit.AsNoTracking().OrderBy(r => r.Number).AsAsyncEnumerable(), ct), await PersonalValues.FirstWrongAsync(db, ct)) switch
        {
            ({ } row, { } value) => Math.Min(row, value),
            var (row, value) => row ?? value,
        };

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
