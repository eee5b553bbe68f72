using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Letters.Writing;
using CommunityBusinessNetwork.Programmes.Cycles;

namespace CommunityBusinessNetwork.Letters.OfficialLetters;

/// <summary>What the letters of one fiscal year say about the project besides its numbers and dates. A setting of the site, one per year.</summary>
/// <param name="Department">กรมการพัฒนาชุมชน</param>
/// <param name="Objective">What follows โดยมีวัตถุประสงค์.</param>
/// <param name="GroupKind">กลุ่มออมทรัพย์เพื่อการผลิต</param>
/// <param name="PriorProject">The project whose groups are meant.</param>
internal sealed record LetterProject(string Department, string Objective, string GroupKind, string PriorProject, int PriorYearBe)
{
    public static LetterProject? Of(SiteSettings settings, int fiscalYearBe) => settings.Get<LetterProject?>($"LetterProject{fiscalYearBe}", null);

    /// <summary>The guideline of a cycle.</summary>
    public GuidelineFields Guideline(CycleRules rules) => new()
    {
        PriorProject = PriorProject,
        PriorYearBe = PriorYearBe,
        ClipMaxMinutes = rules.ClipLimitMs / 60_000m,
        SubmitBy = Due(rules, DueDates.Submit),
        TargetCount = rules.TargetCount,
        ShortlistCount = rules.ShortlistCount,
        Round1By = Due(rules, DueDates.Round1),
        Round2By = Due(rules, DueDates.Round2),
        Tiers = [.. rules.Tiers.Select(t => new TierField(Wording.Corrected["level", ("name", t.NameTh)], t.Places, t.Award))],
        AwardMonth = Due(rules, DueDates.Allot),
        ProcureBy = Due(rules, DueDates.Procure),
        BpmBy = Due(rules, DueDates.Bpm),
        EvaluateBy = Due(rules, DueDates.Report),
    };

    private static DueBy Due(CycleRules rules, string key) => new(rules.Due(key).Date, rules.Due(key).Precision == Precision.Month);
}
