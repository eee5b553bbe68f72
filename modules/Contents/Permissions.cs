using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Contents;

/// <summary>The rights of this module.</summary>
public static class Permissions
{
    public const string View = "contents.view";
    public const string Edit = "contents.edit";
    public const string Publish = "contents.publish";
    public const string Define = "contents.define";

    /// <summary>Write items, put them into the trash and take them out.</summary>
    public static readonly Permission EditContents = new(Edit) { Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer] };

    /// <summary>Decide what the public reads, its menu included.</summary>
    public static readonly Permission PublishContents = new(Publish) { Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer, Roles.DepartmentHead] };

    /// <summary>Decide what types of items are made of.</summary>
    public static readonly Permission DefineTypes = new(Define) { Stereotypes = [Roles.Administrator, Roles.DepartmentOfficer] };

    /// <summary>Read all items with their drafts and versions.</summary>
    public static readonly Permission ViewContents = new(View, EditContents, PublishContents) { Stereotypes = [Roles.Auditor] };

    public static readonly IReadOnlyList<Permission> All = [EditContents, PublishContents, DefineTypes, ViewContents];
}
