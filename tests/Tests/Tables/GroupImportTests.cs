using System.Text;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Groups.Tables;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Exports;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Tables;

public sealed class GroupImportTests : IAsyncLifetime
{
    private const string Head = "code,name_th,name_en,province_code,district_code,district_th,subdistrict_th,village_th,moo,postcode,business_types,founded_be,members,members_female,committee,savings,loans,welfare_fund,revenue_last_year,profit_last_year,jobs,chair_th,phone,email\n";
    private const string Row = "SG-43-01,กลุ่มบ้านน้ำคำ,Ban Nam Kham,หนองคาย,๔๓๐๑,เมืองหนองคาย,โพธิ์ชัย,บ้านน้ำคำ,๔,43000,ร้านค้าชุมชน; โรงสี,๒๕๔๐,212,130,15,\"1,250,000.50\",0,0,0,-500,12,นางสมศรี ใจดี,08-1234-5678,\n";
    private readonly Given _given = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private CurrentUser Officer => _given.Person("officer", Roles.DepartmentOfficer, Area.Nation);

    private CurrentUser OfNongKhai => _given.Person("wipa", Roles.ProvinceOfficer, Area.Province("43"));

    public async ValueTask InitializeAsync() => await _given.StoredAsync(new ContentType(GroupItems.Type, 1, new("กลุ่ม", "Group", ["TitlePart", "AutoroutePart", "GroupPart", "GroupContactPart"], [])));

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AFile_ReadThenRun_TakesTheGroupsInAndASecondTimeChangesNothing()
    {
        var draft = await ReadAsync(Officer, Head + Row);
        Assert.Equal((1, 0, 0, 0), Counts(draft.Report));
        Assert.Equal(0, await GroupsAsync());

        Assert.True((await RunAsync(Officer, draft)).Succeeded);
        var group = await _given.InDbAsync(db => db.Set<ContentItem>().AsNoTracking().SingleAsync(i => i.TypeName == GroupItems.Type, Ct));
        var part = group.As<GroupPart>()!;
        Assert.True(group.Published);
        Assert.Equal(("กลุ่มบ้านน้ำคำ", 4, 2540, Money.FromBaht(1_250_000.50m), Money.FromBaht(-500)), (group.DisplayText, part.Moo, part.FoundedBe, part.Savings, part.ProfitLastYear));
        Assert.Equal(["ร้านค้าชุมชน", "โรงสี"], part.BusinessTypes);
        Assert.Equal("0812345678", group.As<GroupContactPart>()!.Phone);
        Assert.StartsWith("th/northeast/43/4301/", group.AreaPath, StringComparison.Ordinal);
        Assert.Contains(await _given.AuditAsync(), r => r.Event == nameof(TableImported));

        var again = await ReadAsync(Officer, Head + Row);
        Assert.Equal((0, 0, 1, 0), Counts(again.Report));
        Assert.False(again.Report.CanRun);
        var rows = (await _given.AuditAsync()).Count;
        Assert.Equal("imports.has-refused", (await RunAsync(Officer, again)).Problems.Single().Code);
        Assert.Equal(rows, (await _given.AuditAsync()).Count);
    }

    [Fact]
    public async Task AChange_IsToldFieldByField_AndWhatHasNoColumnStays()
    {
        await TakeInAsync(Head + Row);
        var draft = await ReadAsync(Officer, "รหัส,สมาชิก (คน),welfare_fund\nsg-43-01,๒๒๐,100.5\n");
        Assert.Equal([new("members", "212", "220"), new CellChange("welfare_fund", "0", "100.5")], draft.Report.Rows.Single().Changes);
        Assert.True((await RunAsync(Officer, draft)).Succeeded);
        var part = await PartAsync();
        Assert.Equal((220, Money.FromBaht(100.50m), 130, "บ้านน้ำคำ"), (part.Members, part.WelfareFund, part.MembersFemale, part.VillageTh));
    }

    [Fact]
    public async Task OneBadRow_KeepsAllOthersOut_AndSaysWhatWasReadInWhichCell()
    {
        var bad = Row.Replace("SG-43-01", "SG-43-02", StringComparison.Ordinal).Replace(",212,130,", ",many,130,", StringComparison.Ordinal).Replace("08-1234-5678", "812345678", StringComparison.Ordinal);
        var draft = await ReadAsync(Officer, Head + Row + bad + Row);
        Assert.Equal((1, 0, 0, 2), Counts(draft.Report));
        Assert.Equal([("members", "many", "fields.not-a-number"), ("phone", "812345678", "groups.phone-invalid")], draft.Report.Rows[1].Problems.Select(p => (p.Column!, p.Read, p.Code)));
        Assert.Equal(("imports.row-twice", "2"), (draft.Report.Rows[2].Problems.Single().Code, draft.Report.Rows[2].Problems.Single().Args["row"]));

        Assert.Equal("imports.has-refused", (await RunAsync(Officer, draft)).Problems.Single().Code);
        Assert.Equal(0, await GroupsAsync());
    }

    [Fact]
    public async Task ANationalId_InAnyCell_IsRefused()
    {
        var draft = await ReadAsync(Officer, Head + Row.Replace("นางสมศรี ใจดี", "นางสมศรี 9-0000-00000-01-2", StringComparison.Ordinal));
        Assert.Equal(("chair_th", "fields.national-id"), (draft.Report.Rows.Single().Problems.Single().Column, draft.Report.Rows.Single().Problems.Single().Code));
    }

    [Fact]
    public async Task AnOfficerOfAProvince_ImportsOnlyThere_AndLearnsNothingOfOtherGroups()
    {
        await TakeInAsync(Head + Row.Replace("SG-43-01", "SG-40-01", StringComparison.Ordinal).Replace("หนองคาย,๔๓๐๑", "40,4001", StringComparison.Ordinal));
        var others = Row.Replace("SG-43-01", "SG-40-01", StringComparison.Ordinal);
        var draft = await ReadAsync(OfNongKhai, Head + Row + others + Row.Replace("SG-43-01", "SG-40-09", StringComparison.Ordinal).Replace("หนองคาย,๔๓๐๑", "40,4001", StringComparison.Ordinal));
        Assert.Equal([ImportVerdict.New, ImportVerdict.Refused, ImportVerdict.Refused], draft.Report.Rows.Select(r => r.Verdict));
        Assert.All(draft.Report.Rows.Skip(1), r => Assert.Equal("imports.not-yours", r.Problems.Single().Code));
        Assert.All(draft.Report.Rows, r => Assert.Empty(r.Changes));
        Assert.False((await RunAsync(OfNongKhai, draft)).Succeeded);
        Assert.Equal(1, await GroupsAsync());

        // Another's file is not there for her.
        var officers = await ReadAsync(Officer, Head + Row);
        Assert.Equal(Outcome.NotFound.Problems, (await RunAsync(OfNongKhai, officers)).Problems);
    }

    [Fact]
    public async Task AnOtherProvinceForAKnownCode_IsRefused()
    {
        await TakeInAsync(Head + Row);
        var draft = await ReadAsync(Officer, Head + Row.Replace("หนองคาย,๔๓๐๑", "40,4001", StringComparison.Ordinal));
        Assert.Equal("groups.place-stays", draft.Report.Rows.Single().Problems.Single().Code);
    }

    [Fact]
    public async Task AChangeInBetween_IsToldAndNothingIsDone()
    {
        await TakeInAsync(Head + Row);
        var draft = await ReadAsync(Officer, "code,members\nSG-43-01,220\n");
        await TakeInAsync("code,members\nSG-43-01,300\n");
        Assert.Equal("imports.changed-meanwhile", (await RunAsync(Officer, draft)).Problems.Single().Code);
        Assert.Equal(300, (await PartAsync()).Members);

        var now = await DraftAsync(draft.Id);
        Assert.Equal(new CellChange("members", "300", "220"), now.Report.Rows.Single().Changes.Single());
        Assert.True((await RunAsync(Officer, now)).Succeeded);
        Assert.Equal(220, (await PartAsync()).Members);
        Assert.Empty((await DraftAsync(draft.Id)).Table.Rows);
    }

    [Fact]
    public async Task ADraftThatSomebodyWrites_IsNotPublishedByAFile()
    {
        await TakeInAsync(Head + Row);
        await _given.AsAsync<ContentStore, int>(Officer, async content =>
        {
            var id = await _given.InDbAsync(db => db.Set<GroupIndex>().Select(g => g.ItemId).SingleAsync(Ct));
            await content.SaveDraftAsync((await content.DraftAsync(id, Ct))!, Ct);
            return 0;
        });
        Assert.Equal("groups.draft-waits", (await ReadAsync(Officer, "code,members\nSG-43-01,220\n")).Report.Rows.Single().Problems.Single().Code);
    }

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Xlsx)]
    public async Task AnExport_IsMarkedAndWrittenDown_AndReadBackChangesNothing(TableFormat format)
    {
        await TakeInAsync(Head + Row + Row.Replace("SG-43-01", "SG-43-02", StringComparison.Ordinal).Replace("กลุ่มบ้านน้ำคำ", "=กลุ่ม", StringComparison.Ordinal));
        await using var scope = _given.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(Officer);
        var rows = await GroupTable.RowsAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), Officer, null, Ct);
        var sheet = scope.ServiceProvider.GetRequiredService<ImportTemplate>().Headings(scope.ServiceProvider.GetServices<ITableImport>().Single(i => i.Kind == "groups"), rows);
        var file = await scope.ServiceProvider.GetRequiredService<MarkExport>().WriteAsync("groups", sheet, format, Ct);

        Assert.Contains("officer", file.FileName, StringComparison.Ordinal);
        Assert.Contains("2020-05-13", file.FileName, StringComparison.Ordinal);
        Assert.Equal(nameof(DataExported), (await _given.AuditAsync())[^1].Event);

        if (format == TableFormat.Csv)
        {
            Assert.StartsWith("\uFEFF\"# ", Encoding.UTF8.GetString(file.Bytes).Replace("\uFEFF#", "\uFEFF\"#", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains("officer", Encoding.UTF8.GetString(file.Bytes).Split('\n')[0], StringComparison.Ordinal);
        }

        Assert.Equal((0, 0, 2, 0), Counts((await ReadAsync(Officer, file.Bytes)).Report));
    }

    [Fact]
    public async Task AFileWithoutTheCode_OrFromSomebodyWithoutTheRight_IsRefused()
    {
        Assert.Equal("imports.no-key-column", (await TryReadAsync(Officer, Encoding.UTF8.GetBytes("members\n3\n"))).Problems.Single().Code);
        Assert.Equal("imports.column-twice", (await TryReadAsync(Officer, Encoding.UTF8.GetBytes("code,รหัส\n3,4\n"))).Problems.Single().Code);
        Assert.Equal(Outcome.NotFound.Problems, (await TryReadAsync(_given.Person("x", Roles.Auditor, Area.Nation), Encoding.UTF8.GetBytes(Head + Row))).Problems);
    }

    private static (int New, int Changed, int Unchanged, int Refused) Counts(ImportReport report)
        => (report.Count(ImportVerdict.New), report.Count(ImportVerdict.Changed), report.Count(ImportVerdict.Unchanged), report.Count(ImportVerdict.Refused));

    private Task<ImportDraft> ReadAsync(CurrentUser user, string csv) => ReadAsync(user, Encoding.UTF8.GetBytes(csv));

    private async Task<ImportDraft> ReadAsync(CurrentUser user, byte[] file)
    {
        var outcome = await TryReadAsync(user, file);
        Assert.Empty(outcome.Problems);
        return await DraftAsync(outcome.Value);
    }

    private Task<Outcome<Guid>> TryReadAsync(CurrentUser user, byte[] file)
        => _given.AsAsync<ImportTables, Outcome<Guid>>(user, o => o.ReadAsync(new("groups", new(new MemoryStream(file), "groups"), "File", new Dictionary<string, string>()), Ct));

    private Task<ImportDraft> DraftAsync(Guid id) => _given.InDbAsync(db => db.Set<ImportDraft>().AsNoTracking().SingleAsync(d => d.Id == id, Ct));

    private Task<Outcome> RunAsync(CurrentUser user, ImportDraft draft) => _given.AsAsync<ImportTables, Outcome>(user, o => o.RunAsync("groups", draft.Id, draft.Version, Ct));

    private async Task TakeInAsync(string csv)
    {
        var outcome = await RunAsync(Officer, await ReadAsync(Officer, csv));
        Assert.True(outcome.Succeeded, string.Join(',', outcome.Problems));
    }

    private Task<int> GroupsAsync() => _given.InDbAsync(db => db.Set<ContentItem>().CountAsync(i => i.TypeName == GroupItems.Type, Ct));

    private async Task<GroupPart> PartAsync()
        => (await _given.InDbAsync(db => db.Set<ContentItem>().AsNoTracking().SingleAsync(i => i.TypeName == GroupItems.Type && i.Latest, Ct))).As<GroupPart>()!;
}
