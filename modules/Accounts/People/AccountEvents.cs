using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Events;

namespace CommunityBusinessNetwork.Accounts.People;

// Display names and addresses stand in none of these, and user names outside of the hashed text.

/// <summary>A person may sign in from now on.</summary>
public sealed record AccountOpened([property: Personal] string UserName) : DomainEvent;

/// <summary>Which roles a person holds was decided.</summary>
public sealed record AccountRolesSet([property: Personal] string UserName, IReadOnlyList<string> Roles) : DomainEvent;

/// <summary>She is called otherwise from now on.</summary>
public sealed record AccountRenamed([property: Personal] string UserName) : DomainEvent;

/// <summary>Letters reach her elsewhere from now on, or no longer.</summary>
public sealed record AccountEmailSet([property: Personal] string UserName) : DomainEvent;

/// <summary>Her password was set.</summary>
public sealed record PasswordSet([property: Personal] string UserName) : DomainEvent;

/// <summary>She has a second factor from now on.</summary>
public sealed record TwoFactorSet([property: Personal] string UserName) : DomainEvent;

/// <summary>Her second factor was taken away: she sets up a new one.</summary>
public sealed record TwoFactorReset([property: Personal] string UserName) : DomainEvent;

/// <summary>She was given codes that stand in for her authenticator.</summary>
public sealed record RecoveryCodesMade([property: Personal] string UserName, int Count) : DomainEvent;

/// <summary>She came in by one of her recovery codes.</summary>
public sealed record RecoveryCodeUsed([property: Personal] string UserName, int Left) : DomainEvent;

/// <summary>Too many wrong passwords: the account rests for a while.</summary>
public sealed record AccountLocked([property: Personal] string UserName, DateTimeOffset Until) : DomainEvent;

/// <summary>It need not rest any longer.</summary>
public sealed record AccountUnlocked([property: Personal] string UserName) : DomainEvent;

/// <summary>She may not sign in any more.</summary>
public sealed record AccountClosed([property: Personal] string UserName) : DomainEvent;

/// <summary>She may sign in again.</summary>
public sealed record AccountReopened([property: Personal] string UserName) : DomainEvent;

/// <summary>All her sign-ins ended.</summary>
public sealed record SessionsEnded([property: Personal] string UserName) : DomainEvent;

/// <summary>She was sent a link to set a password.</summary>
/// <param name="Site">The address with which links to this site begin.</param>
public sealed record PersonInvited([property: Personal] string UserName, string Site) : DomainEvent;

/// <summary>Somebody says that she has forgotten her password.</summary>
/// <param name="Site">The address with which links to this site begin.</param>
public sealed record PasswordResetAsked([property: Personal] string UserName, string Site) : DomainEvent;

/// <summary>She is shut out and nameless; her id stays where she acted.</summary>
public sealed record AccountForgotten : DomainEvent;
