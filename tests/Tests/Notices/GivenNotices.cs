using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Jobs;
using CommunityBusinessNetwork.Kernel.Mail;
using CommunityBusinessNetwork.Kernel.Settings;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Notices.Happenings;
using CommunityBusinessNetwork.Notices.Outbox;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Slots;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Notices;

/// <summary>A cycle with a group in Nong Khai and one in Udon Thani, and the people of both, whom mail reaches.</summary>
internal sealed class GivenNotices : IDisposable
{
    private long _number = 100_000;

    private GivenNotices() => Siriporn = Site.Person("siriporn", Roles.DepartmentOfficer, Area.Nation);

    public Given Site { get; } = new();

    /// <summary>Of the Department: looks after the notices.</summary>
    public CurrentUser Siriporn { get; }

    /// <summary>Secretary of the group of Nong Khai.</summary>
    public CurrentUser Pikul { get; private set; } = null!;

    /// <summary>Of the province of Nong Khai.</summary>
    public CurrentUser Wipa { get; private set; } = null!;

    /// <summary>Secretary of the group of Udon Thani, who must be told of it alone.</summary>
    public CurrentUser Somchai { get; private set; } = null!;

    public Guid Entry { get; private set; }
    public Guid OtherEntry { get; private set; }
    public Guid Cycle { get; private set; }

    public static async Task<GivenNotices> MakeAsync()
    {
        GivenNotices given = new();
        await given.PrepareAsync();
        return given;
    }

    public void Dispose() => Site.Dispose();

    /// <summary>The group of Nong Khai submits, and what that causes is delivered.</summary>
    public async Task SubmitAsync()
    {
        var version = (await EntryAsync()).Version;
        Assert.True((await Site.AsAsync<SubmitEntry, Outcome<DateTimeOffset>>(Pikul, o => o.RunAsync(Entry, version, CancellationToken.None))).Succeeded);
        await Site.DeliverAsync();
    }

    public async Task ReturnAsync(string reason)
    {
        var version = (await EntryAsync()).Version;
        Assert.True((await Site.AsAsync<MoveEntry, Outcome>(Siriporn, o => o.RunAsync(Entry, Transitions.Return, reason, version, CancellationToken.None))).Succeeded);
        await Site.DeliverAsync();
    }

    /// <summary>An event of a module above comes to the consumer of this one.</summary>
    public async Task HappensAsync(string name, object data)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(CurrentUser.System);
        await scope.ServiceProvider.GetServices<IEventConsumer>().OfType<TellPeople>().Single().HandleAsync(new(_number++, Cycle, name, AppJson.Write(data)), CancellationToken.None);
    }

    public Task PlaceAsync(Guid entryId, string state, string? tier) => Site.InDbAsync(async db =>
    {
        var entry = await db.Set<Entry>().SingleAsync(e => e.Id == entryId);
        ((IWorkflowSubject)entry).Enter(state, Transitions.Tier, null, Site.Time.GetUtcNow());
        entry.Place(1, "480/5", tier);
        await db.SaveAsync(CurrentUser.System, CancellationToken.None);
        return true;
    });

    public Task<Entry> EntryAsync() => Site.InDbAsync(db => db.Set<Entry>().AsNoTracking().SingleAsync(e => e.Id == Entry));

    /// <summary>In the order in which they were made.</summary>
    public Task<List<Notice>> NoticesAsync() => Site.InDbAsync(db => db.Set<Notice>().AsNoTracking().OrderBy(n => n.Id).ToListAsync());

    /// <summary>What a person was told, by kind.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(CurrentUser person) => [.. (await NoticesAsync()).Where(n => n.RecipientId == person.Id).Select(n => n.Kind)];

    /// <summary>The post of one minute, through the site's mail room or another.</summary>
    public async Task PostAsync(IMailer? mailer = null)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(CurrentUser.System);
        var job = mailer is null
            ? scope.ServiceProvider.GetServices<IRecurringJob>().Single(j => j.Name == "notices.post")
            : ActivatorUtilities.CreateInstance<PostNotices>(scope.ServiceProvider, mailer);
        await job.RunAsync(new JobProgress(), CancellationToken.None);
    }

    /// <summary>The letters in the mail folder: to whom, and in which words.</summary>
    public IReadOnlyList<(string To, string Subject, string Text)> Letters() =>
        [.. Site.Letters().Select(path => MimeKit.MimeMessage.Load(path)).Select(m => (m.To.Mailboxes.Single().Address, m.Subject!, m.TextBody!.ReplaceLineEndings("\n")))];

    public static SeenNotice Seen(Notice notice) => new(notice.Id, notice.Version);

    /// <summary>An account that has an address and has taken its invitation.</summary>
    public async Task<CurrentUser> OpenAsync(string userName, string role, Area area, bool invitationTaken = true)
    {
        var account = new Account(userName, userName, [new(role, area)]);
        account.Reach($"{userName}@example.go.th");

        if (invitationTaken)
        {
            account.SetPassword(new PasswordHasher<Account>().HashPassword(account, "ม้าลายสี่ตัวข้ามโขง"));
        }

        await Site.StoredAsync(account);
        return CurrentUser.With(account.Id.ToString(), userName, account.Roles, Site.Services.GetRequiredService<RoleBook>());
    }

    private async Task PrepareAsync()
    {
        await Site.StoredAsync(new ContentType(GroupItems.Type, 1, new("กลุ่ม", "Group", ["TitlePart", "AutoroutePart", "GroupPart", "GroupContactPart"], [])));
        await Site.StoredAsync(new WorkflowDefinition(Workflows.Screening, 1, Screening()));
        var cycle = await Site.StoredAsync(new Cycle(2563, "โครงการเครือข่าย", "Network project", Rules()));
        await Site.InDbAsync(async db =>
        {
            await Site.Services.GetRequiredService<SiteSettings>().SetAsync(db, CurrentUser.System, SettingNames.IsSetUp, true, CancellationToken.None);
            (await db.Set<Cycle>().SingleAsync()).Open(Site.Time.GetUtcNow());
            await db.SaveAsync(CurrentUser.System, CancellationToken.None);
            return true;
        });
        Cycle = cycle.Id;
        Entry = await NominateAsync(cycle, "43", "4301");
        OtherEntry = await NominateAsync(cycle, "41", "4101");
        Pikul = await OpenAsync("pikul", Roles.GroupSecretary, await AreaOfAsync(Entry));
        Wipa = await OpenAsync("wipa", Roles.ProvinceOfficer, Area.Province("43"));
        Somchai = await OpenAsync("somchai", Roles.GroupSecretary, await AreaOfAsync(OtherEntry));
        await Site.DeliverAsync();
    }

    private Task<Area> AreaOfAsync(Guid entry) => Site.InDbAsync(async db => (await db.Set<Entry>().AsNoTracking().SingleAsync(e => e.Id == entry)).Area);

    private async Task<Guid> NominateAsync(Cycle cycle, string province, string district)
    {
        var officer = Site.Person($"officer-{province}", Roles.ProvinceOfficer, Area.Province(province));
        GroupPart part = new($"SG-{province}-01", province, "เมือง", "ตัวอย่าง", "บ้านตัวอย่าง", 6, "43000", ["ร้านค้า"], 2540, 100, 60, 9, default, default, default, default, default, 3);
        var group = (await Site.AsAsync<RegisterGroup, Outcome<string>>(
            officer, o => o.RunAsync(new($"กลุ่มออมทรัพย์{province}", $"Savings group {province}", district, part, new("นางสมมุติ ทดสอบ", null, "", null)), CancellationToken.None))).Value;
        var slot = await Site.StoredAsync(new Slot(cycle.Id, province));
        return (await Site.AsAsync<NominateGroup, Outcome<Guid>>(officer, o => o.RunAsync(slot.Id, group, CancellationToken.None))).Value;
    }

    private static WorkflowRules Screening() => new(
        EntryStates.Targeted,
        [new(EntryStates.Targeted, "เป้าหมาย", "Targeted"), new(EntryStates.Submitted, "ส่งแล้ว", "Submitted"), new(EntryStates.Returned, "ส่งกลับ", "Returned")],
        [
            new(Transitions.Submit, [EntryStates.Targeted, EntryStates.Returned], EntryStates.Submitted, [Roles.GroupSecretary]) { LabelTh = "ส่ง", LabelEn = "Submit" },
            new(Transitions.Return, [EntryStates.Submitted], EntryStates.Returned, [Roles.DepartmentOfficer]) { LabelTh = "ส่งกลับ", LabelEn = "Return", NeedsReason = true },
        ]);

    private static CycleRules Rules() => new()
    {
        TargetCount = 76,
        ShortlistCount = 36,
        Tiers = [new("outstanding", "ดีเด่น", "Outstanding", 18, Money.FromBaht(90_000)), new("good", "ดี", "Good", 18, Money.FromBaht(50_000))],
        DueDates =
        [
            new(DueDates.Notify, new(2020, 5, 22), Precision.Day, ""),
            new(DueDates.Submit, new(2020, 5, 29), Precision.Day, ""),
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
