using System.Diagnostics;
using System.Globalization;
using CommunityBusinessNetwork.Web.Hosting;

namespace CommunityBusinessNetwork.Web.Demo;

/// <summary>
/// Builds the demo at another day while the site goes on, then lets the host stop, take what was built and start again.
/// The play runs in a process of its own, so that its memory is given back. One at a time.
/// </summary>
internal sealed class DemoStage(SiteFolders folders)
{
    private const string BuildingFolder = "demo-of-another-day";

    private readonly Lock _turn = new();
    private Play? _play;
    private string? _built;

    /// <summary>Where the demo that is being built stands, if one is.</summary>
    public Play? Current
    {
        get
        {
            lock (_turn)
            {
                return _play;
            }
        }
    }

    /// <summary>Begins to build; <paramref name="stopSite"/> is called when the demo is there.</summary>
    /// <returns>Whether it was begun: no while another is being built.</returns>
    public bool TryBegin(DemoDay day, Action stopSite)
    {
        lock (_turn)
        {
            if (_play is { HasFailed: false })
            {
                return false;
            }

            _play = new(day);
        }

        _ = BuildAsync(_play, stopSite);
        return true;
    }

    /// <summary>Takes the demo that was built in place of the site's data. The site has stopped.</summary>
    /// <returns>Whether there was one, so that the site starts again.</returns>
    public async Task<bool> TryTakeAsync(CancellationToken ct)
    {
        if (_built is not { } built)
        {
            return false;
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await folders.TakeAsync(built, ct);

        lock (_turn)
        {
            (_built, _play) = (null, null);
        }

        return true;
    }

    /// <summary>Plays the demo into a folder by the command <c>demo</c>.</summary>
    /// <exception cref="InvalidOperationException">The command did not end well; the message has what it said.</exception>
    public static async Task PlayAsync(string folder, DemoDay day, Action<DateOnly> reached, CancellationToken ct)
    {
        var start = Itself("demo", "--at", day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        (start.RedirectStandardError, start.RedirectStandardOutput) = (true, true);
        start.Environment["Data__Folder"] = folder;
        using var process = Process.Start(start)!;
        List<string> said = [];

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);

            while (await process.StandardError.ReadLineAsync(ct) is { } line)
            {
                if (DateOnly.TryParseExact(line, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                {
                    reached(date);
                }
                else
                {
                    said.Add(line);
                }
            }

            await output;
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(string.Join('\n', said));
        }
    }

    private async Task BuildAsync(Play play, Action stopSite)
    {
        var folder = Path.Combine(folders.Data, BuildingFolder);

        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            await PlayAsync(folder, play.Day, play.Reach, CancellationToken.None);
            _built = folder;
            stopSite();
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            play.Fail(fault.Message);
        }
    }

    /// <summary>This program, with other arguments.</summary>
    private static ProcessStartInfo Itself(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? new(program, [typeof(DemoStage).Assembly.Location, .. arguments])
            : new(program, arguments);
    }

    /// <summary>A demo that is being built.</summary>
    internal sealed class Play(DemoDay day)
    {
        private static readonly DateOnly Begin = new(2020, 4, 27);
        private DateOnly _reached = Begin;

        public DemoDay Day => day;

        /// <summary>The day of the cycle that has been reached.</summary>
        public DateOnly Reached => _reached;

        /// <summary>How far it is, 0 to 100.</summary>
        public int Percent => 100 * (_reached.DayNumber - Begin.DayNumber) / (day.Date.DayNumber - Begin.DayNumber);

        /// <summary>What went wrong, in the words of the machine.</summary>
        public string? Fault { get; private set; }

        public bool HasFailed => Fault is not null;

        public void Reach(DateOnly date) => _reached = date;

        public void Fail(string fault) => Fault = fault;
    }
}
