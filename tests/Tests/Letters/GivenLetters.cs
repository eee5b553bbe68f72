using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Letters.OfficialLetters;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Events;
using CommunityBusinessNetwork.Programmes.Slots;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Letters;

/// <summary>Two provinces with an office, a group and its event each: Nong Khai, of which the tests speak, and Udon Thani next to it.</summary>
internal sealed class GivenLetters : IDisposable
{
    public GivenLetters()
    {
        Wipa = Site.Person("wipa", Roles.ProvinceOfficer, Area.Province("43"));
        Phairot = Site.Person("phairot", Roles.ProvinceHead, Area.Province("43"));
        Udom = CurrentUser.With(
            "udom", "Udom", [new(Roles.ProvinceOfficer, Area.Province("41")), new(Roles.ProvinceHead, Area.Province("41"))], Site.Services.GetRequiredService<RoleBook>());
        Duang = Site.Person("duang", Roles.DistrictOfficer, Area.District("43", "4301"));
        Decha = Site.Person("decha", Roles.DistrictOfficer, Area.District("43", "4302"));
        Preeda = Site.Person("preeda", Roles.DepartmentOfficer, Area.Nation);
    }

    public Given Site { get; } = new();

    /// <summary>Writes letters of Nong Khai.</summary>
    public CurrentUser Wipa { get; }

    /// <summary>Signs them.</summary>
    public CurrentUser Phairot { get; }

    /// <summary>Writes and signs in Udon Thani.</summary>
    public CurrentUser Udom { get; }

    /// <summary>Reads them in the district of the group.</summary>
    public CurrentUser Duang { get; }

    /// <summary>Works in another district of Nong Khai.</summary>
    public CurrentUser Decha { get; }

    /// <summary>Works in the Department.</summary>
    public CurrentUser Preeda { get; }

    public Guid Event { get; private set; }
    public Guid OtherEvent { get; private set; }

    public static async Task<GivenLetters> MakeAsync()
    {
        GivenLetters given = new();
        await given.PrepareAsync();
        return given;
    }

    public void Dispose() => Site.Dispose();

    public async Task<Guid> DraftedAsync(bool isCircular = false, Guid? happening = null, CurrentUser? by = null)
        => (await Site.AsAsync<DraftLetterForEvent, Outcome<Guid>>(by ?? Wipa, o => o.RunAsync(new(happening ?? Event, isCircular), CancellationToken.None))).Value;

    public async Task<Guid> SignedAsync(bool isCircular = false)
    {
        var id = await DraftedAsync(isCircular);
        Assert.True((await SignAsync(Phairot, id)).Succeeded);
        return id;
    }

    public async Task<Guid> SentAsync(bool isCircular = false)
    {
        var id = await SignedAsync(isCircular);
        Assert.True((await SendAsync(Wipa, id)).Succeeded);
        return id;
    }

    public async Task<Outcome> SignAsync(CurrentUser user, Guid id)
    {
        var version = (await LetterAsync(id)).Version;
        return await Site.AsAsync<SignLetter, Outcome>(user, o => o.RunAsync(id, version, CancellationToken.None));
    }

    public async Task<Outcome> SendAsync(CurrentUser user, Guid id)
    {
        var version = (await LetterAsync(id)).Version;
        return await Site.AsAsync<SendLetter, Outcome>(user, o => o.RunAsync(id, version, CancellationToken.None));
    }

    public async Task<Outcome> CancelAsync(CurrentUser user, Guid id, string reason)
    {
        var version = (await LetterAsync(id)).Version;
        return await Site.AsAsync<CancelLetter, Outcome>(user, o => o.RunAsync(id, version, reason, CancellationToken.None));
    }

    public async Task<Outcome> RewordAsync(CurrentUser user, Guid id, params string[] paragraphs)
    {
        var version = (await LetterAsync(id)).Version;
        return await Site.AsAsync<RewordLetter, Outcome>(user, o => o.RunAsync(new(id, version, "เรื่องใหม่", "นายอำเภอเมืองหนองคาย", paragraphs), CancellationToken.None));
    }

    public Task<Outcome> AcknowledgeAsync(CurrentUser user, Guid id) => Site.AsAsync<AcknowledgeLetter, Outcome>(user, o => o.RunAsync(id, CancellationToken.None));

    public Task<OfficialLetter> LetterAsync(Guid id) => Site.InDbAsync(db => db.Set<OfficialLetter>().AsNoTracking().SingleAsync(l => l.Id == id));

    public async Task<Entry> EntryAsync(Guid letterId)
    {
        var entry = (await LetterAsync(letterId)).EntryId;
        return await Site.InDbAsync(db => db.Set<Entry>().AsNoTracking().SingleAsync(e => e.Id == entry));
    }

    /// <summary>The step of a recipe that lays the offices down, as in the demo.</summary>
    public static JsonObject OfficesStep() => JsonNode.Parse("""
        {
          "name": "Offices",
          "Each": {
            "UnitCode": "0019.3",
            "Issuer": "ศาลากลางจังหวัด{province}",
            "SignerName": "นายตัวอย่าง {province}",
            "SignerPosition": "พัฒนาการจังหวัด{province}",
            "Capacity": "ปฏิบัติราชการแทน",
            "OnBehalfOf": "ผู้ว่าราชการจังหวัด{province}",
            "OwnerUnit": "สำนักงานพัฒนาชุมชนจังหวัด{province}",
            "OwnerSubUnit": "กลุ่มงานส่งเสริมการพัฒนาชุมชน"
          },
          "Offices": [
            {
              "ProvinceCode": "43",
              "Street": "ถนนมิตรภาพ",
              "SignerName": "นายไพโรจน์ โสภาพร",
              "Phone": "042411182",
              "Motto": "เกษตรอุตสาหกรรมวัฒนธรรมรุ่งเรือง เมืองท่องเที่ยวลุ่มน้ำโขง",
              "Registers": [ { "YearBe": 2563, "LastNumber": 9534 } ]
            }
          ]
        }
        """)!.AsObject();

    public static JsonObject SettingsStep() => JsonNode.Parse("""
        {
          "name": "settings",
          "LetterProject2563": {
            "Department": "กรมการพัฒนาชุมชน",
            "Objective": "เพื่อให้กลุ่มออมทรัพย์เพื่อการผลิต มีกิจกรรมเครือข่ายในการสร้างงานสร้างรายได้ และมีสวัสดิการในชุมชน",
            "GroupKind": "กลุ่มออมทรัพย์เพื่อการผลิต",
            "PriorProject": "โครงการประชุมเชิงปฏิบัติการส่งเสริม{OPERATION}ธุรกิจชุมชน",
            "PriorYearBe": 2562
          }
        }
        """)!.AsObject();

    public Task<bool> RunRecipeAsync(params JsonObject[] steps) => RunRecipeAsync(Site, steps);

    public static Task<bool> RunRecipeAsync(Given site, params JsonObject[] steps) => site.AsAsync<RecipeRunner, bool>(CurrentUser.System, async runner =>
    {
        await runner.RunAsync(new("letters", "", "", false, steps, Path.GetTempPath()), CancellationToken.None);
        return true;
    });

    private async Task PrepareAsync()
    {
        await Site.StoredAsync(new ContentType(GroupItems.Type, 1, new("กลุ่ม", "Group", ["TitlePart", "AutoroutePart", "GroupPart", "GroupContactPart"], [])));
        await Site.StoredAsync(new WorkflowDefinition(Workflows.Screening, 1, Screening()));
        await RunRecipeAsync(OfficesStep(), SettingsStep());
        var cycle = await Site.StoredAsync(new Cycle(2563, "โครงการเสริมสร้างศักยภาพกิจกรรมเครือข่ายธุรกิจชุมชน", "Project", Rules()));
        Event = await PlannedAsync(cycle, "43", "4301", "เมืองหนองคาย", "โพนสว่าง", "บ้านดาวเรือง", 6, Wipa);
        OtherEvent = await PlannedAsync(cycle, "41", "4101", "เมืองอุดรธานี", "หมากแข้ง", "บ้านสมมุติ", 1, Udom);
    }

    private async Task<Guid> PlannedAsync(Cycle cycle, string province, string districtCode, string district, string subdistrict, string village, int moo, CurrentUser officer)
    {
        const string Kind = "กลุ่มออมทรัพย์เพื่อการผลิต";
        GroupPart part = new($"SG-{province}-01", province, district, subdistrict, village, moo, "43000", ["ร้านค้า"], 2540, 100, 60, 9, default, default, default, default, default, 3);
        var group = (await Site.AsAsync<RegisterGroup, Outcome<string>>(
            officer, o => o.RunAsync(new($"{Kind}{village}", null, districtCode, part, new("นางสมมุติ ทดสอบ", null, "", null)), CancellationToken.None))).Value;
        var slot = await Site.StoredAsync(new Slot(cycle.Id, province));
        var entry = (await Site.AsAsync<NominateGroup, Outcome<Guid>>(officer, o => o.RunAsync(slot.Id, group, CancellationToken.None))).Value;
        return (await Site.AsAsync<PlanEvent, Outcome<Guid>>(
            officer, o => o.RunAsync(new(entry, new(2020, 5, 22), new(8, 30), new(16, 30), $"ที่ทำการ{Kind}{village}"), CancellationToken.None))).Value;
    }

    private static WorkflowRules Screening() => new(
        EntryStates.Targeted,
        [new(EntryStates.Targeted, "เป้าหมาย", "Targeted"), new(EntryStates.Notified, "แจ้งแล้ว", "Notified") { Final = true }],
        [new(Transitions.Notify, [EntryStates.Targeted], EntryStates.Notified, [Roles.ProvinceOfficer, Roles.ProvinceHead]) { LabelTh = "แจ้ง", LabelEn = "Notify" }]);

    private static CycleRules Rules() => new()
    {
        TargetCount = 76,
        ShortlistCount = 36,
        Tiers = [new("outstanding", "ดีเด่น", "Outstanding", 18, Money.FromBaht(90_000)), new("good", "ดี", "Good", 18, Money.FromBaht(50_000))],
        DueDates =
        [
            new(DueDates.Submit, new(2020, 5, 29), Precision.Day, ""),
            new(DueDates.Round1, new(2020, 6, 30), Precision.Month, ""),
            new(DueDates.Round2, new(2020, 6, 30), Precision.Month, ""),
            new(DueDates.Allot, new(2020, 7, 31), Precision.Month, ""),
            new(DueDates.Procure, new(2020, 7, 31), Precision.Month, ""),
            new(DueDates.Bpm, new(2020, 8, 31), Precision.Month, ""),
            new(DueDates.Report, new(2020, 8, 20), Precision.Day, ""),
        ],
        Rubric = [],
        TieLadder = [],
        ClipLimitMs = 300_000,
        ClipToleranceMs = 500,
        GraceMinutes = 15,
    };
}
