using System.Text;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Awards.Allotments;
using CommunityBusinessNetwork.Awards.Announcements;
using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Plans.Versions;
using CommunityBusinessNetwork.Plans.Writing;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Slots;
using CommunityBusinessNetwork.Screening.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Awards;

/// <summary>
/// The cycle 2563 with shortlisted entries that have plans. Nong Khai (43) is the first of the outstanding, Udon Thani (41) the first of the good.
/// </summary>
internal sealed class GivenMoney : IDisposable
{
    public static readonly DateTimeOffset Resolved = At(6, 26);
    public static readonly DateTimeOffset Announced = At(7, 2);
    public static readonly DateOnly AllottedOn = new(2020, 7, 6);

    private GivenMoney()
    {
        Malee = Site.Person("malee", Roles.DepartmentHead, Area.Nation);
        Preeda = Site.Person("preeda", Roles.DepartmentOfficer, Area.Nation);
        Kasem = Site.Person("kasem", Roles.ProcurementOfficer, Area.Province("43"));
        Nittaya = Site.Person("nittaya", Roles.Inspector, Area.Province("43"));
        Wipa = Site.Person("wipa", Roles.ProvinceOfficer, Area.Province("43"));
        var book = Site.Services.GetRequiredService<RoleBook>();
        KasemAlone = CurrentUser.With("kasem", "kasem", [new(Roles.ProcurementOfficer, Area.Province("43")), new(Roles.Inspector, Area.Province("43"))], book);
        Udom = CurrentUser.With(
            "udom", "udom", [.. new[] { Roles.ProcurementOfficer, Roles.Inspector, Roles.ProvinceOfficer, Roles.DistrictOfficer }.Select(r => new RoleHolding(r, Area.Province("41")))], book);
    }

    public Given Site { get; } = new();

    /// <summary>Announces and allots.</summary>
    public CurrentUser Malee { get; }

    /// <summary>Reads reports in the Department.</summary>
    public CurrentUser Preeda { get; }

    /// <summary>Orders and pays in Nong Khai.</summary>
    public CurrentUser Kasem { get; }

    /// <summary>The same man, who is an inspector as well.</summary>
    public CurrentUser KasemAlone { get; }

    /// <summary>Inspects in Nong Khai.</summary>
    public CurrentUser Nittaya { get; }

    /// <summary>Hands over and reports in Nong Khai.</summary>
    public CurrentUser Wipa { get; }

    /// <summary>Does everything in Udon Thani, and nothing in Nong Khai.</summary>
    public CurrentUser Udom { get; }

    public Cycle Cycle { get; private set; } = null!;

    /// <summary>In the order of their ranks.</summary>
    public IReadOnlyList<Guid> Entries { get; private set; } = [];

    /// <summary>Of Nong Khai, outstanding.</summary>
    public Guid Entry => Entries[0];

    /// <summary>Of Udon Thani, good.</summary>
    public Guid Other => Entries[^1];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static DateTimeOffset At(int month, int day, int hour = 10) => new(2020, month, day, hour, 0, 0, BangkokTime.Offset);

    public static Upload Pdf(string text = "order") => new(new MemoryStream(Encoding.ASCII.GetBytes($"%PDF-1.4 {text}")), "paper.pdf");

    public static Upload Jpeg(string text = "photo") => new(new MemoryStream([0xFF, 0xD8, 0xFF, 0xFE, 0x00, 0x08, .. Encoding.ASCII.GetBytes(text)]), "photo.jpg");

    public static Upload TextNamedPdf() => new(new MemoryStream("no paper"u8.ToArray()), "paper.pdf");

    /// <param name="each">Entries of each tier.</param>
    public static async Task<GivenMoney> ShortlistedAsync(int each = 1)
    {
        GivenMoney given = new();
        await given.PrepareAsync(each);
        return given;
    }

    public static async Task<GivenMoney> ResolvedAsync(int each = 1)
    {
        var given = await ShortlistedAsync(each);
        given.Site.Time.SetUtcNow(Resolved);
        await given.ResolveAsync(each);
        return given;
    }

    public static async Task<GivenMoney> AnnouncedAsync(int each = 1)
    {
        var given = await ResolvedAsync(each);
        given.Site.Time.SetUtcNow(Announced);
        Assert.True((await given.AnnounceAsync(given.Malee)).Succeeded);
        await given.Site.DeliverAsync();
        return given;
    }

    public static async Task<GivenMoney> AllottedAsync(int each = 1)
    {
        var given = await AnnouncedAsync(each);
        given.Site.Time.SetUtcNow(At(7, 6));
        Assert.True((await given.AllotAsync(given.Malee, [.. (await given.AwardsAsync()).Select(a => a.Id)])).Succeeded);
        await given.Site.DeliverAsync();
        return given;
    }

    public void Dispose() => Site.Dispose();

    public async Task<Outcome> AnnounceAsync(CurrentUser user)
    {
        var version = await Site.InDbAsync(db => db.Set<Announcement>().Select(a => a.Version).SingleOrDefaultAsync(Ct));
        return await Site.AsAsync<AnnounceResults, Outcome>(user, o => o.RunAsync(new(Cycle.Id, version), Ct));
    }

    public Task<Outcome<Guid>> AllotAsync(CurrentUser user, IReadOnlyList<Guid> awards, string number = "มท 0407.4/1", DateOnly? date = null, string? lateReason = null)
        => Site.AsAsync<Allot, Outcome<Guid>>(user, o => o.RunAsync(new(Cycle.Id, number, date ?? AllottedOn, awards, lateReason), Ct));

    public Task<List<Award>> AwardsAsync() => Site.InDbAsync(db => db.Set<Award>().AsNoTracking().Include(a => a.Ledger).OrderBy(a => a.Rank).ToListAsync(Ct));

    public Task<Entry> EntryAsync(Guid id) => Site.InDbAsync(db => db.Set<Entry>().AsNoTracking().SingleAsync(e => e.Id == id, Ct));

    public Task<int> FilesAsync() => Site.InDbAsync(db => db.Set<StoredFile>().CountAsync(Ct));

    /// <summary>Takes the entry out by the entry's own road, before or after the announcement.</summary>
    public async Task<Outcome> LeaveAsync(Guid entryId)
    {
        var version = (await EntryAsync(entryId)).Version;
        return await Site.AsAsync<MoveEntry, Outcome>(Preeda, o => o.RunAsync(entryId, Transitions.Withdraw, "ยุบกลุ่ม", version, Ct));
    }

    private async Task PrepareAsync(int each)
    {
        await Site.StoredAsync(new ContentType(GroupItems.Type, 1, new("กลุ่ม", "Group", ["TitlePart", "AutoroutePart", "GroupPart", "GroupContactPart"], [])));
        await Site.AsAsync<RecipeRunner, bool>(CurrentUser.System, async runner =>
        {
            await runner.RunAsync(Recipe.Read(Path.Combine(RecipeBook.Folder, "programme-2563.recipe.json")), Ct);
            return true;
        });
        Cycle = await Site.InDbAsync(async db =>
        {
            var cycle = await db.Set<Cycle>().SingleAsync(Ct);
            cycle.Open(Site.Time.GetUtcNow());
            await db.SaveAsync(CurrentUser.System, Ct);
            return cycle;
        });
        string[] others = [.. Provinces.All.Where(p => p.InProgramme && p.Code is not ("43" or "41")).Select(p => p.Code).Take((2 * each) - 2)];
        List<Guid> entries = [];

        foreach (var province in (string[])["43", .. others, "41"])
        {
            entries.Add(await ShortlistedEntryAsync(province));
        }

        Entries = entries;
    }

    private async Task<Guid> ShortlistedEntryAsync(string province)
    {
        GroupPart part = new($"SG-{province}-01", province, "เมือง", "ตัวอย่าง", "บ้านตัวอย่าง", 1, "10000", ["ร้านค้า"], 2540, 100, 60, 9, default, default, default, default, default, 3);
        var item = await Site.AsAsync<RegisterGroup, Outcome<string>>(
            CurrentUser.System, o => o.RunAsync(new($"กลุ่มตัวอย่าง {province}", null, "01", part, new("นางสมมุติ ทดสอบ", null, "", null)), Ct));
        return await Site.InDbAsync(async db =>
        {
            var group = await db.Set<GroupIndex>().AsNoTracking().SingleAsync(g => g.ItemId == item.Value, Ct);
            Slot slot = new(Cycle.Id, province);
            db.Add(slot);
            await db.SaveAsync(CurrentUser.System, Ct);
            Entry entry = new(Cycle.Id, slot.Id, group, 1, EntryStates.Shortlisted, Site.Time.GetUtcNow());
            Plan plan = new(entry, 1, Answers(), Site.Time.GetUtcNow());
            plan.Write(new Dictionary<string, JsonObject?>(), Lines(), Site.Time.GetUtcNow());
            db.Add(entry);
            await db.SaveAsync(CurrentUser.System, Ct);
            db.Add(plan);
            await db.SaveAsync(CurrentUser.System, Ct);
            db.Add(new PlanVersion(plan, 1, PlanContent.Of(plan), Site.Time.GetUtcNow()));
            await db.SaveAsync(CurrentUser.System, Ct);
            return entry.Id;
        });
    }

    private static JsonObject Answers() => JsonNode.Parse("""
        {
          "savings": { "Value": 250000.50 },
          "businesses": { "Rows": [ { "type": "MKT", "revenue": "120000", "profit": "12000", "focus": "true" }, { "type": "FUEL", "revenue": "99", "profit": "9" } ] },
          "goals": { "Rows": [ { "text": "เพิ่มยอดขาย", "baseline": "10", "target": "15", "unit": "ราย" } ] }
        }
        """)!.AsObject();

    /// <summary>90,000.00 in three lines; the first two are the cut of 50,000.00.</summary>
    private static IReadOnlyList<(Guid? Id, LineText Text)> Lines() =>
    [
        (null, Line("โต๊ะ", 3, 10_000, 1, ["good"])),
        (null, Line("ป้าย", 1, 20_000, 2, ["good"])),
        (null, Line("ตู้แช่", 2, 20_000, 3, [])),
    ];

    private static LineText Line(string words, decimal quantity, decimal price, int priority, IReadOnlyList<string> cuts)
        => new(Categories.Material, words, "ชิ้น", quantity, Money.FromBaht(price), priority, ProcurementKind.Buy, PriceBasis.Market, cuts);

    /// <summary>What the committee's signature makes: the event, handed to everybody who listens.</summary>
    private async Task ResolveAsync(int each)
    {
        RoundResolved resolved = new(
            Guid.CreateVersion7(), Cycle.Id, 2, Guid.CreateVersion7(), new('a', 64),
            [.. Entries.Select((e, at) => new RoundPlace(e, at + 1, $"{400 - at}/5", at < each ? "outstanding" : "good", "score"))]);
        OutboxRow row = new(0, resolved.RoundId, nameof(RoundResolved), AppJson.Write(resolved));
        await using var scope = Site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(CurrentUser.System);

        foreach (var consumer in scope.ServiceProvider.GetServices<IEventConsumer>().Where(c => c.Handles.Contains(row.Event)))
        {
            await consumer.HandleAsync(row, Ct);
        }
    }
}
