using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Kernel.Access;

/// <summary>The names behind the opaque ids of users, for lists. Answered by the module that keeps people.</summary>
public interface IPersonNames
{
    /// <summary>The names of those that it knows.</summary>
    Task<IReadOnlyDictionary<string, string>> OfAsync(IReadOnlyCollection<string> userIds, CancellationToken ct);
}

/// <summary>Makes the first person of a new site, an administrator of the nation. Answered by the module that keeps people.</summary>
public interface IFirstAdministrator
{
    /// <summary>Problems name the fields UserName and Password. A second call before the site is set up sets the password anew.</summary>
    Task<Outcome> MakeAsync(string userName, string password, CancellationToken ct);
}

/// <summary>A person whom mail reaches.</summary>
public sealed record ReachablePerson(string UserId, string Name, string Email);

/// <summary>Whom to tell. Answered by the module that keeps people.</summary>
public interface IReachablePeople
{
    /// <summary>Those who hold one of the roles for that area or one around it, may sign in and have an address.</summary>
    Task<IReadOnlyList<ReachablePerson>> HoldersOfAsync(IReadOnlyCollection<string> roles, Area area, CancellationToken ct);
}

/// <summary>How many people there are for each role. Answered by the module that keeps people.</summary>
public interface IRoleHolders
{
    /// <summary>Those who may sign in, by the name of the role; a role that nobody holds is left out.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken ct);
}
