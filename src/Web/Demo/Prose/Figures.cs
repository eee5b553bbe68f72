using System.Globalization;
using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Web.Demo.Prose;

/// <summary>The numbers that a group's sentences tell: those of its row, and what follows from them.</summary>
internal sealed partial class Figures
{
    private readonly Dictionary<string, string> _words = [];

    public Figures(RosterRow row, Phrases phrases, Choice choice)
    {
        var businesses = phrases.Businesses;
        var business = businesses[row.Business];
        Growth = 6 + choice.Number("growth", 14);
        Before = Math.Max(1, decimal.Floor(row.Revenue.Baht / business.Periods / business.Price));
        After = Math.Max(Before + 1, decimal.Round(Before * (100 + Growth) / 100));
        RevenueMonth = TenBaht(row.Revenue.Baht / 12);
        RevenueMonthAfter = TenBaht(row.Revenue.Baht / 12 * (100 + Growth) / 100);
        ProfitMonth = TenBaht(row.Profit.Baht / 12);
        JobsTarget = row.Jobs + Math.Max(1, row.Jobs * 15 / 100);
        JobsAfter = Math.Max(row.Jobs, JobsTarget - choice.Number("jobs", 2));
        Gainers = Math.Max(3, row.Members * (20 + choice.Number("gainers", 36)) / 100);
        Participants = Math.Max(10, row.Members * (45 + choice.Number("participants", 30)) / 100);
        ParticipantsWomen = Participants * row.Women / row.Members;
        WelfareShare = 10 + choice.Number("share", 6);
        WelfareTarget = row.WelfareFund + TenBaht(1000 + (row.Profit.Baht * WelfareShare / 100));
        WelfareAfter = row.WelfareFund + TenBaht(300 + (row.Profit.Baht * WelfareShare / 400));
        (Main, Second) = MainLines(row);

        Say("village", row.Village);
        Say("district", row.District);
        Say("province", row.Province.NameTh);
        Say("abbr", row.Province.Abbreviation);
        Say("moo", row.Moo);
        Say("founded", row.FoundedBe.ToString(CultureInfo.InvariantCulture));
        Say("age", 2563 - row.FoundedBe);
        Say("members", row.Members);
        Say("women", row.Women);
        Say("womenPercent", row.Women * 100 / row.Members);
        Say("committee", row.Committee);
        Say("savings", row.Savings);
        Say("savingsEach", TenBaht(row.Savings.Baht / row.Members));
        Say("loans", row.Loans);
        Say("welfare", row.WelfareFund);
        Say("welfareTarget", WelfareTarget);
        Say("welfareAfter", WelfareAfter);
        Say("welfareShare", WelfareShare);
        Say("revenue", row.Revenue);
        Say("revenueMonth", RevenueMonth);
        Say("revenueMonthAfter", RevenueMonthAfter);
        Say("profit", row.Profit);
        Say("profitMonth", ProfitMonth);
        Say("margin", decimal.Round(row.Profit.Baht * 100 / row.Revenue.Baht, 1).ToString("0.#", CultureInfo.InvariantCulture));
        Say("jobs", row.Jobs);
        Say("jobsTarget", JobsTarget);
        Say("jobsAfter", JobsAfter);
        Say("gainers", Gainers);
        Say("participants", Participants);
        Say("participantsWomen", ParticipantsWomen);
        Say("business", business.Noun);
        Say("others", string.Join(phrases.And, row.Businesses.Skip(1).Select(b => businesses[b].Noun)));
        Say("measure", business.Measure);
        Say("unit", business.Unit);
        Say("before", Before);
        Say("after", After);
        Say("growth", Growth);
        Say("saving", 18 + choice.Number("saving", 31));
        Say("loss", 5 + choice.Number("loss", 7));
        Say("sellers", 5 + (row.Members / 15));
        Say("shops", 3 + choice.Number("shops", 7));
        Say("customers", business.Customers);
        Say("channels", string.Join(" ", business.Channels));
        Say("clip", $"{row.ClipSeconds / 60}:{row.ClipSeconds % 60:00}");
        Say("line1", Main.Description);
        Say("line1Baht", Main.Amount);
        Say("line2", Second.Description);
        Say("line2Baht", Second.Amount);
        Say("lineCount", row.Lines.Count);
        Say("n", 100 + choice.Number("reference", 800));
    }

    public int Growth { get; }
    public decimal Before { get; }
    public decimal After { get; }
    public Money RevenueMonth { get; }
    public Money RevenueMonthAfter { get; }
    public Money ProfitMonth { get; }
    public int JobsTarget { get; }
    public int JobsAfter { get; }
    public int Gainers { get; }
    public int Participants { get; }
    public int ParticipantsWomen { get; }
    public int WelfareShare { get; }
    public Money WelfareTarget { get; }
    public Money WelfareAfter { get; }

    /// <summary>The largest line that is bought in either case, and the largest of another kind.</summary>
    public RosterLine Main { get; }
    public RosterLine Second { get; }

    /// <summary>Adds a sentence that others quote.</summary>
    public void Say(string hole, string words) => _words[hole] = words;

    /// <summary>The sentence with its holes filled.</summary>
    /// <exception cref="KeyNotFoundException">Nothing fills a hole.</exception>
    public string Fill(string template) => Hole().Replace(template, hole => _words[hole.Groups[1].Value]);

    private void Say(string hole, decimal number) => Say(hole, number.ToString("#,0", CultureInfo.InvariantCulture));

    private void Say(string hole, Money amount) => Say(hole, amount.Baht);

    private static Money TenBaht(decimal baht) => Money.FromBaht(decimal.Round(baht / 10) * 10);

    private static (RosterLine Main, RosterLine Second) MainLines(RosterRow row)
    {
        var main = row.Lines.Where(l => l.InSmallCut).MaxBy(l => l.Amount)!;
        return (main, row.Lines.Where(l => l.Description != main.Description).MaxBy(l => l.Amount)!);
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();
}
