using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>Whether a person may come in, as lists show it.</summary>
public enum AccountState
{
    /// <summary>She has not set a password yet.</summary>
    Invited,
    Active,

    /// <summary>Resting after too many wrong passwords.</summary>
    Locked,
    Closed,
}

/// <summary>A person who may sign in, and the roles she holds, each for an area.</summary>
public sealed class Account : Entity
{
    /// <summary>Begins what a forgotten person is called; nobody can choose it for a user name.</summary>
    internal const string ForgottenPrefix = "~";

    private readonly List<AccountRole> _held = [];

    private Account()
    {
    }

    public Account(string userName, string displayName, IReadOnlyList<RoleHolding> roles)
    {
        (UserName, NormalizedUserName) = (userName, Normal(userName));
        Record(new AccountOpened(userName));
        Describe(displayName, roles);
    }

    /// <summary>What she types to sign in; unique without case.</summary>
    public string UserName { get; private set; } = "";

    public string NormalizedUserName { get; private set; } = "";
    public string DisplayName { get; private set; } = "";

    /// <summary>Where letters reach her; null where she has no address.</summary>
    public string? Email { get; private set; }

    public string? NormalizedEmail { get; private set; }
    public IReadOnlyList<RoleHolding> Roles { get; private set; } = [];

    /// <summary>The same roles as rows, by which lists find her.</summary>
    public IReadOnlyCollection<AccountRole> Held => _held;

    /// <summary>Null for a demo person, who enters by a button, and for one who has not taken her invitation.</summary>
    public string? PasswordHash { get; internal set; }

    /// <summary>Changes when old sign-ins must end.</summary>
    public string SecurityStamp { get; internal set; } = NewStamp();

    public int AccessFailedCount { get; internal set; }
    public DateTimeOffset? LockedUntil { get; internal set; }

    /// <summary>The secret shared with her authenticator; null while she has none.</summary>
    public string? AuthenticatorKey { get; internal set; }

    public bool TwoFactorEnabled { get; internal set; }

    /// <summary>The hashes of the codes that stand in for her authenticator, once each.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>When she was shut out; null while she may come in.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>A fictitious person of the demo, who exists only where the demo recipe ran.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>The Department and the committee sign in with a second factor, and whoever has set one up; demo people are the one exception.</summary>
    public bool NeedsTwoFactor => !IsDemo && (TwoFactorEnabled || Roles.Any(r => Kernel.Access.Roles.TwoFactor.Contains(r.Role)));

    /// <summary>Whether she has a way in at all.</summary>
    public bool MaySignIn => ClosedAt is null && (IsDemo || PasswordHash is not null);

    /// <summary>A demo person's address lies in a domain that can never exist (RFC 2606).</summary>
    public static Account Demo(string userName, string displayName, IReadOnlyList<RoleHolding> roles)
    {
        var email = $"{userName}@demo.example";
        return new(userName, displayName, roles) { IsDemo = true, Email = email, NormalizedEmail = Normal(email) };
    }

    /// <summary>How a user name or an address is compared.</summary>
    public static string Normal(string text) => text.Normalize().ToUpperInvariant();

    public AccountState StateAt(DateTimeOffset now)
        => ClosedAt is not null ? AccountState.Closed
            : LockedUntil > now ? AccountState.Locked
            : MaySignIn ? AccountState.Active
            : AccountState.Invited;

    public void Describe(string displayName, IReadOnlyList<RoleHolding> roles)
    {
        if (displayName != DisplayName)
        {
            if (DisplayName.Length > 0)
            {
                Record(new AccountRenamed(UserName));
            }

            DisplayName = displayName;
        }

        if (!roles.SequenceEqual(Roles))
        {
            Roles = [.. roles.Distinct()];
            _held.RemoveAll(h => !Roles.Any(h.IsThat));
            _held.AddRange(Roles.Where(r => !_held.Any(h => h.IsThat(r))).Select(r => new AccountRole(Id, r)));
            Record(new AccountRolesSet(UserName, [.. Roles.Select(r => r.ToString())]));
        }
    }

    public void Reach(string? email)
    {
        if (email != Email)
        {
            (Email, NormalizedEmail) = (email, email is null ? null : Normal(email));
            Record(new AccountEmailSet(UserName));
        }
    }

    /// <summary>She sets a password: what rested is awake again, and old sign-ins end.</summary>
    internal void SetPassword(string hash)
    {
        (PasswordHash, SecurityStamp, AccessFailedCount, LockedUntil) = (hash, NewStamp(), 0, null);
        Record(new PasswordSet(UserName));
    }

    internal Outcome Close(string reason, DateTimeOffset now)
    {
        if (ClosedAt is not null)
        {
            return Outcome.ChangedMeanwhile;
        }

        (ClosedAt, SecurityStamp) = (now, NewStamp());
        Record(new AccountClosed(UserName) { Reason = reason });
        return Outcome.Done;
    }

    internal Outcome Reopen()
    {
        if (ClosedAt is null)
        {
            return Outcome.ChangedMeanwhile;
        }

        ClosedAt = null;
        Record(new AccountReopened(UserName));
        return Outcome.Done;
    }

    internal void Unlock()
    {
        (LockedUntil, AccessFailedCount) = (null, 0);
        Record(new AccountUnlocked(UserName));
    }

    internal void ResetSecondFactor()
    {
        (AuthenticatorKey, TwoFactorEnabled, RecoveryCodes, SecurityStamp) = (null, false, [], NewStamp());
        Record(new TwoFactorReset(UserName));
    }

    internal void EndSessions()
    {
        SecurityStamp = NewStamp();
        Record(new SessionsEnded(UserName));
    }

    internal void SetRecoveryCodes(IReadOnlyList<string> hashes)
    {
        RecoveryCodes = hashes;
        Record(new RecoveryCodesMade(UserName, hashes.Count));
    }

    /// <summary>Uses one of the codes up; false when she has no such code.</summary>
    internal bool UseRecoveryCode(string hash)
    {
        if (!RecoveryCodes.Contains(hash))
        {
            return false;
        }

        RecoveryCodes = [.. RecoveryCodes.Where(h => h != hash)];
        AccessFailedCount = 0;
        Record(new RecoveryCodeUsed(UserName, RecoveryCodes.Count));
        return true;
    }

    /// <summary>Takes away everything that tells who she is; what stays is her id. She is shut out for ever.</summary>
    internal void Forget(DateTimeOffset now)
    {
        UserName = NormalizedUserName = DisplayName = ForgottenPrefix + Id.ToString("N")[^12..];
        (Email, NormalizedEmail, PasswordHash, AuthenticatorKey, TwoFactorEnabled, RecoveryCodes) = (null, null, null, null, false, []);
        (ClosedAt, SecurityStamp, Roles) = (ClosedAt ?? now, NewStamp(), []);
        _held.Clear();
        Record(new AccountForgotten());
    }

    internal void Rename(string userName, string normalized) => (UserName, NormalizedUserName) = (userName, normalized);

    internal void Tell(DomainEvent happened) => Record(happened);

    private static string NewStamp() => Guid.CreateVersion7().ToString("N");
}

/// <summary>One role of one person, as a row to search by.</summary>
public sealed class AccountRole
{
    private AccountRole()
    {
    }

    internal AccountRole(Guid accountId, RoleHolding holding) => (AccountId, Role, AreaPath) = (accountId, holding.Role, holding.Area.Path);

    public Guid AccountId { get; private set; }
    public string Role { get; private set; } = "";
    public string AreaPath { get; private set; } = "";

    internal bool IsThat(RoleHolding holding) => Role == holding.Role && AreaPath == holding.Area.Path;
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasIndex(a => a.NormalizedEmail);
        builder.Property(a => a.Roles).AsJson();
        builder.Property(a => a.RecoveryCodes).AsJson();
        builder.Ignore(a => a.NeedsTwoFactor).Ignore(a => a.MaySignIn);
        builder.HasMany(a => a.Held).WithOne().HasForeignKey(h => h.AccountId);

        // Whoever changes the roles changes the rows, so they are never left behind.
        builder.Navigation(a => a.Held).AutoInclude();
    }
}

internal sealed class AccountRoleTable : IEntityTypeConfiguration<AccountRole>
{
    public void Configure(EntityTypeBuilder<AccountRole> builder)
    {
        builder.ToTable("account_roles").HasKey(h => new { h.AccountId, h.Role, h.AreaPath });
        builder.HasIndex(h => new { h.Role, h.AreaPath });
    }
}
