using System.Globalization;
using System.Linq.Expressions;
using CommunityBusinessNetwork.Contents.Editing;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Contents.Lists;

/// <summary>What is asked of one field that is marked <i>listed</i>.</summary>
internal sealed class FieldFilter
{
    /// <summary>The field's name in its type.</summary>
    public string Name { get; set; } = "";

    /// <summary>What stands in it, or the least of a number or a date, as typed.</summary>
    public string? Value { get; set; }

    /// <summary>The most of a number or a date, as typed.</summary>
    public string? Most { get; set; }
}

/// <summary>Which items a list shows, and in which order.</summary>
/// <param name="Types">The types that are listed at all.</param>
/// <param name="By">The id of who wrote the latest version; null for anybody.</param>
/// <param name="Province">The code of the province in whose area the item lies; null for any.</param>
/// <param name="From">The first day of the last change, in Bangkok.</param>
/// <param name="To">The last day, whole.</param>
/// <param name="Sort">Empty: the last change first; "title"; or a listed field's name, with a minus before it for the largest first.</param>
internal sealed record ItemFilter(
    IReadOnlyList<ContentType> Types, string? Q, string? Type, ItemState? State, string? By, string? Province, DateOnly? From, DateOnly? To, IReadOnlyList<FieldFilter> Where, string? Sort)
{
    /// <summary>The fields by which items of the chosen type are found and sorted; none while no type is chosen.</summary>
    public IReadOnlyList<FieldDefinition> Listed => [.. (Types.SingleOrDefault(t => t.Name == Type)?.Definition.Fields ?? []).Where(f => f is { Listed: true, Retired: false })];

    public IQueryable<ContentItem> Of(IQueryable<ContentItem> items, AppDb db, ICollection<Problem> problems)
    {
        var names = Types.Select(t => t.Name).ToList();
        var found = items.Where(i => i.Latest);
        found = names.Contains(Type ?? "") ? found.Where(i => i.TypeName == Type) : found.Where(i => names.Contains(i.TypeName));
        found = State is { } state ? found.InState(state, db) : found.Where(i => i.TrashedUtc == null);

        if (!string.IsNullOrWhiteSpace(Q))
        {
            var wanted = Searched(Q);
#pragma warning disable CA1304, CA1311, CA1862 // It becomes SQL's lower(): SQLite and PostgreSQL compare texts with case.
            found = found.Where(i => i.DisplayText.ToLower().Contains(wanted));
#pragma warning restore CA1304, CA1311, CA1862
        }

        if (By is { Length: > 0 } author)
        {
            found = found.Where(i => i.Author == author);
        }

        if (Province is { Length: > 0 } code && Provinces.All.Any(p => p.Code == code))
        {
            var (area, below) = (Area.Province(code).Path, Area.Province(code).Path + "/");
            found = found.Where(i => i.AreaPath == area || i.AreaPath.StartsWith(below));
        }

        if (From is { } from)
        {
            var since = BangkokTime.StartOf(from);
            found = found.Where(i => i.ModifiedUtc >= since);
        }

        if (To is { } to)
        {
            var until = BangkokTime.EndOf(to);
            found = found.Where(i => i.ModifiedUtc < until);
        }

        foreach (var (at, asked) in Where.Index())
        {
            if (Listed.SingleOrDefault(f => f.Name == asked.Name) is { } field)
            {
                found = OfField(found, db, field, asked, at, problems);
            }
        }

        return found;
    }

    public IOrderedQueryable<ContentItem> Ordered(IQueryable<ContentItem> items, AppDb db)
    {
        var (name, down) = Sort is ['-', .. var largest] ? (largest, true) : (Sort ?? "", false);

        if (Listed.SingleOrDefault(f => f.Name == name) is not { } field)
        {
            return name == "title" ? items.OrderBy(i => i.SortKey).ThenBy(i => i.ItemId) : items.OrderByDescending(i => i.ModifiedUtc).ThenBy(i => i.ItemId);
        }

        var values = db.Set<ContentFieldValue>().Where(v => v.Field == field.Name);
        return field.Kind switch
        {
            FieldKind.Number or FieldKind.Money => By(i => values.Where(v => v.ItemId == i.ItemId).Select(v => v.Number).FirstOrDefault()),
            FieldKind.Date => By(i => values.Where(v => v.ItemId == i.ItemId).Select(v => v.Date).FirstOrDefault()),
            _ => By(i => values.Where(v => v.ItemId == i.ItemId).Select(v => v.Text).FirstOrDefault()),
        };

        IOrderedQueryable<ContentItem> By<T>(Expression<Func<ContentItem, T>> value) => (down ? items.OrderByDescending(value) : items.OrderBy(value)).ThenBy(i => i.ItemId);
    }

    private static IQueryable<ContentItem> OfField(IQueryable<ContentItem> items, AppDb db, FieldDefinition field, FieldFilter asked, int at, ICollection<Problem> problems)
    {
        var values = db.Set<ContentFieldValue>().Where(v => v.Field == field.Name);

        switch (field.Kind)
        {
            case FieldKind.Number or FieldKind.Money:
                if (Number(asked.Value, $"Where[{at}].Value", problems) is { } least)
                {
                    items = items.Where(i => values.Any(v => v.ItemId == i.ItemId && v.Number >= least));
                }

                return Number(asked.Most, $"Where[{at}].Most", problems) is { } most ? items.Where(i => values.Any(v => v.ItemId == i.ItemId && v.Number <= most)) : items;
            case FieldKind.Date:
                if (Day(asked.Value, $"Where[{at}].Value", problems) is { } first)
                {
                    items = items.Where(i => values.Any(v => v.ItemId == i.ItemId && v.Date >= first));
                }

                return Day(asked.Most, $"Where[{at}].Most", problems) is { } last ? items.Where(i => values.Any(v => v.ItemId == i.ItemId && v.Date <= last)) : items;
            case var kind when string.IsNullOrWhiteSpace(asked.Value):
                return items;
            case FieldKind.Choice or FieldKind.YesNo:
                return items.Where(i => values.Any(v => v.ItemId == i.ItemId && v.Text == asked.Value));
            default:
                var wanted = Searched(asked.Value!);
#pragma warning disable CA1304, CA1311, CA1862 // As above.
                return items.Where(i => values.Any(v => v.ItemId == i.ItemId && v.Text!.ToLower().Contains(wanted)));
#pragma warning restore CA1304, CA1311, CA1862
        }
    }

    private static string Searched(string typed) => ThaiText.Normalise(typed).Trim().ToLowerInvariant();

    private static decimal? Number(string? typed, string name, ICollection<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (decimal.TryParse(ThaiDigits.ToAscii(typed).Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        problems.Add(new("fields.not-a-number", name));
        return null;
    }

    private static DateOnly? Day(string? typed, string name, ICollection<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (ThaiDateParser.TryParse(typed, out var day))
        {
            return day;
        }

        problems.Add(new("fields.not-a-date", name));
        return null;
    }
}
