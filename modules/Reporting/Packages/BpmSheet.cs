using System.Globalization;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Procurement.Budgets;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Reporting.Bpm;
using CommunityBusinessNetwork.Reporting.Results;

namespace CommunityBusinessNetwork.Reporting.Packages;

/// <summary>One line of the record: a key for machines, the label and the value for people, in Thai as BPM wants them.</summary>
internal sealed record SheetLine(string Key, string Label, string Value);

/// <summary>What is known of an entry besides what the province wrote.</summary>
/// <param name="PaidOn">The day of the last payment.</param>
internal sealed record BpmContext(Cycle Cycle, Entry Entry, GroupIndex Group, EntryMoney? Money, DateOnly? PaidOn, ActivityReport? Report);

/// <summary>The whole record as lines: the same for the table, the report and the person who types it into BPM.</summary>
internal static class BpmSheet
{
    private const decimal Whole = 100m;

    public static IReadOnlyList<SheetLine> Of(BpmRecord record, BpmContext context, MessageBook book)
    {
        var (cycle, entry, group, money) = (context.Cycle, context.Entry, context.Group, context.Money);
        var facts = record.Facts;
        List<SheetLine> lines =
        [
            Line("fiscal-year", Year(cycle.FiscalYearBe)),
            Line("project", cycle.NameTh),
            Line("activity-code", facts.ActivityCode),
            Line("activity-name", facts.ActivityName),
            Line("province", Provinces.Of(entry.ProvinceCode).NameTh),
            Line("district", group.DistrictTh),
            Line("group", entry.GroupNameTh),
            Line("group-code", entry.GroupCode),
            Line("place", facts.Place),
            Line("start", Day(facts.StartDate)),
            Line("end", Day(facts.EndDate)),
            Line("people-target", Number(facts.PeopleTarget)),
            Line("people", Number(facts.Men + facts.Women)),
            Line("men", Number(facts.Men)),
            Line("women", Number(facts.Women)),
            Line("allotted", Baht(money?.Award)),
            Line("spent", Baht(money?.Paid)),
            Line("balance", Baht(money?.Balance)),
            Line("percent", money is null ? null : Number(decimal.Round(money.Paid.Satang * Whole / money.Award.Satang, 2, MidpointRounding.AwayFromZero))),
            Line("paid-on", Day(context.PaidOn)),
            Line("results", facts.Results),
            Line("benefits", facts.Benefits),
            Line("obstacles", facts.Obstacles),
            Line("suggestions", facts.Suggestions),
            Line("good-practice", facts.GoodPractice),
            Line("reporter", facts.ReporterName),
            Line("reporter-position", facts.ReporterPosition),
            Line("reporter-phone", facts.ReporterPhone),
            Line("report-date", Day(facts.ReportDate)),
        ];
        lines.AddRange((context.Report?.Indicators ?? []).Select(i => new SheetLine(
            i.Code,
            i.GoalTh ?? book.Find("th", $"reporting.indicator-{i.Code}"),
            $"{Number(i.Baseline)} → {Number(i.Target)} → {Number(i.Actual)} {i.UnitTh ?? book.Find("th", $"reporting.unit-{i.Code}")}")));
        return lines;

        SheetLine Line(string key, string? value) => new(key, book.Find("th", $"reporting.sheet-{key}"), value ?? "");
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? date) => date is { } day ? ThaiFormat.LongDate(day) : null;

    private static string? Number(decimal? number) => number?.ToString("#,##0.##", CultureInfo.InvariantCulture);

    private static string? Baht(Money? amount) => amount?.ToString();
}
