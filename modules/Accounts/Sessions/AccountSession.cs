using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Accounts.Sessions;

/// <summary>
/// One sign-in on one device. The cookie carries only its id: what it is worth is decided here at every request.
/// Ended ones stay for the 90 days that the computer-crime act (section 26) asks of a sign-in record.
/// </summary>
public sealed class AccountSession : Entity
{
    /// <summary>How long a sign-in lasts without being used.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>How long somebody may act for another before she must say anew why.</summary>
    public static readonly TimeSpan ActingTurn = TimeSpan.FromHours(1);

    private AccountSession()
    {
    }

    internal AccountSession(Account account, Device device, bool hasSecondFactor, DateTimeOffset now)
    {
        (AccountId, Stamp, HasSecondFactor, StartedAt, SeenAt) = (account.Id, account.SecurityStamp, hasSecondFactor, now, now);
        (Browser, Address) = (device.Browser, device.Address);
        Record(new SignedIn(account.UserName, hasSecondFactor));
    }

    public Guid AccountId { get; private set; }

    /// <summary>The account's stamp when she signed in: a new password, a closed account or "everywhere" ends every sign-in by changing the account's.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>Browser and system in words of their makers, such as "Chrome · Android".</summary>
    public string Browser { get; private set; } = "";

    /// <summary>The network address; personal data, so it stands in no audit row.</summary>
    public string Address { get; private set; } = "";

    public bool HasSecondFactor { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it was last used, to a few minutes.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When it was ended by hand; null otherwise.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The person in whose name it works; null when in her own.</summary>
    public Guid? ActsFor { get; private set; }

    public DateTimeOffset? ActsUntil { get; private set; }

    /// <summary>In whose name it works at that time; null when in her own.</summary>
    public Guid? ActsForAt(DateTimeOffset now) => ActsUntil > now ? ActsFor : null;

    internal void End(DateTimeOffset now)
    {
        if (EndedAt is null)
        {
            EndedAt = now;
            Record(new SignedOut());
        }
    }

    internal void ActFor(Account account, string reason, DateTimeOffset now)
    {
        (ActsFor, ActsUntil) = (account.Id, now + ActingTurn);
        Record(new ActingBegun(account.UserName, ActsUntil.Value) { Reason = reason });
    }

    internal void StopActing()
    {
        (ActsFor, ActsUntil) = (null, null);
        Record(new ActingEnded());
    }
}

/// <summary>What is known of where somebody signs in.</summary>
internal sealed record Device(string Browser, string Address);

/// <summary>Somebody signed in.</summary>
public sealed record SignedIn([property: Personal] string UserName, bool SecondFactor) : DomainEvent;

/// <summary>One sign-in was ended.</summary>
public sealed record SignedOut : DomainEvent;

/// <summary>From now on, and until then at the latest, she acts in another person's name.</summary>
public sealed record ActingBegun([property: Personal] string UserName, DateTimeOffset Until) : DomainEvent;

/// <summary>She acts in her own name again.</summary>
public sealed record ActingEnded : DomainEvent;

internal sealed class AccountSessionTable : IEntityTypeConfiguration<AccountSession>
{
    public void Configure(EntityTypeBuilder<AccountSession> builder)
    {
        builder.ToTable("account_sessions");
        builder.HasIndex(s => new { s.AccountId, s.SeenAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }
}
