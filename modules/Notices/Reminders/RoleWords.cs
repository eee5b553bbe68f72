using CommunityBusinessNetwork.Kernel.Messages;

namespace CommunityBusinessNetwork.Notices.Reminders;

internal static class RoleWords
{
    /// <summary>A role of the programme by the message of the module that keeps people; one that staff added is called what they called it.</summary>
    public static string RoleWord(this Localizer text, string role) => text[$"accounts.role.{role}"] is var words && words.StartsWith("accounts.role.", StringComparison.Ordinal) ? role : words;
}
