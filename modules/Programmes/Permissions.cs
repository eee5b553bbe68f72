using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Programmes;

/// <summary>The rights of this module.</summary>
public static class Permissions
{
    public const string Run = "programmes.run";
    public const string Nominate = "programmes.nominate";
    public const string Arrange = "programmes.arrange";
    public const string Submit = "programmes.submit";
    public const string View = "programmes.view";
    public const string Slots = "programmes.view-slots";

    /// <summary>Open cycles, extend, return, disqualify.</summary>
    public static readonly Permission RunCycle = new(Run) { Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer] };

    /// <summary>Name the province's group.</summary>
    public static readonly Permission NominateGroup = new(Nominate) { Stereotypes = [Roles.ProvinceOfficer] };

    /// <summary>Plan the event of an entry (step 0).</summary>
    public static readonly Permission ArrangeEvents = new(Arrange) { Stereotypes = [Roles.ProvinceOfficer] };

    /// <summary>Send plan and clip to the Department.</summary>
    public static readonly Permission SubmitEntries = new(Submit) { Stereotypes = [Roles.GroupSecretary, Roles.DistrictOfficer] };

    /// <summary>See entries with what is not public. The committee does not hold it.</summary>
    public static readonly Permission ViewEntries = new(View, RunCycle, NominateGroup, ArrangeEvents, SubmitEntries)
    {
        Stereotypes = [Roles.DepartmentHead, Roles.ProvinceHead, Roles.ProcurementOfficer, Roles.Inspector, Roles.Auditor],
    };

    /// <summary>See which provinces have named a group.</summary>
    public static readonly Permission ViewSlots = new(Slots, RunCycle, NominateGroup) { Stereotypes = [Roles.DepartmentHead, Roles.ProvinceHead, Roles.Auditor] };

    public static readonly IReadOnlyList<Permission> All = [RunCycle, NominateGroup, ArrangeEvents, SubmitEntries, ViewEntries, ViewSlots];
}
