namespace CommunityBusinessNetwork.Kernel.Navigation;

/// <summary>A page that stands among those of staff and is drawn as the public sees it: a preview.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InPublicThemeAttribute : Attribute;
