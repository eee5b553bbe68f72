namespace CommunityBusinessNetwork.Groups.Profiles;

/// <summary>The content type of savings groups.</summary>
public static class GroupItems
{
    public const string Type = "Group";
}
