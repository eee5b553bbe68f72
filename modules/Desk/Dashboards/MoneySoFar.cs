using CommunityBusinessNetwork.Kernel.Dashboard;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Desk.Dashboards;

/// <summary>The cycle's money as one bar: paid, ordered and not paid, allotted and not ordered, awarded and not allotted.</summary>
internal sealed record MoneySoFar(Money Awarded, Money Allotted, Money Ordered, Money Paid, int Awards, int Allotments)
{
    public static MoneySoFar Of(IReadOnlyList<MoneyFigure> figures)
    {
        Money Sum(MoneyKind kind) => Kernel.Data.Money.Sum(figures.Where(f => f.Kind == kind).Select(f => f.Amount));
        int Count(MoneyKind kind) => figures.Where(f => f.Kind == kind).Sum(f => f.Count);
        return new(Sum(MoneyKind.Awarded), Sum(MoneyKind.Allotted), Sum(MoneyKind.Ordered), Sum(MoneyKind.Paid), Count(MoneyKind.Awarded), Count(MoneyKind.Allotted));
    }

    /// <summary>What the bar is a part of: the awards, once they are announced.</summary>
    public Money Whole => Awarded > Allotted ? Awarded : Allotted;

    public Money Waiting => Ordered - Paid;
    public Money NotOrdered => Allotted - Ordered;
    public Money NotAllotted => Whole - Allotted;
    public bool IsNone => Whole == Money.Zero;

    /// <summary>The share of the whole, "34.2%".</summary>
    public string Share(Money part)
        => IsNone ? "" : (part.Satang * 100m / Whole.Satang).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) + "%";
}

/// <summary>What is late, over all modules.</summary>
internal sealed record LateList(IReadOnlyList<LateRow> Rows, int Total)
{
    private const int Shown = 10;

    public static LateList Of(IReadOnlyList<Figures> figures) => new(
        [.. figures.SelectMany(f => f.Late).OrderByDescending(r => r.Days).Take(Shown)],
        figures.Sum(f => Math.Max(f.LateTotal, f.Late.Count)));
}
