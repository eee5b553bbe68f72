using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Awards.Ledger;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Programmes.Slots;
using CommunityBusinessNetwork.Showcase.OpenData;
using CommunityBusinessNetwork.Showcase.Publications;
using CommunityBusinessNetwork.Showcase.Stories;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Showcase;

/// <summary>One cycle with four entries: one in each tier, one turned down, one that lost its place.</summary>
public sealed class PublicCycleTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Announced = new(2020, 6, 26, 10, 0, 0, TimeSpan.FromHours(7));
    private readonly Given _given = new();
    private Cycle _cycle = null!;

    public async ValueTask InitializeAsync()
    {
        await _given.StoredAsync(new ContentType(GroupItems.Type, 1, new("กลุ่ม", "Group", ["TitlePart", "AutoroutePart", "GroupPart", "GroupContactPart"], [])));
        _cycle = await _given.StoredAsync(new Cycle(2563, "โครงการ", "Programme", Rules()));
        await EnterAsync("48", EntryStates.Allotted, "outstanding");
        await EnterAsync("50", EntryStates.Tiered, "good");
        await EnterAsync("40", EntryStates.NotShortlisted, null);
        await EnterAsync("43", EntryStates.Withdrawn, "good");
    }

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nothing_is_public_before_the_announcement()
    {
        Assert.Null(await ReadAsync<PublicCycles, PublicCycle?>(c => c.LatestAsync(default)));
        Assert.Empty(await ReadAsync<PublicCycles, IReadOnlyList<int>>(c => c.YearsAsync(default)));
        Assert.Null(await ReadAsync<GroupQuery, GroupView?>(g => g.RunAsync("sg-48-01", default)));
    }

    [Fact]
    public async Task After_it_the_public_sees_those_with_a_place_and_nobody_else()
    {
        await AnnounceAsync();

        var shown = await ReadAsync<PublicCycles, PublicCycle?>(c => c.LatestAsync(default));

        Assert.Equal(["SG-50-01", "SG-48-01"], shown!.Groups.Select(g => g.Code));
        Assert.Equal(Money.FromBaht(140_000), shown.Awarded);
        Assert.Equal(4, shown.Targeted);
        Assert.Null(await ReadAsync<GroupQuery, GroupView?>(g => g.RunAsync("sg-40-01", default)));
        Assert.Null(await ReadAsync<GroupQuery, GroupView?>(g => g.RunAsync("sg-43-01", default)));
        Assert.NotNull(await ReadAsync<GroupQuery, GroupView?>(g => g.RunAsync("sg-48-01", default)));
    }

    [Fact]
    public async Task No_person_is_in_what_the_public_reads()
    {
        await AnnounceAsync();

        var view = await ReadAsync<GroupQuery, GroupView?>(g => g.RunAsync("sg-48-01", default));
        var data = GroupRow.Csv([GroupRow.Of(view!.Card, 2563)]) + AppJson.Write(view with { Cycle = null! });

        Assert.DoesNotContain("นางสมมุติ", data, StringComparison.Ordinal);
        Assert.DoesNotContain("0812345678", data, StringComparison.Ordinal);
        Assert.DoesNotContain("@example", data, StringComparison.Ordinal);
    }

    private Task<T> ReadAsync<TQuery, T>(Func<TQuery, Task<T>> read)
        where TQuery : notnull
        => _given.AsAsync(CurrentUser.Nobody, read);

    private Task<int> AnnounceAsync() => _given.InDbAsync(async db =>
    {
        var row = await db.Set<Cycle>().SingleAsync(c => c.Id == _cycle.Id);
        row.Announce(Announced);
        await db.SaveAsync(CurrentUser.System, default);
        return 0;
    });

    private async Task EnterAsync(string province, string state, string? tier)
    {
        var item = await _given.AsAsync<RegisterGroup, Outcome<string>>(CurrentUser.System, o => o.RunAsync(Group(province), default));
        await _given.InDbAsync(async db =>
        {
            var group = await db.Set<GroupIndex>().SingleAsync(g => g.ItemId == item.Value);
            Slot slot = new(_cycle.Id, province);
            Entry entry = new(_cycle.Id, slot.Id, group, 1, EntryStates.Targeted, _given.Time.GetUtcNow());
            slot.Fill(entry.Id);
            ((IWorkflowSubject)entry).Enter(EntryStates.Submitted, Transitions.Submit, null, _given.Time.GetUtcNow());
            ((IWorkflowSubject)entry).Enter(state, "test", null, _given.Time.GetUtcNow());
            db.Add(slot);
            await db.SaveAsync(CurrentUser.System, default);
            db.Add(entry);

            if (tier is not null)
            {
                entry.Place(1, "90/1", tier);
                await db.SaveAsync(CurrentUser.System, default);
                db.Add(new Award(entry, _cycle.Rules.Tier(tier)!, 1, new Posting("", "system", _given.Time.GetUtcNow())));
            }

            await db.SaveAsync(CurrentUser.System, default);
            return 0;
        });
    }

    private static RegisterGroup.Input Group(string province) => new(
        "กลุ่มออมทรัพย์เพื่อการผลิตบ้านทดสอบ" + province,
        null,
        "01",
        new($"SG-{province}-01", province, "เมือง", "ตัวอย่าง", "บ้านทดสอบ" + province, 1, "10000", ["ธนาคารข้าว"], 2540, 50, 30, 9, Money.Zero, Money.Zero, Money.Zero, Money.Zero, Money.Zero, 3),
        new("นางสมมุติ ทดสอบ", null, "0812345678", "chair@example.invalid"));

    private static CycleRules Rules() => new()
    {
        TargetCount = 4,
        ShortlistCount = 3,
        Tiers = [new("outstanding", "ดีเด่น", "Outstanding", 1, Money.FromBaht(90_000)), new("good", "ดี", "Good", 2, Money.FromBaht(50_000))],
        DueDates = [.. new[] { DueDates.Submit, DueDates.Round1, DueDates.Round2, DueDates.Allot, DueDates.Procure, DueDates.Report, DueDates.Bpm }.Select(k => new DueDate(k, new(2020, 8, 31), Precision.Day, ""))],
        Rubric = [new("C1", "ข้อหนึ่ง", "One", 100, [])],
        TieLadder = ["C1"],
        ClipLimitMs = 300_000,
        ClipToleranceMs = 500,
        GraceMinutes = 15,
    };
}
