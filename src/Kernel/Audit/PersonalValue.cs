using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Audit;

/// <summary>
/// A text of an event that tells who somebody is. The audit row and the outbox row hold only its digest, so that it can be erased and the chain stays whole:
/// <c>record AccountOpened([property: Personal] string UserName)</c>. Who handles such an event looks the value up in the thing itself.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>A personal value of an audit row, kept outside of the hashed text.</summary>
public sealed class PersonalValue
{
    private PersonalValue()
    {
    }

    internal PersonalValue(long number, string name, Guid subjectId, string salt, string value)
        => (Number, Name, SubjectId, Salt, Value) = (number, name, subjectId, salt, value);

    /// <summary>Of its audit row.</summary>
    public long Number { get; private set; }

    /// <summary>The property of the event.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The thing, or person, that the row is about.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Goes with the value, so that nobody can find it again by trying names out.</summary>
    public string? Salt { get; private set; }

    /// <summary>Null when it was erased.</summary>
    public string? Value { get; private set; }
}

/// <summary>Takes personal values out of events, and puts them back for people to read.</summary>
public static class PersonalValues
{
    private const string Prefix = "sha256:";

    /// <summary>What stands where a value was erased.</summary>
    public const string Erased = "–";

    /// <summary>The event as JSON with digests in place of its personal values, and these.</summary>
    internal static (string Json, IReadOnlyList<PersonalValue> Values) TakeOut(DomainEvent happened, long number, Guid subjectId)
    {
        var marked = happened.GetType().GetProperties().Where(p => p.GetCustomAttribute<PersonalAttribute>() is not null).ToList();

        if (marked.Count == 0)
        {
            return (JsonSerializer.Serialize<object>(happened, AppJson.Options), []);
        }

        var json = JsonSerializer.SerializeToNode<object>(happened, AppJson.Options)!.AsObject();
        List<PersonalValue> values = [];

        foreach (var name in marked.Select(p => p.Name))
        {
            if (json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            {
                var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
                values.Add(new(number, name, subjectId, salt, value.GetValue<string>()));
                json[name] = DigestOf(salt, value.GetValue<string>());
            }
        }

        return (json.ToJsonString(AppJson.Options), values);
    }

    /// <summary>The data of these rows, by their numbers, with the values that are still there.</summary>
    public static async Task<IReadOnlyDictionary<long, string>> ReadableAsync(AppDb db, IReadOnlyCollection<AuditRow> rows, CancellationToken ct)
    {
        var numbers = rows.Select(r => r.Number).ToList();
        var values = (await db.Set<PersonalValue>().AsNoTracking().Where(v => numbers.Contains(v.Number)).ToListAsync(ct)).ToLookup(v => v.Number);
        return rows.ToDictionary(r => r.Number, r => values.Contains(r.Number) ? PutBack(r.Data, values[r.Number]) : r.Data);
    }

    /// <summary>The number of the first row one of whose values is not what was written; null when all are. An erased one may be gone, it may not be another.</summary>
    internal static async Task<long?> FirstWrongAsync(AppDb db, CancellationToken ct)
    {
        var kept = db.Set<PersonalValue>().AsNoTracking().Where(v => v.Value != null).Join(db.Audit.AsNoTracking(), v => v.Number, r => r.Number, (v, r) => new { Value = v, r.Data }).OrderBy(x => x.Value.Number);

        await foreach (var pair in kept.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (JsonNode.Parse(pair.Data)?[pair.Value.Name]?.ToString() != DigestOf(pair.Value.Salt ?? "", pair.Value.Value!))
            {
                return pair.Value.Number;
            }
        }

        return null;
    }

    /// <summary>Erases what the audit says about this thing or person, and these words wherever they are a whole value. The rows, their digests and the chain stay.</summary>
    public static Task<int> EraseAsync(AppDb db, Guid subjectId, IReadOnlyCollection<string> words, CancellationToken ct)
        => db.Set<PersonalValue>().Where(v => v.Value != null && (v.SubjectId == subjectId || words.Contains(v.Value)))
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.Value, (string?)null).SetProperty(x => x.Salt, (string?)null), ct);

    private static string PutBack(string data, IEnumerable<PersonalValue> values)
    {
        var json = JsonNode.Parse(data)!.AsObject();

        foreach (var value in values)
        {
            json[value.Name] = value.Value ?? Erased;
        }

        return json.ToJsonString(AppJson.Options);
    }

    private static string DigestOf(string salt, string value) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}\n{value}")));
}

internal sealed class PersonalValueTable : IEntityTypeConfiguration<PersonalValue>
{
    public void Configure(EntityTypeBuilder<PersonalValue> builder)
    {
        builder.ToTable("audit_personal").HasKey(v => new { v.Number, v.Name });
        builder.HasIndex(v => v.SubjectId);
    }
}
