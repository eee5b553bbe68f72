using System.Text.RegularExpressions;

namespace CommunityBusinessNetwork.Desk.Workflows;

internal static partial class WorkflowNames
{
    /// <summary>Small Latin letters, digits and hyphens: what stands in addresses and recipes.</summary>
    public static bool IsName(string? typed) => typed is not null && Name().IsMatch(typed.Trim());

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$")]
    private static partial Regex Name();
}
