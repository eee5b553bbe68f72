using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Tests.Accounts;
using Microsoft.Playwright;
using static CommunityBusinessNetwork.BrowserTests.Repository;

namespace CommunityBusinessNetwork.BrowserTests;

/// <summary>What staff do without a developer: a field more on every group, its way to the public and to another site, and people who come in.</summary>
public sealed partial class AdminJourneyTests(Site site)
{
    private const string Password = "ม้าลายสี่ตัวข้ามโขง";
    private const string Motto = "น้ำพึ่งเรือ เสือพึ่งป่า";

    [Fact]
    public async Task AFieldOfGroups_GoesFromTheDeskToThePublic_ToTheSearch_AndToAnotherSite()
    {
        await using var admin = await site.SignInAsync("demo-administrator");
        await admin.OpenAsync("/admin/content-types/Group/fields");
        await admin.TypeAsync("Form.Name", "Motto");
        await admin.TypeAsync("Form.LabelTh", "คติของกลุ่ม");
        await admin.TypeAsync("Form.LabelEn", "Motto");
        await admin.Page.Locator("[name='Form.Listed'][type=checkbox]").CheckAsync();
        await admin.PressAsync("contents.field-save");
        await admin.SeesTextAsync("คติของกลุ่ม");

        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/groups");
        var address = (await visitor.Page.Locator(".plates a").First.GetAttributeAsync("href"))!;
        await visitor.OpenAsync(address);
        var name = await visitor.Page.Locator(".cover-txt .quiet span").First.InnerTextAsync();

        await admin.OpenAsync($"/admin/contents?Type=Group&Q={Uri.EscapeDataString(name)}");
        await admin.Page.Locator("main tbody th a").First.ClickAsync();
        await admin.Page.GetByLabel("คติของกลุ่ม").FillAsync(Motto);
        await admin.PressAsync("contents.publish-save");

        await visitor.OpenAsync(address);
        await visitor.SeesTextAsync(Motto);
        await visitor.OpenAsync($"/groups?q={Uri.EscapeDataString("เสือพึ่งป่า")}");
        Assert.Equal(address, await visitor.Page.Locator(".plates a").First.GetAttributeAsync("href"));
        Assert.Equal(1, await visitor.Page.Locator(".plates a").CountAsync());

        // And in the Desk by the field itself.
        await admin.OpenAsync("/admin/contents?Type=Group&Where[0].Name=Motto&Where[0].Value=" + Uri.EscapeDataString("เรือ"));
        Assert.Equal(1, await admin.Page.Locator("main tbody tr").CountAsync());

        await admin.OpenAsync("/admin/deployment");
        foreach (var box in await admin.Page.Locator("input[name=Parts]").AllAsync())
        {
            await box.SetCheckedAsync(await box.GetAttributeAsync("value") is "ContentDefinition" or "content");
        }

        var download = await admin.Page.RunAndWaitForDownloadAsync(() => admin.Page.GetByRole(AriaRole.Button, new() { Name = Words("desk.deployment-export"), Exact = true }).ClickAsync());

        await using Site other = new() { IsNew = true };
        await other.InitializeAsync();
        await using var owner = await OwnerOfAsync(other);
        await owner.OpenAsync("/admin/deployment/import");
        await owner.Page.Locator("[name=Chosen]").SetInputFilesAsync(await download.PathAsync());
        await owner.PressAsync("desk.recipe-run");
        await owner.OpenAsync($"/admin/contents?Type=Group&Q={Uri.EscapeDataString(name)}");
        await owner.Page.Locator("main tbody th a").First.ClickAsync();
        await Assertions.Expect(owner.Page.GetByLabel("คติของกลุ่ม")).ToHaveValueAsync(Motto);

        Assert.Empty(admin.Complaints);
        Assert.Empty(owner.Complaints);
    }

    [Fact]
    public async Task AnInvitedPerson_SetsAPassword_ShowsASecondFactor_AndComesBackByARecoveryCode()
    {
        await using Site fresh = new() { IsNew = true };
        await fresh.InitializeAsync();
        await using var owner = await OwnerOfAsync(fresh);
        await owner.OpenAsync("/admin/people/new");
        await owner.TypeAsync("Input.DisplayName", "นางสมศรี เข้าใหม่");
        await owner.TypeAsync("Input.UserName", "somsri");
        await owner.Page.Locator("[name='Input.Roles[0].Role']").SelectOptionAsync("DepartmentOfficer");
        await owner.Page.Locator("[name='Input.Roles[0].Level']").SelectOptionAsync("Nation");
        await owner.PressAsync("accounts.invite-do");
        var link = new Uri(Link().Match(await owner.Page.ContentAsync()).Value);

        await using var somsri = await fresh.VisitAsync(width: 390);
        await somsri.OpenAsync(link.AbsolutePath);
        await somsri.TypeAsync("Password", Password);
        await somsri.TypeAsync("Again", Password);
        await somsri.PressAsync("accounts.set-password-do");
        var codes = await EnterAsync(somsri, "somsri");
        Assert.Equal(10, codes.Count);
        Assert.Equal(200, await somsri.OpenAsync("/admin"));
        Assert.Empty(await somsri.BarriersAsync());

        // Once, and only once.
        Assert.Equal(404, await somsri.OpenAsync(link.AbsolutePath));

        await using var elsewhere = await fresh.VisitAsync();
        await SignInAsync(elsewhere, "somsri");
        await elsewhere.TypeAsync("Code", codes[0]);
        await elsewhere.PressAsync("accounts.go-on");
        Assert.Equal(200, await elsewhere.OpenAsync("/admin"));
        await elsewhere.OpenAsync("/account");
        Assert.Equal(2, await elsewhere.Page.Locator("section[aria-labelledby=h-sessions] tbody tr").CountAsync());
        Assert.Empty(await elsewhere.BarriersAsync());
    }

    /// <summary>Sets a new site up and signs its first administrator in.</summary>
    private static async Task<Visitor> OwnerOfAsync(Site fresh)
    {
        var owner = await fresh.VisitAsync();
        await owner.OpenAsync("/set-up");
        await owner.TypeAsync("Input.Code", fresh.SetUpCode());
        await owner.TypeAsync("Input.SiteName", "เครือข่ายใหม่");
        await owner.TypeAsync("Input.UserName", "malee");
        await owner.TypeAsync("Input.Password", Password);
        await owner.PressAsync("desk.set-up-do");
        await EnterAsync(owner, "malee");
        return owner;
    }

    /// <summary>Signs in for the first time, with an authenticator that is set up on the way.</summary>
    /// <returns>The recovery codes.</returns>
    private static async Task<IReadOnlyList<string>> EnterAsync(Visitor visitor, string userName)
    {
        await SignInAsync(visitor, userName);
        var key = Key().Match(await visitor.Page.ContentAsync()).Groups[1].Value;
        await visitor.TypeAsync("Code", Authenticator.CodeOf(key));
        await visitor.PressAsync("accounts.go-on");
        return [.. Code().Matches(await visitor.Page.ContentAsync()).Select(m => m.Groups[1].Value)];
    }

    private static async Task SignInAsync(Visitor visitor, string userName)
    {
        await visitor.OpenAsync("/sign-in");
        await visitor.TypeAsync("UserName", userName);
        await visitor.TypeAsync("Password", Password);
        await visitor.PressAsync("accounts.sign-in");
    }

    [GeneratedRegex("https?://[^<\"]+/account/invitation/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex("<code class=\"key\">([A-Z2-7]+)</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<code class=\"key\">([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})</code>")]
    private static partial Regex Code();
}
