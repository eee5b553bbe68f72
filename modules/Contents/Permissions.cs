using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Contents;

/// <summary>The rights of this module.</summary>
public static class Permissions
{
    public const string View = "contents.view";
    public const string Edit = "contents.edit";
    public const string Publish = "contents.publish";
    public const string Define = "contents.define";
    public const string Library = "contents.view-media";
    public const string Upload = "contents.manage-media";
    public const string Folders = "contents.manage-media-folders";

    /// <summary>Write items, put them into the trash and take them out.</summary>
    public static readonly Permission EditContents = new(Edit) { Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer] };

    /// <summary>Decide what the public reads, its menu included.</summary>
    public static readonly Permission PublishContents = new(Publish) { Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer, Roles.DepartmentHead] };

    /// <summary>Decide what types of items are made of.</summary>
    public static readonly Permission DefineTypes = new(Define) { Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer] };

    /// <summary>Read all items with their drafts and versions.</summary>
    public static readonly Permission ViewContents = new(View, EditContents, PublishContents) { Stereotypes = [Roles.Auditor] };

    /// <summary>Decide who sees and who changes the folders of the media library.</summary>
    public static readonly Permission ManageMediaFolders = new(Folders) { Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer] };

    /// <summary>Put files into the folders of the media library that are open to her, describe, replace and delete them.</summary>
    public static readonly Permission ManageMedia = new(Upload, ManageMediaFolders) { Stereotypes = [Roles.ProvinceOfficer] };

    /// <summary>See the media library and pick from it.</summary>
    public static readonly Permission ViewMedia = new(Library, ManageMedia) { Stereotypes = [Roles.DepartmentHead, Roles.Auditor] };

    public static readonly IReadOnlyList<Permission> All = [EditContents, PublishContents, DefineTypes, ViewContents, ManageMediaFolders, ManageMedia, ViewMedia];
}
