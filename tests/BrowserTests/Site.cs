using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CommunityBusinessNetwork.BrowserTests.Site))]

namespace CommunityBusinessNetwork.BrowserTests;

/// <summary>The published site as a process of its own, on a new folder where it begins as the demo, and a browser to look at it.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly TimeSpan FirstStart = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Play = TimeSpan.FromMinutes(4);

    private readonly string _data = Directory.CreateTempSubdirectory("cbn-journey-").FullName;
    private readonly List<string> _said = [];
    private Process? _process;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The day at which the demo stands, as the command has it; null is the day of a first start.</summary>
    public string? Day { get; init; }

    /// <summary>A site as it is after an installation: Production, nothing set up, no demo.</summary>
    public bool IsNew { get; init; }

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public async ValueTask InitializeAsync()
    {
        if (Day is not null)
        {
            using var command = Process.Start(Program("demo", "--at", Day))!;
            await command.WaitForExitAsync();
            Assert.Equal(0, command.ExitCode);
        }

        Start();
        await WaitUntilHealthyAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    /// <summary>A browser of one person, who has not been here before.</summary>
    public async Task<Visitor> VisitAsync(int width = 1280)
    {
        var context = await _browser!.NewContextAsync(new() { BaseURL = Address.ToString(), Locale = "th-TH", ViewportSize = new() { Width = width, Height = 900 } });
        context.SetDefaultTimeout(30_000);
        return new(Address, context, await context.NewPageAsync());
    }

    public async Task<Visitor> SignInAsync(string userName, int width = 1280)
    {
        var visitor = await VisitAsync(width);
        await visitor.SignInAsync(userName);
        return visitor;
    }

    /// <summary>The code that the log of a new site names.</summary>
    public string SetUpCode()
    {
        lock (_said)
        {
            return _said.Select(line => Regex.Match(line, "enter the code ([A-Z0-9]{12})")).First(match => match.Success).Groups[1].Value;
        }
    }

    /// <summary>Has the demo built at another day by its ribbon, and waits until it is there.</summary>
    public async Task MoveToAsync(string day)
    {
        await using var visitor = await VisitAsync();
        await visitor.OpenAsync("/");
        await visitor.Page.Locator(".notice a[href$='/demo']").ClickAsync();
        await visitor.Page.Locator($"button[value='{day}']").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("main progress")).ToBeVisibleAsync();
        using HttpClient client = new() { BaseAddress = Address };
        var begun = Stopwatch.GetTimestamp();

        while (await IsPlayingAsync(client))
        {
            Assert.True(Stopwatch.GetElapsedTime(begun) < Play, "The demo did not come.");
            await Task.Delay(500);
        }
    }

    /// <summary>Ends the process at once, as kill -9 does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async Task StartAgainAsync()
    {
        Start();
        await WaitUntilHealthyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();

        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private void Start()
    {
        var start = Program("--urls", Address.ToString());
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private ProcessStartInfo Program(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Repository.Program, .. arguments]);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = IsNew ? "Production" : "Development";
        start.Environment["Data__Folder"] = _data;
        start.Environment["Limits__SignInsAMinute"] = "10000";
        return start;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
        {
            _said.Add(line.Data ?? "");
        }
    }

    private async Task WaitUntilHealthyAsync()
    {
        using HttpClient client = new() { BaseAddress = Address };
        var begun = Stopwatch.GetTimestamp();

        while (!await IsHealthyAsync(client))
        {
            if (_process!.HasExited || Stopwatch.GetElapsedTime(begun) > FirstStart)
            {
                lock (_said)
                {
                    throw new InvalidOperationException($"The site did not start.\n{string.Join('\n', _said)}");
                }
            }

            await Task.Delay(500);
        }
    }

    /// <summary>Also while the site starts again.</summary>
    private static async Task<bool> IsPlayingAsync(HttpClient client)
    {
        try
        {
            return (await client.GetStringAsync(new Uri("/demo", UriKind.Relative))).Contains("<progress", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    private static async Task<bool> IsHealthyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
