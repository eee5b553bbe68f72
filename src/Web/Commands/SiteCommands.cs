using CommunityBusinessNetwork.Letters.Commands;
using CommunityBusinessNetwork.Screening.Commands;
using CommunityBusinessNetwork.Web.Demo;

namespace CommunityBusinessNetwork.Web.Commands;

/// <summary>Something the program does instead of serving the site: <c>dotnet run --project src/Web -- name …</c>. Its result goes to stdout and nothing else does.</summary>
internal delegate Task<int> SiteCommand(string[] args, TextWriter output, TextWriter error);

/// <summary>The commands by name.</summary>
internal static class SiteCommands
{
    private static readonly Dictionary<string, Entry> ByName = new()
    {
        ["audit"] = new(CareCommands.AuditAsync),
        ["backup"] = new(CareCommands.BackupAsync),
        ["demo"] = new(DemoCommands.BuildAsync),
        ["letter"] = new(LetterCommand.RunAsync),
        ["rank"] = new((args, output, error) => RankCommand.RunAsync(args, output, error, CancellationToken.None)),
        ["resolution"] = new((args, output, error) => ResolutionCommand.RunAsync(args, output, error, CancellationToken.None)),
        ["rehearse"] = new(DemoCommands.RehearseAsync),
        ["restore"] = new(CareCommands.RestoreAsync),
    };

    public static Entry? Find(string name) => ByName.GetValueOrDefault(name);

    internal sealed record Entry(SiteCommand Run)
    {
        public Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) => Run(args, output, error);
    }
}
