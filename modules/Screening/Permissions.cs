using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Screening;

/// <summary>What may be done in this module. The constants name the policies of its pages.</summary>
internal static class Permissions
{
    public const string Score = "screening.score";
    public const string Lead = "screening.lead";
    public const string Secretary = "screening.secretary";
    public const string OpenRound = "screening.open-round";
    public const string ViewRounds = "screening.view-rounds";
    public const string ViewBoard = "screening.view-board";
    public const string ViewVerdict = "screening.view-verdict";

    /// <summary>Marks the entries of the rounds whose panel one sits on.</summary>
    public static readonly Permission Scoring = new(Score) { Stereotypes = [Roles.Member, Roles.Chair] };

    /// <summary>Leads the rounds of one's panel: discussion, closing, signing.</summary>
    public static readonly Permission Leading = new(Lead) { Stereotypes = [Roles.Chair] };

    /// <summary>Keeps the record of the rounds of one's panel: attendance, votes, the resolution.</summary>
    public static readonly Permission Recording = new(Secretary) { Stereotypes = [Roles.Secretary] };

    /// <summary>Appoints panels and opens rounds.</summary>
    public static readonly Permission Opening = new(OpenRound) { Stereotypes = [Roles.DepartmentOfficer, Roles.Administrator] };

    /// <summary>Sees the rounds of every panel.</summary>
    public static readonly Permission ViewingRounds = new(ViewRounds, Opening) { Stereotypes = [Roles.DepartmentHead, Roles.Auditor] };

    /// <summary>Opens the board of a round that one may see.</summary>
    public static readonly Permission ViewingBoard = new(ViewBoard, Scoring, Leading, Recording, ViewingRounds);

    /// <summary>Reads what the committee found of the entries of one's area, after the announcement.</summary>
    public static readonly Permission ViewingVerdict = new(ViewVerdict)
    {
        Stereotypes =
        [
            Roles.GroupSecretary, Roles.DistrictOfficer, Roles.ProvinceOfficer, Roles.ProvinceHead,
            Roles.DepartmentOfficer, Roles.DepartmentHead, Roles.Administrator, Roles.Auditor,
        ],
    };

    public static readonly IReadOnlyList<Permission> All = [Scoring, Leading, Recording, Opening, ViewingRounds, ViewingBoard, ViewingVerdict];
}
