using System.Net;
using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Tests.Accounts;

public sealed partial class AccountPageTests : IAsyncLifetime
{
    private GivenPeople _people = null!;
    private CookieSite _site = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _people = await GivenPeople.MakeAsync();
        _site = new(_people.Given);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _people.Dispose();
    }

    [Fact]
    public async Task Invitation_FromTheFormToTheSignIn_LetsAPersonIn()
    {
        using var admin = await AdminAsync();
        using var invited = await CookieSite.PostAsync(
            admin,
            "/admin/people/new",
            "",
            ("Input.DisplayName", "นางสมศรี"), ("Input.UserName", "somsri"), ("Input.Email", ""),
            ("Input.Roles[0].Role", Roles.ProvinceOfficer), ("Input.Roles[0].Level", "Province"), ("Input.Roles[0].Place", "40"));
        var page = invited.Headers.Location!.ToString();
        var shown = await admin.GetStringAsync(new Uri(page, UriKind.Relative), Ct);
        var link = Link().Match(shown).Value;
        Assert.NotEmpty(link);

        // Once: the same page again shows it no more.
        Assert.DoesNotContain("/account/invitation/", await admin.GetStringAsync(new Uri(page, UriKind.Relative), Ct), StringComparison.Ordinal);

        using var somsri = _site.Browser();
        using var set = await CookieSite.PostAsync(somsri, link, "", ("Password", GivenPeople.Password), ("Again", GivenPeople.Password));
        Assert.Equal("/sign-in", set.Headers.Location!.ToString());
        using var entered = await CookieSite.SignInAsync(somsri, "somsri", GivenPeople.Password);
        Assert.Equal("/my", entered.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(somsri, "/my"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(somsri, "/account"));
    }

    [Fact]
    public async Task InviteForm_WithMistakes_KeepsWhatWasTypedAndSaysWhatIsWrongBesideEachField()
    {
        using var admin = await AdminAsync();
        using var refused = await CookieSite.PostAsync(
            admin,
            "/admin/people/new",
            "",
            ("Input.DisplayName", "นางสมศรี"), ("Input.UserName", "wipa"), ("Input.Email", "nowhere"),
            ("Input.Roles[0].Role", Roles.DistrictOfficer), ("Input.Roles[0].Level", "District"), ("Input.Roles[0].Place", "43"), ("Input.Roles[0].Code", "99"));

        var html = await refused.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.All(new[] { "value=\"นางสมศรี\"", "value=\"nowhere\"", "value=\"99\"" }, typed => Assert.Contains(typed, html, StringComparison.Ordinal));
        Assert.All(new[] { "Input_UserName-err", "Input_Email-err", "Input_Roles_0__Code-err" }, field => Assert.Contains($"id=\"{field}\"", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OneMoreRow_KeepsWhatWasTyped()
    {
        using var admin = await AdminAsync();
        using var more = await CookieSite.PostAsync(admin, "/admin/people/new", "Row", ("Input.UserName", "somsri"), ("Input.Roles[0].Role", Roles.Auditor), ("Input.Roles[0].Level", "Nation"));

        var html = await more.Content.ReadAsStringAsync(Ct);
        Assert.Contains("value=\"somsri\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"Input.Roles[1].Role\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("-err\"", html, StringComparison.Ordinal);

        // The main button invites; without an address of its own the form would ask for one row more.
        Assert.Contains("action=\"/admin/people/new\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedClosing_LeavesTheFormOfThePersonItsOwnAddress()
    {
        using var admin = await AdminAsync();
        using var refused = await CookieSite.PostAsync(admin, $"/admin/people/{_people.Wipa}", "Close", ("Reason", ""));

        var html = await refused.Content.ReadAsStringAsync(Ct);
        Assert.Contains("id=\"Reason-err\"", html, StringComparison.Ordinal);
        Assert.Contains($"action=\"/admin/people/{_people.Wipa}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedAccount_IsOutAtItsNextRequest()
    {
        using var admin = await AdminAsync();
        using var wipa = await WipaAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(wipa, "/my"));

        using var closed = await CookieSite.PostAsync(admin, $"/admin/people/{_people.Wipa}", "Close", ("Reason", "ย้ายงาน"));
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);

        using var shut = await wipa.GetAsync(new Uri("/my", UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?returnUrl=%2Fmy"), (shut.StatusCode, shut.Headers.Location!.ToString()));
        using var again = await CookieSite.SignInAsync(wipa, "wipa", GivenPeople.Password);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task SignOutEverywhere_EndsTheOtherBrowserToo()
    {
        using var here = await WipaAsync();
        using var there = await WipaAsync();

        using var done = await CookieSite.PostAsync(here, "/account", "SignOutEverywhere");

        Assert.Equal("/sign-in", done.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(there, "/my"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(here, "/my"));
    }

    [Fact]
    public async Task SessionList_EndsTheOtherBrowserAlone()
    {
        using var here = await WipaAsync();
        using var there = await WipaAsync();
        var page = await here.GetStringAsync(new Uri("/account", UriKind.Relative), Ct);
        var others = SessionId().Matches(page);

        using var done = await CookieSite.PostAsync(here, "/account", "EndSession", ("session", others.Single().Groups[1].Value));

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(there, "/my"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(here, "/my"));
    }

    [Fact]
    public async Task SignedOutBrowser_IsNotLetInByItsOldCookie()
    {
        using var browser = await WipaAsync();
        using var thief = _site.Browser();
        using var asked = await browser.GetAsync(new Uri("/my", UriKind.Relative), Ct);
        thief.DefaultRequestHeaders.Add("Cookie", asked.RequestMessage!.Headers.GetValues("Cookie"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(thief, "/my"));

        using var done = await CookieSite.PostAsync(browser, "/sign-in", "SignOut");

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(thief, "/my"));
    }

    [Fact]
    public async Task Acting_ShowsOnEveryPageWithTheOthersRights_UntilItIsStopped()
    {
        using var admin = await AdminAsync();
        using var begun = await CookieSite.PostAsync(admin, $"/admin/people/{_people.Wipa}", "Act", ("ActingReason", "กลุ่มขอให้ช่วย"));
        Assert.Equal("/my", begun.Headers.Location!.ToString());

        Assert.Contains("ribbon--acting", await admin.GetStringAsync(new Uri("/my", UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(admin, "/admin/people"));

        // Another's own account is nobody else's.
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(admin, "/account"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(admin, "/account/two-factor"));

        using var stopped = await CookieSite.PostAsync(admin, "/sign-in", "StopActing");
        Assert.Equal($"/admin/people/{_people.Wipa}", stopped.Headers.Location!.ToString());
        Assert.DoesNotContain("ribbon--acting", await admin.GetStringAsync(new Uri("/admin/people", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acting_EndsForWhomWasGivenAPersonalRoleMeanwhile()
    {
        using var admin = await AdminAsync();
        using var begun = await CookieSite.PostAsync(admin, $"/admin/people/{_people.Wipa}", "Act", ("ActingReason", "กลุ่มขอให้ช่วย"));
        await _people.Given.InDbAsync(async db =>
        {
            (await db.FindAsync<Account>([_people.Wipa], Ct))!.Describe("นางวิภา", [new(Roles.Member, Area.Nation)]);
            await db.SaveAsync(CurrentUser.System, Ct);
            return 0;
        });

        Assert.DoesNotContain("ribbon--acting", await admin.GetStringAsync(new Uri("/admin/people", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acting_EndsWithTheRightToIt()
    {
        using var admin = await AdminAsync();
        using var begun = await CookieSite.PostAsync(admin, $"/admin/people/{_people.Wipa}", "Act", ("ActingReason", "กลุ่มขอให้ช่วย"));
        await _people.Given.InDbAsync(async db =>
        {
            (await db.FindAsync<Account>([_people.Malee], Ct))!.Describe("นางมาลี", [new(Roles.Auditor, Area.Nation)]);
            await db.SaveAsync(CurrentUser.System, Ct);
            return 0;
        });

        Assert.DoesNotContain("ribbon--acting", await admin.GetStringAsync(new Uri("/admin/audit", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangeOfPassword_KeepsThisBrowserAndEndsTheOther()
    {
        using var here = await WipaAsync();
        using var there = await WipaAsync();
        const string Fresh = "ช้างแปดเชือกกินกล้วย";

        using var done = await CookieSite.PostAsync(here, "/account", "Password", ("Input.Old", GivenPeople.Password), ("Input.Password", Fresh), ("Input.Again", Fresh));

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(here, "/my"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(there, "/my"));
    }

    [Fact]
    public async Task RoleGivenByTheAdministrator_WorksAtTheNextRequest()
    {
        using var admin = await AdminAsync();
        using var wipa = await WipaAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(wipa, "/admin/audit"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(wipa, "/admin/people"));

        using var saved = await CookieSite.PostAsync(
            admin,
            $"/admin/people/{_people.Wipa}",
            "",
            ("Input.DisplayName", "นางวิภา"), ("Input.Roles[0].Role", Roles.Auditor), ("Input.Roles[0].Level", "Nation"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(wipa, "/admin/audit"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(wipa, "/my/letters/new"));
    }

    [Fact]
    public async Task RightGivenToARole_WorksAtTheNextRequest()
    {
        using var admin = await AdminAsync();
        using var wipa = await WipaAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(wipa, "/admin/audit"));

        using var saved = await CookieSite.PostAsync(admin, "/admin/roles/ProvinceOfficer", "", ("Granted", "desk.view-audit"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(wipa, "/admin/audit"));
    }

    [Fact]
    public async Task ForgottenPassword_AnswersTheSame_WhoeverIsAskedFor()
    {
        await _people.Given.StoredAsync(new Account("nomail", "ไม่มีอีเมล", []));
        HashSet<string> answers = [];

        foreach (var typed in new[] { "wipa", "nobody", "nomail", "wipa@example.go.th", "nobody@example.go.th" })
        {
            using var browser = _site.Browser();
            using var answer = await CookieSite.PostAsync(browser, "/account/forgot", "", ("NameOrEmail", typed));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answers.Add(await CookieSite.PlainAsync(answer));
        }

        Assert.Single(answers);
        Assert.DoesNotContain("wipa", answers.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AnswersTheSame_WhetherThereIsSuchAName()
    {
        HashSet<string> answers = [];

        foreach (var name in new[] { "wipa", "nobody" })
        {
            using var browser = _site.Browser();
            using var answer = await CookieSite.SignInAsync(browser, name, "ผิดผิดผิดผิดผิด");
            answers.Add((await CookieSite.PlainAsync(answer)).Replace($"\"{name}\"", "", StringComparison.Ordinal));
        }

        Assert.Single(answers);
    }

    [Fact]
    public async Task LinkThatOpensNothing_GetsTheSamePage_HoweverItCameToThat()
    {
        using var browser = _site.Browser();
        HashSet<string> pages = [];

        foreach (var link in new[] { "/account/invitation/unknown", "/account/reset/unknown", "/account/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
        {
            using var answer = await browser.GetAsync(new Uri(link, UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            pages.Add((await answer.Content.ReadAsStringAsync(Ct)).Replace(link, "", StringComparison.Ordinal));
        }

        Assert.Single(pages);
        Assert.Contains("/account/forgot", pages.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondFactor_OfAnAdministrator_IsSetUpWithAQrCodeAndTenCodes_OfWhichOneLetsHerInAgain()
    {
        using var first = _site.Browser();
        using var password = await CookieSite.SignInAsync(first, "malee", GivenPeople.Password);
        Assert.StartsWith("/account/two-factor", password.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(first, "/admin/people"));

        var codes = await EnrolAsync(first);
        Assert.Equal(10, codes.Count);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(first, "/admin/people"));
        Assert.DoesNotContain(codes[0], await first.GetStringAsync(new Uri("/account", UriKind.Relative), Ct), StringComparison.Ordinal);

        using var second = _site.Browser();
        using var again = await CookieSite.SignInAsync(second, "malee", GivenPeople.Password);
        using var entered = await CookieSite.PostAsync(second, "/account/two-factor", "", ("Code", codes[3]));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second, "/admin/people"));
    }

    [Fact]
    public async Task PeopleList_FindsByNameRoleAndPlace()
    {
        await _people.OpenAsync("udom", "นายอุดม", new(Roles.DistrictOfficer, Area.District("43", "4302")), new(Roles.Inspector, Area.Province("40")));
        using var admin = await AdminAsync();

        foreach (var (query, wipa, udom) in new[]
        {
            ("", true, true), ("?q=WIPA", true, false), ("?q=อุดม", false, true), ("?role=Inspector", false, true), ("?province=43", true, true),
            ("?province=40", false, true), ("?role=Inspector&province=43", false, false), ("?role=DistrictOfficer&province=43", false, true),
            ("?state=Closed", false, false), ("?state=Active", true, true),
        })
        {
            var html = await admin.GetStringAsync(new Uri($"/admin/people{query}", UriKind.Relative), Ct);
            Assert.Equal((query, wipa, udom), (query, html.Contains($"/admin/people/{_people.Wipa}", StringComparison.Ordinal), html.Contains("นายอุดม</a>", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task RoleMatrix_ShowsEveryRoleAndWhatComesWithWhat()
    {
        using var admin = await AdminAsync();
        var html = await admin.GetStringAsync(new Uri("/en/admin/roles", UriKind.Relative), Ct);

        Assert.All(Roles.All.Where(r => r != Roles.Anonymous), role => Assert.Contains($"\"/en/admin/roles/{role}\"", html, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("comes with “Manage settings, features, jobs and recipes”", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(admin, "/admin/roles/Queen"));
    }

    /// <summary>Malee's browser, through the second factor.</summary>
    private async Task<HttpClient> AdminAsync()
    {
        var browser = _site.Browser();
        using var password = await CookieSite.SignInAsync(browser, "malee", GivenPeople.Password);
        await EnrolAsync(browser);
        return browser;
    }

    private async Task<HttpClient> WipaAsync()
    {
        var browser = _site.Browser();
        using var entered = await CookieSite.SignInAsync(browser, "wipa", GivenPeople.Password);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        return browser;
    }

    private static async Task<IReadOnlyList<string>> EnrolAsync(HttpClient browser)
    {
        var html = await browser.GetStringAsync(new Uri("/account/two-factor", UriKind.Relative), Ct);
        Assert.Contains("class=\"qr\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        using var done = await CookieSite.PostAsync(browser, "/account/two-factor", "", ("Code", Authenticator.CodeOf(Key().Match(html).Groups[1].Value)));
        return [.. Code().Matches(await done.Content.ReadAsStringAsync(Ct)).Select(m => m.Groups[1].Value)];
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string address)
    {
        using var response = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        return response.StatusCode;
    }

    [GeneratedRegex("name=\"session\" value=\"([^\"]+)\"")]
    private static partial Regex SessionId();

    [GeneratedRegex("/account/invitation/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex("<code class=\"key\">([A-Z2-7]+)</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<code class=\"key\">([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})</code>")]
    private static partial Regex Code();
}
