namespace CommunityBusinessNetwork.Kernel.Access;

/// <summary>A place below the province, by name.</summary>
/// <param name="Code">What people type for it: a district's number, a group's code.</param>
/// <param name="NameEn">Null where it has none.</param>
public sealed record NamedArea(Area Area, string Code, string NameTh, string? NameEn);

/// <summary>Districts and groups behind areas, for forms and lists. Answered by the module that keeps groups.</summary>
public interface IAreaNames
{
    /// <summary>The group of that code; null when there is none.</summary>
    Task<NamedArea?> GroupAsync(string code, CancellationToken ct);

    /// <summary>The districts and groups among these areas that it knows, by their paths.</summary>
    Task<IReadOnlyDictionary<string, NamedArea>> OfAsync(IReadOnlyCollection<Area> areas, CancellationToken ct);
}
