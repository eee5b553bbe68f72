namespace CommunityBusinessNetwork.Kernel.Access;

/// <summary>Who acts in this scope when it is no request: a job, a consumer of events, a played script. The host's <see cref="CurrentUser"/> asks here first.</summary>
public sealed class ActingUser
{
    public CurrentUser? User { get; private set; }

    public void Become(CurrentUser user) => User = user;
}
