namespace CommunityBusinessNetwork.BrowserTests;

/// <summary>A group that buys, as the Department's list of purchases shows it.</summary>
/// <param name="Province">The two digits of its province.</param>
internal sealed record Buyer(string EntryId, string Province)
{
    /// <summary>The demo person of that role in its province.</summary>
    public string Of(string role) => $"demo-{role}-{Province}";

    /// <param name="state">Words that stand in its row; null takes the first of all.</param>
    public static async Task<Buyer> FindAsync(Site site, string? state = null)
    {
        await using var officer = await site.SignInAsync("demo-department-officer");
        await officer.OpenAsync("/admin/purchases");
        var row = officer.Page.Locator("main tbody tr").Filter(new() { HasText = state }).First;
        var entryId = (await row.Locator("a").First.GetAttributeAsync("href"))!.Split('/')[3];
        await officer.OpenAsync($"/my/entries/{entryId}/receipt");
        var code = await officer.Page.Locator("main dd", new() { HasTextRegex = new("^SG-[0-9]{2}-") }).InnerTextAsync();
        return new(entryId, code.Split('-')[1]);
    }
}
