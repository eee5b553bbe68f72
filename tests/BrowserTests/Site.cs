using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CommunityBusinessNetwork.BrowserTests.Site))]

namespace CommunityBusinessNetwork.BrowserTests;

/// <summary>The built site as a process of its own, on a new folder where it begins as the demo, and a browser to look at it.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly TimeSpan FirstStart = TimeSpan.FromMinutes(4);

    private readonly string _data = Directory.CreateTempSubdirectory("cbn-journey-").FullName;
    private readonly List<string> _said = [];
    private Process? _process;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public async ValueTask InitializeAsync()
    {
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
        var assembly = Path.Combine(Repository.Root, "src", "Web", "bin", Repository.Configuration, "net10.0", "CommunityBusinessNetwork.Web.dll");
        ProcessStartInfo start = new("dotnet", [assembly, "--urls", Address.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Data__Folder"] = _data;
        start.Environment["Limits__SignInsAMinute"] = "10000";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
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
