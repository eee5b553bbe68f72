using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static CommunityBusinessNetwork.BrowserTests.Repository;

namespace CommunityBusinessNetwork.BrowserTests;

/// <summary>One person before her browser: where she goes, what she presses and reads, and what the browser complains of.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    internal Visitor(Uri site, IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Note(message.Type == "error", $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.Request += (_, request) => Note(IsElsewhere(site, request.Url), $"request: {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Errors of the console and of scripts, and requests that left the site.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <returns>The status.</returns>
    public async Task<int> OpenAsync(string address) => (await Page.GotoAsync(address))!.Status;

    /// <summary>Signs in by the button of one of the demo's people.</summary>
    public async Task SignInAsync(string userName)
    {
        await OpenAsync("/sign-in");
        var button = Page.Locator($"form:has(input[name=person][value='{userName}']) button");

        if (!await button.IsVisibleAsync())
        {
            await Page.Locator($"details:has(input[name=person][value='{userName}']) > summary").ClickAsync();
        }

        await button.ClickAsync();
        await Page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Sees an element with that text, given by its key in the messages.</summary>
    public Task SeesAsync(string key) => SeesTextAsync(Words(key));

    public async Task SeesTextAsync(string text)
        => await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text, new() { Timeout = 30_000 });

    /// <summary>Presses a button and waits for the page that comes of it.</summary>
    public async Task PressAsync(string key)
    {
        await Page.EvaluateAsync("() => document.body.dataset.left = ''");
        await Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = Words(key), Exact = true }).ClickAsync();
        await Page.Locator("body:not([data-left])").WaitForAsync();
    }

    /// <summary>Follows the first link whose address ends like that.</summary>
    public async Task FollowAsync(string ending)
    {
        await Page.Locator($"main a[href$='{ending}']").First.ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    public async Task TypeAsync(string field, string value) => await Page.Locator($"[name='{field}']").FillAsync(value);

    public async Task AttachAsync(FilePayload file) => await Page.Locator("input[type=file][name=File]").SetInputFilesAsync(file);

    /// <summary>By how many pixels the page is wider than the window.</summary>
    public async Task<int> OverflowAtAsync(int width)
    {
        await Page.SetViewportSizeAsync(width, 900);
        return await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /// <summary>What axe has against the page, one line for each element.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        var found = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        return [.. found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}"))];
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private void Note(bool isWrong, string complaint)
    {
        if (isWrong)
        {
            _complaints.Add(complaint);
        }
    }

    private static bool IsElsewhere(Uri site, string url)
        => new Uri(url) is { Scheme: "http" or "https" } target && target.Authority != site.Authority;
}
