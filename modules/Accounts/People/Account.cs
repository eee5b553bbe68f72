using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>A person who may sign in, and the roles she holds, each for an area.</summary>
public sealed class Account : Entity
{
    private Account()
    {
    }

    public Account(string userName, string displayName, IReadOnlyList<RoleHolding> roles)
    {
        UserName = userName;
        Record(new AccountOpened(userName));
        Describe(displayName, roles);
    }

    /// <summary>What she types to sign in; unique without case.</summary>
    public string UserName { get; private set; } = "";

    public string NormalizedUserName { get; private set; } = "";
    public string DisplayName { get; private set; } = "";
    public IReadOnlyList<RoleHolding> Roles { get; private set; } = [];

    /// <summary>Null for a demo person, who enters by a button.</summary>
    public string? PasswordHash { get; internal set; }

    /// <summary>Changes when old sign-ins must end.</summary>
    public string SecurityStamp { get; internal set; } = Guid.CreateVersion7().ToString("N");

    public int AccessFailedCount { get; internal set; }
    public DateTimeOffset? LockedUntil { get; internal set; }

    /// <summary>The secret shared with her authenticator; null while she has none.</summary>
    public string? AuthenticatorKey { get; internal set; }

    public bool TwoFactorEnabled { get; internal set; }

    /// <summary>A fictitious person of the demo, who exists only where the demo recipe ran.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>The Department and the committee sign in with a second factor; demo people are the one exception.</summary>
    public bool NeedsTwoFactor => !IsDemo && Roles.Any(r => Kernel.Access.Roles.TwoFactor.Contains(r.Role));

    public static Account Demo(string userName, string displayName, IReadOnlyList<RoleHolding> roles)
        => new(userName, displayName, roles) { IsDemo = true };

    public void Describe(string displayName, IReadOnlyList<RoleHolding> roles)
    {
        if (displayName == DisplayName && roles.SequenceEqual(Roles))
        {
            return;
        }

        NormalizedUserName = UserName.ToUpperInvariant();
        (DisplayName, Roles) = (displayName, roles);
        Record(new AccountRolesSet(UserName, [.. roles.Select(r => r.ToString())]));
    }

    internal void Rename(string userName, string normalized) => (UserName, NormalizedUserName) = (userName, normalized);

    internal void Tell(DomainEvent happened) => Record(happened);
}

/// <summary>A person may sign in from now on.</summary>
public sealed record AccountOpened(string UserName) : DomainEvent;

/// <summary>Which roles a person holds was decided.</summary>
public sealed record AccountRolesSet(string UserName, IReadOnlyList<string> Roles) : DomainEvent;

/// <summary>Her password was set.</summary>
public sealed record PasswordSet(string UserName) : DomainEvent;

/// <summary>She has a second factor from now on.</summary>
public sealed record TwoFactorSet(string UserName) : DomainEvent;

/// <summary>Too many wrong passwords: the account rests for a while.</summary>
public sealed record AccountLocked(string UserName, DateTimeOffset Until) : DomainEvent;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.Property(a => a.Roles).AsJson();
        builder.Ignore(a => a.NeedsTwoFactor);
    }
}
