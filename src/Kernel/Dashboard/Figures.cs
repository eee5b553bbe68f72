using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Dashboard;

/// <summary>
/// The numbers of the newest cycle that one module knows. The dashboard puts those of all modules together:
/// the steps, the funnel from 76 to 36, the money, what is late. Counted in the database, never by loading rows.
/// </summary>
public interface IFigures
{
    /// <summary>The figures that this person may see; <see cref="Figures.None"/> when there is no cycle or it is not hers.</summary>
    Task<Figures> ForAsync(CurrentUser user, CancellationToken ct);
}

/// <summary>What one module contributes.</summary>
public sealed record Figures
{
    public static readonly Figures None = new();

    public IReadOnlyList<CycleStep> Steps { get; init; } = [];
    public IReadOnlyList<FunnelStep> Funnel { get; init; } = [];
    public IReadOnlyList<MoneyFigure> Money { get; init; } = [];

    /// <summary>The most overdue first; a module answers with at most a dozen and says how many there are.</summary>
    public IReadOnlyList<LateRow> Late { get; init; } = [];

    public int LateTotal { get; init; }
}

/// <summary>One of the steps of the programme, the letter and the seven: how many entries are through.</summary>
/// <param name="Number">Its place: 0 the letter, 1 plan and clip, 2 and 3 the rounds, 4 allotment, 5 procurement, 6 BPM, 7 the report.</param>
/// <param name="Until">The last day of the step.</param>
public sealed record CycleStep(int Number, string TextKey, int Done, int Of, DateOnly? Until)
{
    /// <summary>Whether it is the step that runs now; a step that is through is <i>done</i>, any other waits.</summary>
    public bool IsNow { get; init; }
}

/// <summary>How many entries have come as far as this.</summary>
/// <param name="Order">10 targets, 20 submitted, 30 shortlisted, 40 tiered, 50 ordered, 60 handed over, 70 paid, 80 BPM, 90 closed.</param>
public sealed record FunnelStep(int Order, string TextKey, int Count, string? Url = null)
{
    /// <summary>A message with its arguments under the bar, "cut at 389 | 385".</summary>
    public string? NoteKey { get; init; }

    public IReadOnlyList<(string Name, object Value)> NoteArgs { get; init; } = [];

    /// <summary>How many of them are in the first tier; the bar shows both tiers.</summary>
    public int? Top { get; init; }

    /// <summary>Draws the cut line under the step.</summary>
    public bool IsCut { get; init; }
}

/// <summary>What an amount of the cycle's money is.</summary>
public enum MoneyKind
{
    Awarded,
    Allotted,
    Ordered,
    Paid,
}

/// <summary>A sum over the cycle; <see cref="MoneyKind.Paid"/> is part of <see cref="MoneyKind.Ordered"/>, which is part of what was allotted.</summary>
/// <param name="Count">How many awards it concerns.</param>
public sealed record MoneyFigure(MoneyKind Kind, Money Amount, int Count);

/// <summary>Something that a province, district or group is late with.</summary>
/// <param name="Place">Who: the name of the province or group.</param>
/// <param name="WhoKey">The message that names the role that must act.</param>
public sealed record LateRow(int Days, string Place, string TextKey, IReadOnlyList<(string Name, object Value)> Args, string WhoKey, string Url);

public static class DashboardFigures
{
    public static IServiceCollection AddFigures<T>(this IServiceCollection services)
        where T : class, IFigures
        => services.AddScoped<IFigures, T>();
}
