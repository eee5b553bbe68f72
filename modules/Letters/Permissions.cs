using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Letters;

/// <summary>The rights of this module.</summary>
internal static class Permissions
{
    public const string Draft = "letters.draft";
    public const string Sign = "letters.sign";
    public const string Receive = "letters.receive";
    public const string ViewAll = "letters.view-all";
    public const string View = "letters.view";
    public const string Read = "letters.read";
    public const string KeepOffice = "letters.keep-office";

    /// <summary>Write letters of a province, and send them when they are signed.</summary>
    public static readonly Permission Drafting = new(Draft) { Stereotypes = [Roles.ProvinceOfficer] };

    /// <summary>Sign letters of a province, and send or cancel them.</summary>
    public static readonly Permission Signing = new(Sign) { Stereotypes = [Roles.ProvinceHead] };

    /// <summary>Read the letters that came to a district, and say that it has them.</summary>
    public static readonly Permission Receiving = new(Receive) { Stereotypes = [Roles.DistrictOfficer] };

    /// <summary>See the letters of all provinces.</summary>
    public static readonly Permission ViewingAll = new(ViewAll)
    {
        Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer, Roles.DepartmentHead, Roles.Auditor],
    };

    /// <summary>See the letters that a province writes.</summary>
    public static readonly Permission Viewing = new(View, Drafting, Signing, ViewingAll);

    /// <summary>Open the pages of letters, as writer or as reader.</summary>
    public static readonly Permission Reading = new(Read, Viewing, Receiving);

    /// <summary>Say what stands on a province's letters: address, telephone, who signs.</summary>
    public static readonly Permission KeepingOffice = new(KeepOffice, Drafting, Signing);

    public static readonly IReadOnlyList<Permission> All = [Drafting, Signing, Receiving, ViewingAll, Viewing, Reading, KeepingOffice];
}
