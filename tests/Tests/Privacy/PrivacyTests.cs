using CommunityBusinessNetwork.Accounts.Links;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Accounts.Privacy;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Privacy;
using CommunityBusinessNetwork.Kernel.Tasks;
using CommunityBusinessNetwork.Notices.Outbox;
using CommunityBusinessNetwork.Notices.Templates;
using CommunityBusinessNetwork.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Privacy;

public sealed class PrivacyTests : IAsyncLifetime
{
    private const string Name = "นางสมศรี จำปาทอง";
    private const string Email = "somsri.champa@example.go.th";
    private const string Phone = "0812345678";
    private GivenPeople _people = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Given Given => _people.Given;

    public async ValueTask InitializeAsync() => _people = await GivenPeople.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _people.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ARequest_FromAnybody_IsDueOnTheThirtiethDayAndWaitsInTheInbox()
    {
        var request = await AskAsync(PrivacyRight.Access);
        Assert.Matches("^PR-2563-[2-9A-Z]{6}$", request.Number);
        Assert.Equal(new DateTimeOffset(2020, 6, 13, 0, 0, 0, TimeSpan.FromHours(7)), request.DueAt);
        Assert.False(request.IsLateAt(request.DueAt.AddTicks(-1)));
        Assert.True(request.IsLateAt(request.DueAt));

        var tasks = await TasksOfAsync(_people.Admin);
        Assert.Equal(($"/admin/privacy/{request.Id}", (DateTimeOffset?)request.DueAt), (tasks.Tasks.Single().Url, tasks.Tasks.Single().DueAt));
        Assert.Equal(0, (await TasksOfAsync(await _people.AsAsync(_people.Wipa))).Total);
        Assert.Equal([nameof(PrivacyRequestReceived)], (await Given.AuditAsync()).TakeLast(1).Select(r => r.Event));
        Assert.DoesNotContain("สมศรี", (await Given.AuditAsync())[^1].Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARequest_WithoutANameOrWithANationalId_IsRefusedAndKeepsNothing()
    {
        var outcome = await Given.AsAsync<AskForPrivacy, Outcome<string>>(CurrentUser.Nobody, o => o.RunAsync(new(null, " ", "9-0000-00000-01-2", new string('x', 3001)), Ct));
        Assert.Equal([("forms.required", "Right"), ("forms.required", "Name"), ("fields.national-id", "Contact"), ("fields.too-long", "Details")], outcome.Problems.Select(p => (p.Code, p.Field!)));
        Assert.Equal(0, await Given.InDbAsync(db => db.Set<PrivacyRequest>().CountAsync(Ct)));
    }

    [Fact]
    public async Task ARequest_IsAnsweredOnlyAfterTheIdentityWasChecked()
    {
        var request = await AskAsync(PrivacyRight.Copy);
        Assert.Equal("accounts.privacy-identity-first", (await AnswerAsync(request, done: true)).Problems.Single().Code);
        Assert.Equal(Outcome.NotFound.Problems, (await Given.AsAsync<ConfirmPrivacyIdentity, Outcome>(await _people.AsAsync(_people.Wipa), o => o.RunAsync(request.Id, request.Version, "โทรกลับ", Ct))).Problems);
        Assert.Equal(PrivacyState.Received, (await RequestAsync(request.Id)).State);

        Assert.True((await Given.AsAsync<AssignPrivacyRequest, Outcome>(_people.Admin, o => o.RunAsync(request.Id, request.Version, _people.Malee.ToString(), Ct))).Succeeded);
        Assert.Equal(Outcome.ChangedMeanwhile.Problems, (await ConfirmAsync(request)).Problems);
        Assert.True((await ConfirmAsync(await RequestAsync(request.Id))).Succeeded);
        Assert.True((await AnswerAsync(await RequestAsync(request.Id), done: true)).Succeeded);
        Assert.Equal("accounts.privacy-closed", (await AnswerAsync(await RequestAsync(request.Id), done: false)).Problems.Single().Code);
        Assert.Equal(0, (await TasksOfAsync(_people.Admin)).Total);
    }

    [Fact]
    public async Task AnErasure_TakesTheNameOutOfEveryColumn_AndLeavesTheChainWhole()
    {
        var somsri = await FillAsync();
        var request = await AskAsync(PrivacyRight.Erasure, "ผู้แทน", "02-000-0000");
        DataSubject person = new(somsri.ToString(), Name, Email, Phone);
        Assert.True((await FoundAsync(Name)).Count >= 3);
        Assert.True((await FoundAsync("somsri.champa")).Count >= 3);
        var held = await CollectAsync(person);
        Assert.Contains(held, d => d.WhatKey == "accounts.email" && d.Value == Email);
        Assert.Contains(held, d => d.WhatKey == "notices.personal");
        Assert.Contains(held, d => d.WhatKey == "groups.contact-part" && d.Value.Contains(Phone, StringComparison.Ordinal));
        Assert.Contains(held, d => d.WhatKey == "privacy.audit-about" && d.Value == "somsri.champa");

        var before = await Given.AuditAsync();
        Assert.Equal("accounts.privacy-identity-first", (await EraseAsync(request, person)).Problems.Single().Code);
        Assert.Equal(before.Count, (await Given.AuditAsync()).Count);
        Assert.True((await FoundAsync(Name)).Count >= 3);

        Assert.True((await ConfirmAsync(request)).Succeeded);
        var outcome = await EraseAsync(await RequestAsync(request.Id), person);
        Assert.Empty(outcome.Problems);
        Assert.InRange(outcome.Value, 4, 100);

        foreach (var words in new[] { Name, "สมศรี", Email, "somsri.champa", Phone })
        {
            Assert.Empty(await FoundAsync(words));
        }

        Assert.Empty(await ScanFileAsync("สมศรี"));
        Assert.Null(await Given.InDbAsync(db => AuditChain.VerifyAsync(db, Ct)));
        Assert.Equal(before.Select(r => r.Hash), (await Given.AuditAsync()).Take(before.Count).Select(r => r.Hash));
        Assert.Contains(await Given.AuditAsync(), r => r.Event == nameof(PersonErased));

        var account = await _people.AccountAsync(somsri);
        Assert.Equal((false, null, 0), (account.MaySignIn, account.PasswordHash, account.Roles.Count));
        Assert.DoesNotContain(await CollectAsync(person), d => d.WhyKeptKey is null && d.WhatKey is not ("accounts.user-name" or "accounts.name" or "accounts.roles-and-areas"));
    }

    [Fact]
    public async Task AnErasure_OfTheLastAdministrator_OrByARequestForACopy_ChangesNothing()
    {
        var copy = await AskAsync(PrivacyRight.Copy);
        Assert.True((await ConfirmAsync(copy)).Succeeded);
        Assert.Equal("accounts.privacy-no-erasure", (await EraseAsync(await RequestAsync(copy.Id), new(_people.Wipa.ToString(), null, null, null))).Problems.Single().Code);

        var erasure = await AskAsync(PrivacyRight.Erasure);
        Assert.True((await ConfirmAsync(erasure)).Succeeded);
        var before = await _people.StateAsync();
        Assert.Equal("accounts.privacy-not-oneself", (await EraseAsync(await RequestAsync(erasure.Id), new(_people.Malee.ToString(), null, null, null))).Problems.Single().Code);
        Assert.Equal("accounts.privacy-nobody", (await EraseAsync(await RequestAsync(erasure.Id), new(null, "", null, null))).Problems.Single().Code);
        Assert.Equal(before, await _people.StateAsync());
    }

    [Fact]
    public async Task ADigest_ProtectsWhatStandsOutsideOfTheChain()
    {
        Assert.Null(await Given.InDbAsync(db => AuditChain.VerifyAsync(db, Ct)));
        var row = (await Given.AuditAsync()).First(r => r.Event == nameof(AccountOpened));
        Assert.DoesNotContain("malee", row.Data, StringComparison.Ordinal);
        Assert.Contains("malee", (await Given.InDbAsync(db => PersonalValues.ReadableAsync(db, [row], Ct)))[row.Number], StringComparison.Ordinal);
        Assert.Equal(1, await Given.InDbAsync(db => db.Database.ExecuteSqlAsync($"update audit_personal set value = 'somchai' where number = {row.Number}", Ct)));
        Assert.Equal(row.Number, await Given.InDbAsync(db => AuditChain.VerifyAsync(db, Ct)));
    }

    [Fact]
    public async Task RetentionRules_DeleteWhatIsDue_AndSayHowMuch()
    {
        await FillAsync();
        await Given.InDbAsync(async db =>
        {
            foreach (var notice in await db.Set<Notice>().ToListAsync(Ct))
            {
                notice.HasGone(Given.Time.GetUtcNow());
            }

            await db.SaveAsync(CurrentUser.System, Ct);
            return 0;
        });
        Assert.Equal(0, await CountAsync("notices.sent"));
        await RunRetentionAsync();
        Assert.Empty(await RunsAsync());

        Given.Time.Advance(TimeSpan.FromDays(731));
        Assert.Equal(1, await CountAsync("notices.sent"));
        Assert.Single(await Given.AsAsync<IEnumerable<IRetentionRule>, IReadOnlyList<string>>(_people.Admin, r => r.Single(x => x.Key == "notices.sent").SampleAsync(Given.Time.GetUtcNow(), 3, Ct)));
        await RunRetentionAsync();
        await RunRetentionAsync();
        Assert.Contains(("notices.sent", 1), await RunsAsync());
        Assert.Equal(0, await Given.InDbAsync(db => db.Set<Notice>().CountAsync(Ct)));
    }

    [Fact]
    public async Task ClosedAccounts_LoseTheirNames_OnlyWhenThatRuleIsSwitchedOn()
    {
        var somsri = await FillAsync();
        var account = await _people.AccountAsync(somsri);
        Assert.True((await Given.AsAsync<CloseAccount, Outcome>(_people.Admin, o => o.RunAsync(somsri, account.Version, "ย้าย", Ct))).Succeeded);
        Given.Time.Advance(TimeSpan.FromDays(200));
        await RunRetentionAsync();
        Assert.Equal(Name, (await _people.AccountAsync(somsri)).DisplayName);

        Assert.Equal("accounts.retention-days-invalid", (await SetAsync("accounts.closed", 89)).Problems.Single().Code);
        Assert.True((await SetAsync("accounts.closed", 90)).Succeeded);
        await RunRetentionAsync();
        Assert.StartsWith("~", (await _people.AccountAsync(somsri)).DisplayName, StringComparison.Ordinal);
        Assert.Null(await Given.InDbAsync(db => AuditChain.VerifyAsync(db, Ct)));
        await RunRetentionAsync();
        Assert.Single(await RunsAsync(), r => r.Rule == "accounts.closed");
    }

    /// <summary>A person who stands in an account, a link, a notice, the audit and as the contact of a group, in two versions.</summary>
    private async Task<Guid> FillAsync()
    {
        await Given.StoredAsync(new ContentType(GroupItems.Type, 1, new("กลุ่ม", "Group", ["TitlePart", "AutoroutePart", "GroupPart", "GroupContactPart"], [])));
        var somsri = await _people.OpenAsync("somsri.champa", Name, new RoleHolding(Roles.ProvinceOfficer, Area.Province("43")));
        var account = await _people.AccountAsync(somsri);
        Assert.True((await Given.AsAsync<ChangePerson, Outcome>(_people.Admin, o => o.RunAsync(
            new(somsri, account.Version, Name, Email, [new(Roles.ProvinceHead, AreaLevel.Province, "43", null)]), Ct))).Succeeded);
        account = await _people.AccountAsync(somsri);
        Assert.True((await Given.AsAsync<SendInvitation, Outcome<Invited>>(_people.Admin, o => o.RunAsync(somsri, account.Version, GivenPeople.Site, Ct))).Succeeded);
        Notice notice = new("k", "x", new(new(somsri.ToString(), Name, Email), "th", Area.Nation), new NoticeWords("เรื่อง", $"เรียน {Name}"), Given.Time.GetUtcNow());
        await Given.StoredAsync(notice);

        foreach (var name in new[] { "กลุ่มบ้านน้ำคำ", "กลุ่มบ้านน้ำคำ ใหม่" })
        {
            var group = await Given.AsAsync<RegisterGroup, Outcome<string>>(CurrentUser.System, o => o.RunAsync(
                new(name, null, "4301", new("SG-43-01", "43", "เมือง", "ตัวอย่าง", "บ้าน", 1, "43000", ["โรงสี"], 2540, 50, 30, 9, Money.Zero, Money.Zero, Money.Zero, Money.Zero, Money.Zero, 3), new("นายประธาน", Name, Phone, Email)), Ct));
            Assert.True(group.Succeeded);
        }

        return somsri;
    }

    private async Task<PrivacyRequest> AskAsync(PrivacyRight right, string name = Name, string contact = Email)
    {
        var outcome = await Given.AsAsync<AskForPrivacy, Outcome<string>>(CurrentUser.Nobody, o => o.RunAsync(new(right, name, contact, "โปรดตรวจ"), Ct));
        return await Given.InDbAsync(db => db.Set<PrivacyRequest>().AsNoTracking().SingleAsync(r => r.Number == outcome.Value, Ct));
    }

    private Task<PrivacyRequest> RequestAsync(Guid id) => Given.InDbAsync(db => db.Set<PrivacyRequest>().AsNoTracking().SingleAsync(r => r.Id == id, Ct));

    private Task<Outcome> ConfirmAsync(PrivacyRequest request) => Given.AsAsync<ConfirmPrivacyIdentity, Outcome>(_people.Admin, o => o.RunAsync(request.Id, request.Version, "โทรกลับตามเบอร์ที่มี", Ct));

    private Task<Outcome> AnswerAsync(PrivacyRequest request, bool done) => Given.AsAsync<AnswerPrivacyRequest, Outcome>(_people.Admin, o => o.RunAsync(request.Id, request.Version, done, "ส่งแล้ว", Ct));

    private Task<Outcome<int>> EraseAsync(PrivacyRequest request, DataSubject person) => Given.AsAsync<ErasePerson, Outcome<int>>(_people.Admin, o => o.RunAsync(new(request.Id, request.Version, person), Ct));

    private Task<IReadOnlyList<FoundText>> FoundAsync(string words) => Given.InDbAsync(db => TextScan.FindAsync(db, words, Ct));

    /// <summary>The same question to the database itself, past the model: every column that holds text.</summary>
    private Task<List<string>> ScanFileAsync(string words) => Given.InDbAsync(async db =>
    {
        var columns = db.IsPostgres
            ? "select table_name || '.' || column_name as \"Value\" from information_schema.columns where table_schema = current_schema() and data_type in ('text', 'character varying')"
            : "select m.name || '.' || c.name as \"Value\" from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and upper(c.type) like '%TEXT%'";
        List<string> found = [];

        foreach (var column in await db.Database.SqlQueryRaw<string>(columns).ToListAsync(Ct))
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            var sql = $"select count(*) as \"Value\" from \"{table}\" where \"{name}\" like {{0}}";

            if (await db.Database.SqlQueryRaw<long>(sql, $"%{words}%").SingleAsync(Ct) > 0)
            {
                found.Add(column);
            }
        }

        return found;
    });

    private Task<List<PersonalDatum>> CollectAsync(DataSubject person) => Given.AsAsync<IEnumerable<IPersonalData>, List<PersonalDatum>>(_people.Admin, async modules =>
    {
        List<PersonalDatum> data = [];

        foreach (var module in modules)
        {
            data.AddRange(await module.OfAsync(person, Ct));
        }

        return data;
    });

    private Task<TaskList> TasksOfAsync(CurrentUser user)
        => Given.AsAsync<IEnumerable<ITaskSource>, TaskList>(user, sources => sources.Single(s => s.GetType() == typeof(PrivacyTasks)).ForAsync(user, new(10), Ct));

    private Task<int> CountAsync(string rule)
        => Given.AsAsync<IEnumerable<IRetentionRule>, int>(_people.Admin, rules => rules.Single(r => r.Key == rule).CountAsync(Given.Time.GetUtcNow().AddDays(-730), Ct));

    private Task<Outcome> SetAsync(string rule, int days) => Given.AsAsync<SetRetention, Outcome>(_people.Admin, o => o.RunAsync(rule, true, days, Ct));

    private Task<int> RunRetentionAsync() => Given.AsAsync<IEnumerable<Kernel.Jobs.IRecurringJob>, int>(CurrentUser.System, async jobs =>
    {
        await jobs.Single(j => j.Name == "accounts.retention").RunAsync(new(), Ct);
        return 0;
    });

    private Task<List<(string Rule, int Count)>> RunsAsync()
        => Given.InDbAsync(async db => (await db.Set<RetentionRun>().AsNoTracking().ToListAsync(Ct)).ConvertAll(r => (r.Rule, r.Count)));
}
