using System.Net.Mail;
using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>What a person may be called and where letters may reach her.</summary>
internal static partial class PersonRules
{
    /// <summary>Names that begin so belong to the people of the demo.</summary>
    public const string DemoPrefix = "demo-";

    private const int LongestName = 120;
    private const int LongestEmail = 254;

    public static Problem? CheckUserName(string name)
        => name.Length == 0 ? new("forms.required", "UserName")
            : NationalId.AppearsIn(name) ? new("fields.national-id", "UserName")
            : !UserName().IsMatch(name) || name.StartsWith(DemoPrefix, StringComparison.OrdinalIgnoreCase) ? new("accounts.user-name-invalid", "UserName")
            : null;

    public static IEnumerable<Problem> Check(string? displayName, string? email)
    {
        if (string.IsNullOrWhiteSpace(displayName))
        {
            yield return new("forms.required", "DisplayName");
        }
        else if (displayName.Trim() is { Length: > LongestName } name)
        {
            yield return new("fields.too-long", "DisplayName", ("max", LongestName), ("length", name.Length));
        }

        if (NationalId.AppearsIn(displayName))
        {
            yield return new("fields.national-id", "DisplayName");
        }

        if (NationalId.AppearsIn(email))
        {
            yield return new("fields.national-id", "Email");
        }

        if (Plain(email) is { } address && (address.Length > LongestEmail || !MailAddress.TryCreate(address, out var parsed) || parsed.Address != address))
        {
            yield return new("accounts.email-invalid", "Email");
        }
    }

    /// <summary>The address without blanks around it; null for none.</summary>
    public static string? Plain(string? email) => string.IsNullOrWhiteSpace(email) ? null : email.Trim();

    [GeneratedRegex(@"^[\p{L}\p{M}\p{N}._@+-]{3,64}$")]
    private static partial Regex UserName();
}
