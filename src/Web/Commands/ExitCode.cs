namespace CommunityBusinessNetwork.Web.Commands;

/// <summary>What a command says to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>It was not done, or what it looked at is not whole.</summary>
    public const int Wrong = 1;

    /// <summary>The command was written wrongly, or has no place here.</summary>
    public const int Misused = 2;
}
