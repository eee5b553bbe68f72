using System.Security.Cryptography;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>What a person concerned may ask for (PDPA s.30–36).</summary>
internal enum PrivacyRight
{
    Access,
    Copy,
    Correction,
    Erasure,
    Objection,
}

internal enum PrivacyState
{
    Received,

    /// <summary>It is she who asks.</summary>
    IdentityChecked,
    Done,
    Refused,
}

/// <summary>What she typed.</summary>
/// <param name="Contact">An address or a number by which she is answered.</param>
internal sealed record PrivacyWish(PrivacyRight Right, string Name, string Contact, string Details);

/// <summary>A request of a person concerned. It is answered within 30 days (PDPA s.30); what was decided stays on record (s.30, s.39).</summary>
internal sealed class PrivacyRequest : Entity
{
    /// <summary>PDPA s.30: without delay, and within 30 days of the request.</summary>
    public const int Days = 30;

    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private PrivacyRequest()
    {
    }

    public PrivacyRequest(PrivacyWish wish, DateTimeOffset now)
    {
        (Right, Name, Contact, Details, ReceivedAt) = (wish.Right, wish.Name, wish.Contact, wish.Details, now);
        var day = BangkokTime.DateOf(now);
        DueAt = BangkokTime.EndOf(day.AddDays(Days));
        Number = $"PR-{day.Year + ThaiFormat.EraOffset}-{RandomNumberGenerator.GetString(Letters, 6)}";
        Record(new PrivacyRequestReceived(Number, wish.Right));
    }

    /// <summary>Her receipt, "PR-2563-7KQ2M9": it cannot be guessed from another.</summary>
    public string Number { get; private set; } = "";

    public PrivacyRight Right { get; private set; }
    public string Name { get; private set; } = "";
    public string Contact { get; private set; } = "";
    public string Details { get; private set; } = "";
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>Exclusive: the end of the thirtieth day.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public PrivacyState State { get; private set; }

    /// <summary>Who answers it; null while nobody does.</summary>
    public string? AssigneeId { get; private set; }

    /// <summary>How her identity was checked.</summary>
    public string? IdentityNote { get; private set; }

    /// <summary>What was done, or why not.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public bool IsOpen => State is PrivacyState.Received or PrivacyState.IdentityChecked;

    public bool IsLateAt(DateTimeOffset now) => IsOpen && now >= DueAt;

    public Outcome AssignTo(string userId)
    {
        if (!IsOpen)
        {
            return Outcome.Refused("accounts.privacy-closed");
        }

        AssigneeId = userId;
        Record(new PrivacyRequestAssigned(Number, userId));
        return Outcome.Done;
    }

    public Outcome ConfirmIdentity(string note)
    {
        if (State != PrivacyState.Received)
        {
            return Outcome.Refused("accounts.privacy-closed");
        }

        (State, IdentityNote) = (PrivacyState.IdentityChecked, note);
        Record(new PrivacyIdentityChecked(Number));
        return Outcome.Done;
    }

    /// <summary>What keeps this request from erasing anything; null when nothing does.</summary>
    public Problem? WhyNotToErase()
        => State != PrivacyState.IdentityChecked ? new("accounts.privacy-identity-first")
            : Right is PrivacyRight.Erasure or PrivacyRight.Objection ? null
            : new("accounts.privacy-no-erasure");

    public void HasErased(int values) => Record(new PersonErased(Number, values));

    /// <summary>Nobody's data is handed out or erased before it is known who asks; refused it may be at once.</summary>
    public Outcome Close(bool done, string answer, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return Outcome.Refused("accounts.privacy-closed");
        }

        if (done && State != PrivacyState.IdentityChecked)
        {
            return Outcome.Refused("accounts.privacy-identity-first");
        }

        (State, Answer, ClosedAt) = (done ? PrivacyState.Done : PrivacyState.Refused, answer, now);
        Record(done ? new PrivacyRequestDone(Number) : new PrivacyRequestRefused(Number));
        return Outcome.Done;
    }
}

// Neither names nor addresses nor words stand in these.

/// <summary>A person concerned asks for something.</summary>
internal sealed record PrivacyRequestReceived(string Number, PrivacyRight Right) : DomainEvent;

/// <summary>Somebody answers it from now on.</summary>
internal sealed record PrivacyRequestAssigned(string Number, string AssigneeId) : DomainEvent;

/// <summary>It is known who asks.</summary>
internal sealed record PrivacyIdentityChecked(string Number) : DomainEvent;

/// <summary>What was asked for was done.</summary>
internal sealed record PrivacyRequestDone(string Number) : DomainEvent;

/// <summary>What was asked for was refused, with the reason that stands in the request.</summary>
internal sealed record PrivacyRequestRefused(string Number) : DomainEvent;

/// <summary>What was known about the person is gone.</summary>
internal sealed record PersonErased(string Number, int Values) : DomainEvent;

internal sealed class PrivacyRequestTable : IEntityTypeConfiguration<PrivacyRequest>
{
    public void Configure(EntityTypeBuilder<PrivacyRequest> builder)
    {
        builder.ToTable("privacy_requests");
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.State, r.DueAt });
        builder.Property(r => r.Right).HasColumnName("asked").HasConversion<string>();
        builder.Property(r => r.State).HasConversion<string>();
        builder.Ignore(r => r.IsOpen);
    }
}
