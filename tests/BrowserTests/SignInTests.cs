using static CommunityBusinessNetwork.BrowserTests.Repository;

namespace CommunityBusinessNetwork.BrowserTests;

/// <summary>The people of the demo enter by a button each and find their own work, and nobody else's.</summary>
public sealed class SignInTests(Site site)
{
    [Fact]
    public async Task TheSignInPage_ListsThePeopleOfTheDemo()
    {
        await using var visitor = await site.VisitAsync();

        Assert.Equal(200, await visitor.OpenAsync("/sign-in"));

        await visitor.SeesAsync("accounts.demo-people");
        Assert.True(await visitor.Page.Locator("input[name=person]").CountAsync() > 300);
        Assert.Empty(await visitor.BarriersAsync());
    }

    [Theory]
    [InlineData("demo-administrator", "/admin", "desk.overview")]
    [InlineData("demo-department-officer", "/admin", "desk.overview")]
    [InlineData("demo-department-head", "/admin", "desk.overview")]
    [InlineData("demo-auditor", "/admin", "desk.overview")]
    [InlineData("demo-chair", "/review", "desk.place-review")]
    [InlineData("demo-member-1", "/review", "desk.place-review")]
    [InlineData("demo-secretary", "/review", "desk.place-review")]
    [InlineData("demo-province-officer-43", "/my", "desk.place-my")]
    [InlineData("demo-province-head-43", "/my", "desk.place-my")]
    [InlineData("demo-procurement-officer-43", "/my", "desk.place-my")]
    [InlineData("demo-inspector-43", "/my", "desk.place-my")]
    [InlineData("demo-district-officer-43", "/my", "desk.place-my")]
    [InlineData("demo-group-secretary-43", "/my", "desk.place-my")]
    public async Task EachRole_SeesItsStartPageAndItsTasks(string userName, string start, string heading)
    {
        await using var visitor = await site.VisitAsync();

        await visitor.SignInAsync(userName);

        Assert.Equal(start, new Uri(visitor.Page.Url).AbsolutePath);
        Assert.Equal(Words(heading), await visitor.Page.Locator("h1").InnerTextAsync());
        await visitor.SeesAsync("desk.waiting");
        Assert.Empty(await visitor.BarriersAsync());
        Assert.Empty(visitor.Complaints);
    }

    [Theory]
    [InlineData("demo-group-secretary-43", "/admin")]
    [InlineData("demo-province-officer-43", "/admin/awards")]
    [InlineData("demo-inspector-43", "/review/rounds")]
    [InlineData("demo-member-1", "/my/purchases")]
    [InlineData("demo-chair", "/my/letters")]
    [InlineData("demo-department-officer", "/my/letters/new")]
    public async Task TheWrongRole_FindsNothingThere(string userName, string address)
    {
        await using var visitor = await site.VisitAsync();

        await visitor.SignInAsync(userName);

        Assert.Equal(404, await visitor.OpenAsync(address));
    }

    [Fact]
    public async Task AnotherProvincesEntry_IsNotFound()
    {
        await using var own = await site.VisitAsync();
        await own.SignInAsync("demo-group-secretary-43");
        await own.OpenAsync("/my/entries");
        var entry = await own.Page.Locator("main td a[href*='/my/entries/']").First.GetAttributeAsync("href");
        await using var stranger = await site.VisitAsync();
        await stranger.SignInAsync("demo-group-secretary-48");

        Assert.Equal(200, await own.OpenAsync(entry!));
        Assert.Equal(404, await stranger.OpenAsync(entry!));
    }
}
