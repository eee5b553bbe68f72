using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Web.Demo.Prose;

/// <summary>Everything that is written of one group in the demo.</summary>
internal sealed class GroupWords
{
    private readonly RosterRow _row;
    private readonly Phrases _phrases;
    private readonly EnglishPhrases _english;
    private readonly BusinessPhrases _business;
    private readonly Choice _choice;
    private readonly Figures _figures;

    public GroupWords(RosterRow row, Phrases phrases, EnglishPhrases english)
    {
        _row = row;
        _phrases = phrases;
        _english = english;
        _business = phrases.Businesses[row.Business];
        _choice = new(row.Code);
        _figures = new(row, phrases, _choice);
        _figures.Say("line1Why", Choose(phrases.Lines[_figures.Main.Description], "line1"));
        _figures.Say("line2Why", Choose(phrases.Lines[_figures.Second.Description], "line2"));
        _figures.Say("needText", Choose(_business.Need, "need"));
        _figures.Say("resultText", ResultTh);
        var sums = row.Sheets.SelectMany(s => s.Levels).GroupBy(l => l.Key).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(l => l.Value));
        _figures.Say("best", phrases.ReasonsFor.Criteria[sums.MaxBy(s => s.Value).Key]);
        _figures.Say("worst", phrases.ReasonsFor.Criteria[sums.MinBy(s => s.Value).Key]);
    }

    public Figures Figures => _figures;

    public string BusinessCode => _business.Code;
    public string BusinessEn => _english.Businesses[_row.Business].Name;
    public string VillageEn => _english.Villages[_row.Code];
    public string NameEn => _english.Group.Replace("{village}", VillageEn, StringComparison.Ordinal);

    public string DistrictEn
        => _english.Districts.TryGetValue(_row.Province.Code, out var other)
            ? other
            : _english.District.Replace("{province}", _row.Province.NameEn, StringComparison.Ordinal);

    public string SubdistrictEn => _english.Subdistrict;

    /// <summary>One sentence for the public, before the money came.</summary>
    public string BeforeTh => Choose(_business.Before, "before");
    public string BeforeEn => Choose(_english.Businesses[_row.Business].Before, "before");

    /// <summary>One sentence for the public: what the money did.</summary>
    public string ResultTh => Choose(_business.Result, "result");
    public string ResultEn => Choose(_english.Businesses[_row.Business].Result, "result");

    /// <summary>The group's story in four paragraphs.</summary>
    public IReadOnlyList<string> Story =>
    [
        Fitting(_phrases.Origin, "origin"),
        Choose(_business.Was, "was"),
        $"{Choose(_business.Need, "need")} {Choose(_phrases.Plan, "plan")}",
        $"{Fitting(_phrases.Welfare, "welfare")} {Fitting(_phrases.Closing, "closing")}",
    ];

    public string Summary => Choose(_phrases.Summary, "summary");
    public string History => Choose(_phrases.History, "history");
    public string PriorBudget => _figures.Fill(_phrases.PriorBudget);

    public IReadOnlyList<GoalWords> Goals =>
    [
        GoalOf("income", _phrases.Goals.Income, _figures.RevenueMonth.Baht, _figures.RevenueMonthAfter.Baht),
        GoalOf("jobs", _phrases.Goals.Jobs, _row.Jobs, _figures.JobsTarget),
        GoalOf("welfare", _phrases.Goals.Welfare, _row.WelfareFund.Baht, _figures.WelfareTarget.Baht),
    ];

    /// <summary>The action plan inside the cycle's window, each budget line with the action that needs it.</summary>
    public IReadOnlyList<ActionWords> Actions
        => [.. _business.Actions.Select((activity, at) => new ActionWords(
            activity,
            new DateOnly(2020, 7, 1).AddDays((at * 18) + _choice.Number($"from{at}", 6)),
            new DateOnly(2020, 7, 20).AddDays((at * 18) + _choice.Number($"to{at}", 9)),
            _phrases.Owners[(at + _choice.Number("owner", _phrases.Owners.Count)) % _phrases.Owners.Count],
            [.. _row.Lines.Where(l => (l.Seq - 1) % _business.Actions.Count == at).Select(l => l.Seq)]))];

    public IReadOnlyList<WelfareWords> Welfare
        => [.. _phrases.WelfareKinds
            .Skip(_choice.Number("kinds", 2))
            .Take(Traits.Of(_row).Contains("richWelfare") ? 4 : Traits.Of(_row).Contains("poorWelfare") ? 2 : 3)
            .Select((kind, at) => new WelfareWords(kind, 2 + (_row.Members * (3 + at) / 100), Tens(_figures.WelfareTarget.Baht * (at + 2) / 20)))];

    public IReadOnlyList<PartnerWords> Partners
        => [.. _business.Partners
            .Skip(_choice.Number("partners", 2))
            .Append(_phrases.LocalPartner)
            .Append(_phrases.FarPartner)
            .Select(p => new PartnerWords(_figures.Fill(p[0]), p[1], p[2], _figures.Fill(_phrases.Evidence)))];

    /// <summary>The roster's word for what is hired, not bought.</summary>
    public bool IsHired(RosterLine line) => line.Kind == _phrases.Hired;

    /// <summary>The code of a business that the group runs.</summary>
    public string CodeOf(string business) => _phrases.Businesses[business].Code;

    /// <summary>Why a judge changed a level after the discussion.</summary>
    public string Discussion => _phrases.Discussion;

    /// <summary>Why a judge gave that level; nothing where none is asked for.</summary>
    public string? Reason(string criterion, int level, int judge)
        => _phrases.Reasons[criterion].TryGetValue(level.ToString(CultureInfo.InvariantCulture), out var reasons)
            ? _figures.Fill(reasons[(judge + _choice.Number(criterion, reasons.Count)) % reasons.Count])
            : null;

    public string ClipTitle => Choose(_phrases.Clip.Title, "title");
    public string ActivityClipTitle => Choose(_phrases.Clip.ActivityTitle, "activity-title");

    public IReadOnlyList<string> Captions => [.. _phrases.Clip.Captions.Select(_figures.Fill)];
    public IReadOnlyList<string> ActivityCaptions => [.. _phrases.Clip.ActivityCaptions.Select(_figures.Fill)];

    public string Vendor(RosterLine line)
        => Choose(
            line.Category switch
            {
                "HIRE" => _phrases.Purchase.Contractors,
                "PR" => _phrases.Purchase.Printers,
                "TRAIN" => _phrases.Purchase.Trainers,
                _ => _phrases.Purchase.Vendors,
            },
            $"vendor{line.Description}");

    public string Receiver => Choose(_phrases.Purchase.Receivers, "receiver");
    public string Condition(RosterLine line) => Choose(_phrases.Purchase.Conditions, $"condition{line.Seq}");
    public string Accepted(RosterLine line) => Choose(_phrases.Purchase.Accepted, $"accepted{line.Seq}");
    public string LatePurchase => Choose(_phrases.Purchase.Late, "late");

    /// <summary>A caption for a picture: before, delivery, activity or result.</summary>
    public string PhotoCaption(string moment) => Choose(_phrases.Photos[moment], moment);

    public BpmWords Bpm => new(
        _figures.Fill(_phrases.Bpm.Activity),
        _figures.Fill(_phrases.Bpm.Place),
        Choose(_phrases.Bpm.Results, "results"),
        Choose(_phrases.Bpm.Benefits, "benefits"),
        Choose(_phrases.Bpm.Problems, "problems"),
        Choose(_phrases.Bpm.Suggestions, "suggestions"),
        Choose(_phrases.Bpm.Practice, "practice"));

    public string Report => Choose(_phrases.Report, "report");
    public string ExtensionReason(int at) => _phrases.ReasonsFor.Extension[at % _phrases.ReasonsFor.Extension.Count];
    public string WithdrawalReason => _phrases.ReasonsFor.Withdrawal;
    public string ReturnReason => _phrases.ReasonsFor.Return;

    /// <summary>What the committee says to the group: its best criterion and its worst.</summary>
    public string Feedback => Choose(_phrases.ReasonsFor.Feedback, "feedback");

    private string Choose(IReadOnlyList<string> templates, string slot) => _figures.Fill(_choice.Of(templates, slot));

    private string Fitting(IReadOnlyList<Phrase> phrases, string slot)
    {
        var traits = Traits.Of(_row);
        return _figures.Fill(_choice.Of([.. phrases.Where(p => traits.Contains(p.When))], slot).Text);
    }

    private GoalWords GoalOf(string kind, IReadOnlyList<string> templates, decimal baseline, decimal target)
        => new(kind, Choose(templates, kind), _phrases.Goals.Indicators[kind], baseline, target, _phrases.Goals.Units[kind]);

    private static Money Tens(decimal baht) => Money.FromBaht(decimal.Round(baht / 10) * 10);
}

internal sealed record GoalWords(string Kind, string Text, string Indicator, decimal Baseline, decimal Target, string Unit);

internal sealed record ActionWords(string Activity, DateOnly From, DateOnly To, string Owner, IReadOnlyList<int> LineSeqs);

internal sealed record WelfareWords(string Kind, int People, Money BahtPerYear);

internal sealed record PartnerWords(string Name, string Kind, string Role, string Evidence);

internal sealed record BpmWords(string Activity, string Place, string Results, string Benefits, string Problems, string Suggestions, string Practice);
