using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Clips;

/// <summary>The rights of this module.</summary>
public static class Permissions
{
    public const string Upload = "clips.upload";
    public const string UploadActivity = "clips.upload-activity";
    public const string View = "clips.view";

    /// <summary>Upload the clip that a group applies with.</summary>
    public static readonly Permission UploadClips = new(Upload) { Stereotypes = [Roles.GroupSecretary, Roles.DistrictOfficer] };

    /// <summary>Upload the clip of an awarded group's activity (step 7).</summary>
    public static readonly Permission UploadActivityClips = new(UploadActivity) { Stereotypes = [Roles.ProvinceOfficer] };

    /// <summary>See clips before the public does. The committee sees those of its sheets only.</summary>
    public static readonly Permission ViewClips = new(View, UploadClips, UploadActivityClips)
    {
        Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer, Roles.DepartmentHead, Roles.ProvinceHead, Roles.Auditor],
    };

    public static readonly IReadOnlyList<Permission> All = [UploadClips, UploadActivityClips, ViewClips];
}
