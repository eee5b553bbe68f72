using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Plans.Writing;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Slots;
using CommunityBusinessNetwork.Web.Demo.Media;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Plans;

/// <summary>A cycle on the form of the recipe with two groups: that of Nong Khai, which writes, and that of Udon Thani, which must not be reached.</summary>
internal sealed class GivenPlans : IDisposable
{
    public Given Site { get; } = new();

    /// <summary>Secretary of the group of Nong Khai.</summary>
    public CurrentUser Pikul { get; private set; } = null!;

    /// <summary>Works in the district of that group.</summary>
    public CurrentUser Duang { get; private set; } = null!;

    /// <summary>Secretary of the group of Udon Thani.</summary>
    public CurrentUser Somchai { get; private set; } = null!;

    /// <summary>Of the province of Nong Khai.</summary>
    public CurrentUser Wipa { get; private set; } = null!;

    /// <summary>Of the Department.</summary>
    public CurrentUser Preeda { get; private set; } = null!;

    public Guid CycleId { get; private set; }
    public Guid Entry { get; private set; }
    public Guid OtherEntry { get; private set; }

    public static async Task<GivenPlans> MakeAsync()
    {
        GivenPlans given = new();
        await given.PrepareAsync();
        return given;
    }

    /// <summary>With both plans begun.</summary>
    public static async Task<GivenPlans> BegunAsync()
    {
        var given = await MakeAsync();
        await given.StartAsync(given.Pikul, given.Entry);
        await given.StartAsync(given.Somchai, given.OtherEntry);
        return given;
    }

    public void Dispose() => Site.Dispose();

    public Task<Outcome<Guid>> StartAsync(CurrentUser user, Guid entry) => Site.AsAsync<StartPlan, Outcome<Guid>>(user, o => o.RunAsync(entry, CancellationToken.None));

    public Task<Outcome> SaveAsync(CurrentUser user, SavePlan.Input input) => Site.AsAsync<SavePlan, Outcome>(user, o => o.RunAsync(input, CancellationToken.None));

    public async Task<Outcome> SaveCompleteAsync() => await SaveAsync(Pikul, CompletePlan.Of(Entry, (await PlanAsync(Entry)).Version));

    public async Task<Outcome<DateTimeOffset>> SubmitAsync(CurrentUser user)
    {
        var version = (await EntryAsync(Entry)).Version;
        return await Site.AsAsync<SubmitEntry, Outcome<DateTimeOffset>>(user, o => o.RunAsync(Entry, version, CancellationToken.None));
    }

    public Task<Outcome<Guid>> UploadAsync(CurrentUser user, byte[] film, string name = "clip.mp4", long version = 0, ClipKind kind = ClipKind.Application, Guid? entry = null, bool consent = true)
        => Site.AsAsync<UploadClip, Outcome<Guid>>(user, async o =>
        {
            using MemoryStream content = new(film);
            return await o.RunAsync(new(entry ?? Entry, kind, new(content, name), new("ผ้าทอบ้านสมมุติ", consent, CoversPast: true, CoversFuture: true), version), CancellationToken.None);
        });

    public static byte[] Film(TimeSpan duration) => new MediaKit(Path.Combine(SiteFolders.Recipes, "demo-76")).Clip("FOOD", duration, "test");

    public Task<Plan> PlanAsync(Guid entry) => Site.InDbAsync(db => db.Set<Plan>().AsNoTracking().Include(p => p.Lines).SingleAsync(p => p.EntryId == entry));

    public Task<Entry> EntryAsync(Guid entry) => Site.InDbAsync(db => db.Set<Entry>().AsNoTracking().SingleAsync(e => e.Id == entry));

    /// <summary>As the consumer of the rounds would: places and gives a tier.</summary>
    public Task TierAsync(Guid entryId, string tier) => Site.InDbAsync(async db =>
    {
        var entry = await db.Set<Entry>().SingleAsync(e => e.Id == entryId);
        ((IWorkflowSubject)entry).Enter(EntryStates.Tiered, Transitions.Tier, null, Site.Time.GetUtcNow());
        entry.Place(1, "480/5", tier);
        await db.SaveAsync(CurrentUser.System, CancellationToken.None);
        return true;
    });

    public Task AnnounceAsync() => Site.InDbAsync(async db =>
    {
        (await db.Set<Cycle>().SingleAsync()).Announce(Site.Time.GetUtcNow());
        await db.SaveAsync(CurrentUser.System, CancellationToken.None);
        return true;
    });

    public static CycleRules Rules(params IReadOnlyList<Tier> tiers) => new()
    {
        TargetCount = 76,
        ShortlistCount = 36,
        Tiers = tiers.Count > 0 ? tiers : [new("outstanding", "ดีเด่น", "Outstanding", 18, Money.FromBaht(90_000)), new("good", "ดี", "Good", 18, Money.FromBaht(50_000))],
        DueDates = [new(DueDates.Submit, new(2020, 5, 29), Precision.Day, ""), new(DueDates.Allot, new(2020, 7, 31), Precision.Month, "")],
        Rubric = [],
        TieLadder = [],
        ClipLimitMs = 300_000,
        ClipToleranceMs = 500,
        GraceMinutes = 15,
    };

    private async Task PrepareAsync()
    {
        await Site.StoredAsync(new ContentType(GroupItems.Type, 1, new("กลุ่ม", "Group", ["TitlePart", "AutoroutePart", "GroupPart", "GroupContactPart"], [])));
        await Site.StoredAsync(new WorkflowDefinition(Workflows.Screening, 1, Screening()));
        await Site.AsAsync<RecipeRunner, bool>(CurrentUser.System, async runner =>
        {
            await runner.RunAsync(Recipe.Read(Path.Combine(SiteFolders.Recipes, "plan-form.recipe.json")), CancellationToken.None);
            return true;
        });
        var cycle = await Site.StoredAsync(new Cycle(2563, "โครงการ", "Project", Rules()));
        CycleId = cycle.Id;
        Entry = await NominateAsync(cycle, "43", "4301");
        OtherEntry = await NominateAsync(cycle, "41", "4101");
        Pikul = Site.Person("pikul", Roles.GroupSecretary, (await EntryAsync(Entry)).Area);
        Somchai = Site.Person("somchai", Roles.GroupSecretary, (await EntryAsync(OtherEntry)).Area);
        Duang = Site.Person("duang", Roles.DistrictOfficer, Area.District("43", "4301"));
        Wipa = Site.Person("wipa", Roles.ProvinceOfficer, Area.Province("43"));
        Preeda = Site.Person("preeda", Roles.DepartmentOfficer, Area.Nation);
    }

    private async Task<Guid> NominateAsync(Cycle cycle, string province, string district)
    {
        var officer = Site.Person($"officer-{province}", Roles.ProvinceOfficer, Area.Province(province));
        GroupPart part = new(
            $"SG-{province}-01", province, "เมือง", "ตัวอย่าง", "บ้านสมมุติประดู่", 6, "43000", ["ร้านค้า"], 2540, 100, 60, 9, Money.FromBaht(2_000_000), Money.FromBaht(1_000_000), Money.FromBaht(5_000), default, default, 3);
        var group = (await Site.AsAsync<RegisterGroup, Outcome<string>>(
            officer, o => o.RunAsync(new($"กลุ่มออมทรัพย์{province}", null, district, part, new("นางสมมุติ ทดสอบ", null, "042411182", null)), CancellationToken.None))).Value;
        var slot = await Site.StoredAsync(new Slot(cycle.Id, province));
        return (await Site.AsAsync<NominateGroup, Outcome<Guid>>(officer, o => o.RunAsync(slot.Id, group, CancellationToken.None))).Value;
    }

    private static WorkflowRules Screening() => new(
        EntryStates.Targeted,
        [new(EntryStates.Targeted, "เป้าหมาย", "Targeted"), new(EntryStates.Submitted, "ส่งแล้ว", "Submitted"), new(EntryStates.Returned, "ส่งกลับ", "Returned")],
        [
            new(Transitions.Submit, [EntryStates.Targeted, EntryStates.Returned], EntryStates.Submitted, [Roles.GroupSecretary, Roles.DistrictOfficer])
            {
                LabelTh = "ส่ง", LabelEn = "Submit", Guards = ["plan-complete", "clip-accepted", "before-deadline"], Effects = ["snapshot"],
            },
            new(Transitions.Return, [EntryStates.Submitted], EntryStates.Returned, [Roles.DepartmentOfficer]) { LabelTh = "ส่งกลับ", LabelEn = "Return", NeedsReason = true },
        ]);
}

/// <summary>A plan with nothing missing.</summary>
internal static class CompletePlan
{
    public static SavePlan.Input Of(Guid entry, long version) => new(entry, version)
    {
        Fields = new Dictionary<string, string>
        {
            ["balanceDate"] = "๓๐ เม.ย. ๒๕๖๓",
            ["priorBudgetEvidence"] = "นค 0019.3/1234",
            ["summary"] = string.Concat(Enumerable.Repeat("กลุ่มทอผ้าและขายในตลาดชุมชน ", 10)),
            ["history"] = "ปี 2562 ขายได้ 320 ผืน",
        },
        Tables = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
        {
            ["businesses"] = [Row(("type", "CRAFT"), ("since", "2550"), ("members", "40"), ("revenue", "๑,๒๐๐,๐๐๐.๕๐"), ("profit", "-2,000"), ("focus", "true"))],
            ["goals"] =
            [
                Row(("text", "เพิ่มรายได้"), ("objective", "income"), ("indicator", "บาทต่อเดือน"), ("baseline", "1000"), ("target", "1500"), ("unit", "บาท")),
                Row(("text", "สวัสดิการผู้สูงอายุ"), ("objective", "welfare"), ("indicator", "คน"), ("baseline", "10"), ("target", "25"), ("unit", "คน")),
            ],
            ["actions"] = [Row(("activity", "ซื้อเส้นใย"), ("from", "1 ก.ค. 2563"), ("to", "31/7/2563"), ("owner", "นางสมมุติ"))],
            ["welfare"] = [Row(("kind", "ทุนการศึกษา"), ("people", "12"), ("bahtPerYear", "6000"))],
        },
        Lines = Lines(),
    };

    /// <summary>90,000.00 in all, 50,000.00 in the smaller cut.</summary>
    public static IReadOnlyList<TypedLine> Lines() =>
    [
        new(null, Categories.Material, "เส้นใยฝ้าย", "กิโลกรัม", "100", "300.00") { Cuts = ["good"] },
        new(null, Categories.Publicity, "ป้ายประชาสัมพันธ์", "ผืน", "10", "2,000") { Cuts = ["good"] },
        new(null, Categories.Hire, "จ้างปรับปรุงสถานที่", "งาน", "1", "40000") { Procurement = ProcurementKind.Hire },
    ];

    public static IReadOnlyDictionary<string, string> Row(params (string Column, string Text)[] cells) => cells.ToDictionary(c => c.Column, c => c.Text);
}
