using System.Linq.Expressions;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Kernel.Access;

/// <summary>A part of the country for which a role is held: nation › region › province › district › group, written as a path.</summary>
/// <param name="Path">"th", "th/northeast", "th/northeast/43", "th/northeast/43/4301", "th/northeast/43/4301/{group}".</param>
public readonly record struct Area(string Path)
{
    public static readonly Area Nation = new("th");

    /// <summary>The area of a province by its two-digit code.</summary>
    /// <exception cref="KeyNotFoundException">There is no such province.</exception>
    public static Area Province(string code) => new($"th/{Provinces.Of(code).Region}/{code}");

    /// <summary>A district's area. The code is any text without a slash that is unique in the province.</summary>
    public static Area District(string provinceCode, string districtCode) => new($"{Province(provinceCode).Path}/{districtCode}");

    public Area Group(string groupId) => new($"{Path}/{groupId}");

    /// <summary>Whether the other area is this one or lies in it.</summary>
    public bool Contains(Area other)
        => other.Path == Path || (other.Path.StartsWith(Path, StringComparison.Ordinal) && other.Path[Path.Length] == '/');

    /// <summary>The paths of this area and of those around it, the nation last.</summary>
    public IEnumerable<string> Outwards()
    {
        var path = Path;

        for (var at = path.Length; at > 0; at = path.LastIndexOf('/', at - 1))
        {
            yield return path[..at];
        }
    }

    public override string ToString() => Path;
}

public static class AreaQueries
{
    /// <summary>The rows whose area lies in one of these. No area, no row.</summary>
    public static IQueryable<T> WithinAreas<T>(this IQueryable<T> rows, IReadOnlyCollection<Area> areas, Expression<Func<T, string>> path)
    {
        if (areas.Contains(Area.Nation))
        {
            return rows;
        }

        Expression any = Expression.Constant(false);

        foreach (var area in areas)
        {
            Expression<Func<string>> own = () => area.Path;
            Expression<Func<string>> below = () => area.Path + "/";
            var startsWith = Expression.Call(path.Body, nameof(string.StartsWith), null, below.Body);
            any = Expression.OrElse(any, Expression.OrElse(Expression.Equal(path.Body, own.Body), startsWith));
        }

        return rows.Where(Expression.Lambda<Func<T, bool>>(any, path.Parameters));
    }
}
