using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Procurement.Purchases;

/// <summary>Collects everything that a person can mend in one step.</summary>
internal sealed class StepCheck(StepDays days)
{
    private const int LongestWords = 200;

    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public void Add(bool wrong, string code, string? field = null, params (string Name, object Value)[] args)
    {
        if (wrong)
        {
            _problems.Add(new(code, field, args));
        }
    }

    public void Words(string? typed, string field)
    {
        var text = typed?.Trim() ?? "";
        Add(text.Length == 0, "fields.required", field);
        Add(TextElements.Count(text) > LongestWords, "fields.too-long", field, ("max", LongestWords), ("length", TextElements.Count(text)));
        Add(NationalId.AppearsIn(text), "fields.national-id", field);
    }

    /// <summary>A day that has been, and not before another.</summary>
    public void Day(DateOnly? date, string field, DateOnly earliest, string tooEarly)
    {
        Add(date is null, "fields.required", field);
        Add(date > days.Today, "procurement.date-to-come", field, ("today", days.Today));
        Add(date < earliest, tooEarly, field, ("date", earliest));
    }

    public void Amount(Money? amount, string field, Money most, string tooMuch)
    {
        Add(amount is null, "fields.required", field);
        Add(amount <= Money.Zero, "procurement.not-positive", field);
        Add(amount > most, tooMuch, field, ("most", most));
    }

    /// <summary>Late work is taken with a reason (design §5).</summary>
    public void Late(DateOnly? date, string? reason)
    {
        Add(date > days.Due && string.IsNullOrWhiteSpace(reason), "procurement.late-reason-missing", "LateReason", ("due", days.Due));
        Add(NationalId.AppearsIn(reason), "fields.national-id", "LateReason");
    }
}
