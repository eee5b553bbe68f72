using System.Globalization;
using CommunityBusinessNetwork.Web.Commands;
using CommunityBusinessNetwork.Web.Demo.Playing;
using CommunityBusinessNetwork.Web.Hosting;

namespace CommunityBusinessNetwork.Web.Demo;

/// <summary>The commands that play: <c>rehearse</c> and <c>demo --at 2020-06-15</c>.</summary>
internal static class DemoCommands
{
    public static async Task<int> RehearseAsync(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Length > 0)
        {
            await error.WriteLineAsync("rehearse takes no arguments");
            return ExitCode.Misused;
        }

        try
        {
            return await Rehearsal.RunAsync(SiteFolders.Recipes, output, CancellationToken.None);
        }
        catch (ScriptException fault)
        {
            await error.WriteLineAsync(fault.Message);
            return ExitCode.Wrong;
        }
    }

    public static async Task<int> BuildAsync(string[] args, TextWriter output, TextWriter error)
    {
        if (!TryRead(args, out var at))
        {
            await error.WriteLineAsync("demo [--at YYYY-MM-DD]");
            return ExitCode.Misused;
        }

        var site = CommandSite.Open();

        if (site.Environment.IsProduction())
        {
            await error.WriteLineAsync("The demo has no place in Production.");
            return ExitCode.Misused;
        }

        DemoBuilder demo = new(SiteFolders.Recipes, site.Folders, site.Environment.EnvironmentName)
        {
            Reached = day => error.WriteLine(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        };

        try
        {
            await demo.BuildAsync(at, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        }
        catch (IOException fault)
        {
            await error.WriteLineAsync(fault.Message);
            return ExitCode.Wrong;
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{site.Folders.Database}: the demo stands at {at:yyyy-MM-dd HH:mm}"));
        return ExitCode.Done;
    }

    /// <summary>The morning of the day that is asked for.</summary>
    private static bool TryRead(string[] args, out DateTimeOffset at)
    {
        at = DemoDay.Default.At;

        if (args.Length == 0)
        {
            return true;
        }

        if (args is not ["--at", var text] || !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        at = Scene.On(day, 8);
        return true;
    }
}
