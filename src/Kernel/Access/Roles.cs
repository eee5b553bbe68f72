namespace CommunityBusinessNetwork.Kernel.Access;

/// <summary>The stereotype roles of the programme (design §1). Each is held for an area; staff may add others.</summary>
public static class Roles
{
    public const string Administrator = "Administrator";
    public const string DepartmentOfficer = "DepartmentOfficer";
    public const string DepartmentHead = "DepartmentHead";
    public const string Chair = "Chair";
    public const string Member = "Member";
    public const string Secretary = "Secretary";
    public const string ProvinceOfficer = "ProvinceOfficer";
    public const string ProvinceHead = "ProvinceHead";
    public const string ProcurementOfficer = "ProcurementOfficer";
    public const string Inspector = "Inspector";
    public const string DistrictOfficer = "DistrictOfficer";
    public const string GroupSecretary = "GroupSecretary";
    public const string Auditor = "Auditor";
    public const string Anonymous = "Anonymous";

    public static readonly IReadOnlyList<string> All =
    [
        Administrator, DepartmentOfficer, DepartmentHead, Chair, Member, Secretary, ProvinceOfficer, ProvinceHead,
        ProcurementOfficer, Inspector, DistrictOfficer, GroupSecretary, Auditor, Anonymous,
    ];

    /// <summary>The roles that must sign in with a second factor: the Department and the committee.</summary>
    public static readonly IReadOnlyList<string> TwoFactor = [Administrator, DepartmentOfficer, DepartmentHead, Chair, Member, Secretary];
}

/// <summary>A role that a person holds for an area.</summary>
public sealed record RoleHolding(string Role, Area Area)
{
    /// <summary>"Role@th/northeast/43", as it stands in a claim.</summary>
    public override string ToString() => $"{Role}@{Area.Path}";

    /// <exception cref="FormatException">There is no @ in it.</exception>
    public static RoleHolding Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 ? new(text[..at], new(text[(at + 1)..])) : throw new FormatException($"'{text}' is no role held for an area.");
    }
}
