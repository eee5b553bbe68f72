using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Accounts;

/// <summary>The rights of this module.</summary>
public static class Permissions
{
    public const string Manage = "accounts.manage";
    public const string Privacy = "accounts.privacy";

    /// <summary>Open accounts and give roles.</summary>
    public static readonly Permission ManagePeople = new(Manage) { Stereotypes = [Roles.Administrator] };

    /// <summary>Act in another person's name, with a reason, where nothing personal is at stake.</summary>
    public static readonly Permission ActForOthers = new("accounts.act-for-others") { Stereotypes = [Roles.Administrator] };

    /// <summary>Answer the persons concerned, erase what is kept about them, decide how long it is kept.</summary>
    public static readonly Permission HandlePrivacy = new(Privacy, ManagePeople) { Stereotypes = [Roles.DepartmentOfficer] };

    public static readonly IReadOnlyList<Permission> All = [ManagePeople, ActForOthers, HandlePrivacy];
}
