using System.Text;
using CommunityBusinessNetwork.Accounts.Links;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Tables;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Exports;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Tables;

public sealed class PersonImportTests : IAsyncLifetime
{
    private const string Head = "user_name,display_name,email,roles\n";
    private GivenPeople _people = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _people = await GivenPeople.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _people.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task NewPeople_GetAnAccount_AndNoInvitationUnlessAskedFor()
    {
        var draft = await ReadAsync(Head + "somsri,นางสมศรี ใจดี,somsri@example.go.th,ProvinceOfficer@40; เจ้าหน้าที่อำเภอ@๔๐๐๑\nboonmee,นายบุญมี,,Auditor@th\n");
        Assert.True((await RunAsync(draft)).Succeeded);
        await _people.Given.DeliverAsync();
        var somsri = await _people.Given.InDbAsync(db => db.Set<Account>().AsNoTracking().SingleAsync(a => a.UserName == "somsri", Ct));
        Assert.Equal([new(Roles.ProvinceOfficer, Area.Province("40")), new RoleHolding(Roles.DistrictOfficer, Area.District("40", "4001"))], somsri.Roles);
        Assert.Equal(AccountState.Invited, somsri.StateAt(default));
        Assert.Equal(0, await _people.Given.InDbAsync(db => db.Set<AccountLink>().CountAsync(Ct)));
        Assert.Empty(_people.Given.Letters());

        var invited = await ReadAsync(Head + "malai,นางมาลัย,malai@example.go.th,Auditor@th\n", invites: true);
        Assert.True((await RunAsync(invited)).Succeeded);
        await _people.Given.DeliverAsync();
        Assert.Single(_people.Given.Letters());
    }

    [Fact]
    public async Task AKnownPerson_IsChangedFieldByField()
    {
        var draft = await ReadAsync("ชื่อผู้ใช้,บทบาทและพื้นที่\nWIPA,Auditor@northeast\n");
        Assert.Equal([new CellChange("roles", "ProvinceOfficer@43", "Auditor@northeast")], draft.Report.Rows.Single().Changes);
        Assert.True((await RunAsync(draft)).Succeeded);
        var wipa = await _people.AccountAsync(_people.Wipa);
        Assert.Equal([new RoleHolding(Roles.Auditor, new("th/northeast"))], wipa.Roles);
        Assert.Equal(("นางวิภา หนองคาย", "wipa@example.go.th"), (wipa.DisplayName, wipa.Email));
    }

    [Fact]
    public async Task ABadRow_SaysWhichCell_AndKeepsAllOut()
    {
        var before = await _people.StateAsync();
        var draft = await ReadAsync(Head + "good,นางดี,,Auditor@th\n9000000000012,นางสมศรี,no address,Nobody@43; ProvinceOfficer@999\nmalee,นางมาลี ดูแล,malee@example.go.th,Auditor@th\n");
        Assert.Equal([ImportVerdict.New, ImportVerdict.Refused, ImportVerdict.Refused], draft.Report.Rows.Select(r => r.Verdict));
        Assert.Equal(["accounts.role-unknown", "accounts.group-unknown", "accounts.email-invalid", "fields.national-id"], draft.Report.Rows[1].Problems.Select(p => p.Code));
        Assert.Equal("accounts.last-administrator", draft.Report.Rows[2].Problems.Single().Code);
        Assert.Equal("imports.has-refused", (await RunAsync(draft)).Problems.Single().Code);
        Assert.Equal(before, await _people.StateAsync());
    }

    [Fact]
    public async Task AnExport_ReadBack_ChangesNothing()
    {
        await using var scope = _people.Given.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().Become(_people.Admin);
        var rows = await scope.ServiceProvider.GetRequiredService<PersonTable>().RowsAsync(Ct);
        var sheet = scope.ServiceProvider.GetRequiredService<ImportTemplate>().Headings(scope.ServiceProvider.GetServices<ITableImport>().Single(i => i.Kind == "people"), rows);
        var file = await scope.ServiceProvider.GetRequiredService<MarkExport>().WriteAsync("people", sheet, TableFormat.Xlsx, Ct);
        var report = (await ReadAsync(file.Bytes)).Report;
        Assert.Equal([ImportVerdict.Unchanged, ImportVerdict.Unchanged], report.Rows.Select(r => r.Verdict));
    }

    private Task<ImportDraft> ReadAsync(string csv, bool invites = false) => ReadAsync(Encoding.UTF8.GetBytes(csv), invites);

    private async Task<ImportDraft> ReadAsync(byte[] file, bool invites = false)
    {
        Dictionary<string, string> options = invites ? new() { [PersonImport.Invites] = GivenPeople.Site } : [];
        var outcome = await _people.Given.AsAsync<ImportTables, Outcome<Guid>>(_people.Admin, o => o.ReadAsync(new("people", new(new MemoryStream(file), "people.csv"), "File", options), Ct));
        Assert.Empty(outcome.Problems);
        return await _people.Given.InDbAsync(db => db.Set<ImportDraft>().AsNoTracking().SingleAsync(d => d.Id == outcome.Value, Ct));
    }

    private Task<Outcome> RunAsync(ImportDraft draft) => _people.Given.AsAsync<ImportTables, Outcome>(_people.Admin, o => o.RunAsync("people", draft.Id, draft.Version, Ct));
}
