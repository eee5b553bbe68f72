using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Programmes.Cycles;

namespace CommunityBusinessNetwork.Plans.Budget;

/// <summary>A budget line as a person typed it.</summary>
/// <param name="Id">The line's id; null for a new one.</param>
/// <param name="Category">One of <see cref="Categories.All"/>; empty while it is not chosen.</param>
public sealed record TypedLine(Guid? Id, string Category, string Description, string Unit, string Quantity, string UnitPrice)
{
    // Beyond these no plan is meant; the sum of all lines stays a number of satang.
    private const decimal LargestQuantity = 1_000_000m;
    private const decimal LargestPrice = 10_000_000m;
    private const int LongestWords = 1_000;

    public string Priority { get; init; } = "";
    public ProcurementKind Procurement { get; init; }
    public PriceBasis Basis { get; init; } = PriceBasis.Market;

    /// <summary>Codes of tiers, see <see cref="LineText"/>.</summary>
    public IReadOnlyList<string> Cuts { get; init; } = [];

    public string? Activity { get; init; }

    /// <summary>Nobody wrote anything in it.</summary>
    internal bool IsBlank => (Description + Unit + Quantity + UnitPrice).Trim().Length == 0;

    /// <summary>The line for a draft; refused is only what is no number, no money, or must not be kept.</summary>
    /// <exception cref="InvalidOperationException">A category or tier that the form does not offer: no person can type it.</exception>
    internal LineText Read(int at, CycleRules rules, List<Problem> problems)
    {
        if (Category.Length > 0 && !Categories.All.Contains(Category))
        {
            throw new InvalidOperationException($"{Category} is no category.");
        }

        if (Cuts.FirstOrDefault(c => rules.Tier(c) is null) is { } unknown)
        {
            throw new InvalidOperationException($"{unknown} is no tier.");
        }

        return new(
            Category,
            Word(at, nameof(Description), Description, problems) ?? "",
            Word(at, nameof(Unit), Unit, problems) ?? "",
            Number(at, nameof(Quantity), Quantity, problems),
            Amount(at, problems),
            Whole(at, problems),
            Procurement,
            Basis,
            [.. CutSums.Named(rules).Select(t => t.Code).Where(Cuts.Contains)],
            Word(at, nameof(Activity), Activity ?? "", problems));
    }

    internal static string FieldOf(int at, string name) => string.Create(CultureInfo.InvariantCulture, $"lines[{at}].{name}");

    private static string? Word(int at, string name, string typed, List<Problem> problems)
    {
        var text = ThaiText.Normalise(typed).Trim();

        if (TextElements.Count(text) is var length && length > LongestWords)
        {
            problems.Add(new("fields.too-long", FieldOf(at, name), ("max", LongestWords), ("length", length)));
        }

        if (NationalId.AppearsIn(text))
        {
            problems.Add(new("fields.national-id", FieldOf(at, name)));
        }

        return text.Length > 0 ? text : null;
    }

    private static decimal? Number(int at, string name, string typed, List<Problem> problems)
    {
        var ascii = ThaiDigits.ToAscii(typed).Replace(",", "", StringComparison.Ordinal).Trim();

        if (ascii.Length == 0)
        {
            return null;
        }

        if (!decimal.TryParse(ascii, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || decimal.Round(number, 2) != number || Math.Abs(number) > LargestQuantity)
        {
            problems.Add(new("plans.not-a-quantity", FieldOf(at, name)));
            return null;
        }

        return number;
    }

    private Money? Amount(int at, List<Problem> problems)
    {
        if (UnitPrice.Trim().Length == 0)
        {
            return null;
        }

        if (!Money.TryParse(UnitPrice, out var price) || Math.Abs(price.Baht) > LargestPrice)
        {
            problems.Add(new("fields.not-money", FieldOf(at, nameof(UnitPrice))));
            return null;
        }

        return price;
    }

    private int? Whole(int at, List<Problem> problems)
    {
        if (Priority.Trim().Length == 0)
        {
            return null;
        }

        if (!int.TryParse(ThaiDigits.ToAscii(Priority).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            problems.Add(new("forms.whole-number-invalid", FieldOf(at, nameof(Priority))));
            return null;
        }

        return number;
    }
}
