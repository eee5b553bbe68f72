using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Notices.Templates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Notices.Outbox;

internal enum NoticeState
{
    /// <summary>Somebody looks at it first.</summary>
    Held,

    /// <summary>Goes out when it is due.</summary>
    Waiting,
    Sent,

    /// <summary>Could not be sent, and is not tried again by itself.</summary>
    Failed,
    Discarded,
}

/// <summary>Why a notice is where it is, when nobody decided it by hand.</summary>
internal enum NoticeCause
{
    /// <summary>The person does not wish notices of this kind.</summary>
    OptedOut,

    /// <summary>It belongs to the played history of a demo: no mail was written.</summary>
    Played,
}

/// <summary>Something that one person is told by mail.</summary>
internal sealed class Notice : Entity
{
    private const int LongestError = 500;
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6)];

    private Notice()
    {
    }

    /// <param name="key">What makes it the only one: made again for the same reason it is the same notice.</param>
    public Notice(string key, string kind, Addressee to, NoticeWords words, DateTimeOffset now)
    {
        (Key, Kind, Subject, Body, MadeAt, DueAt) = (key, kind, words.Subject, words.Body, now, now);
        (RecipientId, RecipientName, RecipientEmail, Language, AreaPath) = (to.Person.UserId, to.Person.Name, to.Person.Email, to.Language, to.About.Path);
    }

    public string Key { get; private set; } = "";

    /// <summary>The code of its kind.</summary>
    public string Kind { get; private set; } = "";

    public string RecipientId { get; private set; } = "";
    public string RecipientName { get; private set; } = "";
    public string RecipientEmail { get; private set; } = "";
    public string Language { get; private set; } = "";

    /// <summary>The area of what it is about.</summary>
    public string AreaPath { get; private set; } = "";

    public string Subject { get; private set; } = "";
    public string Body { get; private set; } = "";
    public NoticeState State { get; private set; } = NoticeState.Waiting;
    public NoticeCause? Cause { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When it goes out at the earliest.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Whether it goes out with what else that person is told on that day.</summary>
    public bool InDigest { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>What went wrong at the last try.</summary>
    public string? Error { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Whether it can still be stopped or worded.</summary>
    public bool IsOpen => State is NoticeState.Held or NoticeState.Waiting or NoticeState.Failed;

    public Outcome Hold()
    {
        if (State is not (NoticeState.Waiting or NoticeState.Failed))
        {
            return Outcome.Refused("notices.not-to-hold");
        }

        State = NoticeState.Held;
        Record(new NoticeHeld(Kind));
        return Outcome.Done;
    }

    public Outcome Reword(NoticeWords words)
    {
        if (!IsOpen)
        {
            return Outcome.Refused("notices.gone");
        }

        (Subject, Body) = (words.Subject, words.Body);
        Record(new NoticeReworded(Kind));
        return Outcome.Done;
    }

    /// <summary>It goes out with the next post, whatever held it.</summary>
    public Outcome Release(DateTimeOffset now)
    {
        if (State == NoticeState.Sent)
        {
            return Outcome.Refused("notices.gone");
        }

        (State, DueAt, Tries, Cause, InDigest) = (NoticeState.Waiting, now, 0, null, false);
        Record(new NoticeReleased(Kind));
        return Outcome.Done;
    }

    public Outcome Discard()
    {
        if (!IsOpen)
        {
            return Outcome.Refused("notices.gone");
        }

        State = NoticeState.Discarded;
        Record(new NoticeDiscarded(Kind));
        return Outcome.Done;
    }

    /// <summary>It waits for the letter of the day.</summary>
    public void WaitForDigest(DateTimeOffset at) => (InDigest, DueAt) = (true, at);

    /// <summary>It is kept and not sent: the person wishes none of this kind.</summary>
    public void LeaveOut() => (State, Cause) = (NoticeState.Discarded, NoticeCause.OptedOut);

    public void HasGone(DateTimeOffset now) => (State, SentAt, Error, Tries) = (NoticeState.Sent, now, null, Tries + 1);

    /// <summary>A try failed: it waits longer each time, and after the last one somebody must look.</summary>
    public void HasFailed(string error, DateTimeOffset now)
    {
        Error = error.Length > LongestError ? error[..LongestError] : error;
        (State, DueAt) = Tries < Pauses.Length ? (NoticeState.Waiting, now + Pauses[Tries]) : (NoticeState.Failed, DueAt);
        Tries++;
    }
}

/// <summary>Who is told, in which language, and of which area.</summary>
internal sealed record Addressee(ReachablePerson Person, string Language, Area About);

// Neither names nor addresses nor words stand in these: what an audit row says can never be erased.

/// <summary>A notice waits for somebody to look at it.</summary>
internal sealed record NoticeHeld(string Kind) : DomainEvent;

/// <summary>The words of one notice were changed.</summary>
internal sealed record NoticeReworded(string Kind) : DomainEvent;

/// <summary>A notice goes out with the next post.</summary>
internal sealed record NoticeReleased(string Kind) : DomainEvent;

/// <summary>A notice is not sent.</summary>
internal sealed record NoticeDiscarded(string Kind) : DomainEvent;

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.HasIndex(n => n.Key).IsUnique();
        builder.HasIndex(n => new { n.State, n.DueAt });
        builder.HasIndex(n => n.MadeAt);
        builder.Property(n => n.State).HasConversion<string>();
        builder.Property(n => n.Cause).HasConversion<string>();
        builder.Ignore(n => n.IsOpen);
    }
}
