using CommunityBusinessNetwork.Web.Commands;
using CommunityBusinessNetwork.Web.Hosting;

return args is [var name, .. var rest] && SiteCommands.Find(name) is { } command
    ? await command.RunAsync(rest, Console.Out, Console.Error)
    : await Site.ServeAsync(args);

/// <summary>The entry point, public for tests that start the whole host.</summary>
public partial class Program
{
    private Program()
    {
    }
}
