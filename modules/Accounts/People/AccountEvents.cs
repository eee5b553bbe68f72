using CommunityBusinessNetwork.Kernel.Events;

namespace CommunityBusinessNetwork.Accounts.People;

// Display names and addresses stand in none of these: what an audit row says can never be erased.

/// <summary>A person may sign in from now on.</summary>
public sealed record AccountOpened(string UserName) : DomainEvent;

/// <summary>Which roles a person holds was decided.</summary>
public sealed record AccountRolesSet(string UserName, IReadOnlyList<string> Roles) : DomainEvent;

/// <summary>She is called otherwise from now on.</summary>
public sealed record AccountRenamed(string UserName) : DomainEvent;

/// <summary>Letters reach her elsewhere from now on, or no longer.</summary>
public sealed record AccountEmailSet(string UserName) : DomainEvent;

/// <summary>Her password was set.</summary>
public sealed record PasswordSet(string UserName) : DomainEvent;

/// <summary>She has a second factor from now on.</summary>
public sealed record TwoFactorSet(string UserName) : DomainEvent;

/// <summary>Her second factor was taken away: she sets up a new one.</summary>
public sealed record TwoFactorReset(string UserName) : DomainEvent;

/// <summary>She was given codes that stand in for her authenticator.</summary>
public sealed record RecoveryCodesMade(string UserName, int Count) : DomainEvent;

/// <summary>She came in by one of her recovery codes.</summary>
public sealed record RecoveryCodeUsed(string UserName, int Left) : DomainEvent;

/// <summary>Too many wrong passwords: the account rests for a while.</summary>
public sealed record AccountLocked(string UserName, DateTimeOffset Until) : DomainEvent;

/// <summary>It need not rest any longer.</summary>
public sealed record AccountUnlocked(string UserName) : DomainEvent;

/// <summary>She may not sign in any more.</summary>
public sealed record AccountClosed(string UserName) : DomainEvent;

/// <summary>She may sign in again.</summary>
public sealed record AccountReopened(string UserName) : DomainEvent;

/// <summary>All her sign-ins ended.</summary>
public sealed record SessionsEnded(string UserName) : DomainEvent;

/// <summary>She was sent a link to set a password.</summary>
/// <param name="Site">The address with which links to this site begin.</param>
public sealed record PersonInvited(string UserName, string Site) : DomainEvent;

/// <summary>Somebody says that she has forgotten her password.</summary>
/// <param name="Site">The address with which links to this site begin.</param>
public sealed record PasswordResetAsked(string UserName, string Site) : DomainEvent;
