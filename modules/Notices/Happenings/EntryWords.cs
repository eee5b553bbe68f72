using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Happenings;

/// <summary>An entry as notices speak of it.</summary>
internal sealed record EntryWords(Entry Entry, Cycle Cycle, string? GroupNameEn)
{
    private const string Thai = "th";

    /// <summary>Who and where, and what else is given.</summary>
    public Dictionary<string, string?> In(string language, params (string Gap, string? Value)[] more)
    {
        var province = Provinces.Of(Entry.ProvinceCode);
        Dictionary<string, string?> values = new()
        {
            ["group"] = Choose(language, Entry.GroupNameTh, GroupNameEn),
            ["code"] = Entry.GroupCode,
            ["province"] = Choose(language, province.NameTh, province.NameEn),
            ["cycle"] = Choose(language, Cycle.NameTh, Cycle.NameEn),
        };

        foreach (var (gap, value) in more)
        {
            values[gap] = value;
        }

        return values;
    }

    public string? Tier(string language) => Cycle.Rules.Tier(Entry.TierCode) is { } tier ? Choose(language, tier.NameTh, tier.NameEn) : null;

    /// <summary>Baht, without the word.</summary>
    public string? Award() => Cycle.Rules.Tier(Entry.TierCode)?.Award.ToString();

    /// <summary>The last minute in which it may submit.</summary>
    public string Deadline(string language) => Instant(language, Entry.SubmitsUntil(Cycle).AddMinutes(-1));

    public static string Instant(string language, DateTimeOffset instant) => language == Thai ? ThaiFormat.DateAndTime(instant) : EnglishFormat.DateAndTime(instant);

    public static string Day(string language, DateOnly date) => language == Thai ? ThaiFormat.LongDate(date) : EnglishFormat.LongDate(date);

    private static string Choose(string language, string thai, string? english) => language == Thai || string.IsNullOrEmpty(english) ? thai : english;
}

internal static class EntryWordsQueries
{
    /// <summary>These entries with what notices say of them.</summary>
    public static async Task<IReadOnlyList<EntryWords>> EntryWordsAsync(this AppDb db, IQueryable<Entry> entries, CancellationToken ct)
        => [.. (await (from entry in entries.AsNoTracking()
                       join cycle in db.Set<Cycle>().AsNoTracking() on entry.CycleId equals cycle.Id
                       join g in db.Set<GroupIndex>().AsNoTracking() on entry.GroupItemId equals g.ItemId into groups
                       from one in groups.DefaultIfEmpty()
                       orderby entry.SortKey
                       select new { entry, cycle, NameEn = one == null ? null : one.NameEn }).ToListAsync(ct))
            .Select(r => new EntryWords(r.entry, r.cycle, r.NameEn))];
}
