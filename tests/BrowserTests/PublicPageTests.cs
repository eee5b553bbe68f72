namespace CommunityBusinessNetwork.BrowserTests;

/// <summary>What the public sees, in both languages, on a phone and on a desk.</summary>
public sealed class PublicPageTests(Site site)
{
    private const int SmallestPhone = 320;

    public static TheoryData<string, string, int> Pages
    {
        get
        {
            TheoryData<string, string, int> rows = [];

            foreach (var path in new[] { "/", "/groups?region=northeast", "/groups/*", "/results", "/map", "/documents" })
            {
                foreach (var language in new[] { "th", "en" })
                {
                    rows.Add(path, language, 390);
                    rows.Add(path, language, 1280);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task APublicPage_IsWholeAndWithoutBarriers(string path, string language, int width)
    {
        await using var visitor = await site.VisitAsync(width);
        var address = path.EndsWith('*') ? await OneGroupAsync(visitor) : path;

        Assert.Equal(200, await visitor.OpenAsync(language == "en" ? $"/en{address}" : address));
        Assert.Equal(language, await visitor.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal(1, await visitor.Page.Locator("h1").CountAsync());
        Assert.Empty(await visitor.BarriersAsync());
        Assert.Equal(0, await visitor.OverflowAtAsync(SmallestPhone));
        Assert.Empty(visitor.Complaints);
    }

    private static async Task<string> OneGroupAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/groups");
        return (await visitor.Page.Locator("main .plates a[href*='/groups/']").First.GetAttributeAsync("href"))!;
    }
}
