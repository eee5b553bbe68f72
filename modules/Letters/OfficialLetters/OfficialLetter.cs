using System.Security.Cryptography;
using System.Text;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Letters.Offices;
using CommunityBusinessNetwork.Letters.Registers;
using CommunityBusinessNetwork.Letters.Writing;

namespace CommunityBusinessNetwork.Letters.OfficialLetters;

internal enum LetterStatus
{
    Draft,
    Signed,
    Sent,
    Cancelled,
}

/// <summary>
/// A letter of a province to a district. Number and day are set together at signing; from then on its words are fixed,
/// and a correction is a new letter that cites it (domain §3.3, §3.5).
/// </summary>
internal sealed class OfficialLetter : Entity
{
    private readonly List<Receipt> _receipts = [];

    private OfficialLetter()
    {
    }

    public OfficialLetter(Office office, LetterAbout about, bool isCircular, LetterSheet body, string author, DateTimeOffset now)
    {
        (OfficeId, ProvinceCode, AreaPath) = (office.Id, office.ProvinceCode, office.AreaPath);
        (CycleId, EntryId, EventId, RecipientAreaPath) = about;
        (IsCircular, Body, DraftedBy, DraftedAt) = (isCircular, body, author, now);
        Record(new LetterDrafted(about.EntryId, body.Addressee.Text));
    }

    public Guid OfficeId { get; private set; }
    public string ProvinceCode { get; private set; } = "";

    /// <summary>The province that writes.</summary>
    public string AreaPath { get; private set; } = "";

    /// <summary>The district that reads it; for a circular letter the province, whose districts all do.</summary>
    public string RecipientAreaPath { get; private set; } = "";

    public Guid CycleId { get; private set; }
    public Guid EntryId { get; private set; }
    public Guid EventId { get; private set; }
    public LetterStatus Status { get; private set; }
    public bool IsCircular { get; private set; }
    public LetterSheet Body { get; private set; } = null!;
    public Guid? RegisterId { get; private set; }
    public int? Number { get; private set; }
    public DateOnly? Date { get; private set; }

    /// <summary>Of the words as they were signed.</summary>
    public string? Sha256 { get; private set; }

    public string DraftedBy { get; private set; } = "";
    public DateTimeOffset DraftedAt { get; private set; }

    /// <summary>The name of the person who signed, by whose sign-in the typed name stands for a signature (domain §3.4).</summary>
    public string? SignedBy { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public string? CancelReason { get; private set; }
    public IReadOnlyList<Receipt> Receipts => _receipts;

    public Area Area => new(AreaPath);

    /// <summary>Changes the words of a draft.</summary>
    public Outcome Reword(string subject, string addressee, IReadOnlyList<string> paragraphs)
    {
        if (Status != LetterStatus.Draft)
        {
            return Outcome.Refused("letters.words-are-fixed");
        }

        var kept = paragraphs.Select(Clean).Where(p => p.Length > 0).ToList();
        List<Problem> problems = [];
        problems.AddRange(Clean(subject).Length == 0 ? [new("fields.required", "Subject")] : []);
        problems.AddRange(Clean(addressee).Length == 0 ? [new("fields.required", "Addressee")] : []);
        problems.AddRange(kept.Count == 0 ? [new("fields.required", "Paragraphs")] : []);
        problems.AddRange(kept.Append(subject).Append(addressee).Any(NationalId.AppearsIn) ? [new("fields.national-id", "Paragraphs")] : []);

        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        Body = Body with
        {
            Subject = Body.Subject with { Text = Clean(subject) },
            Addressee = Body.Addressee with { Text = Clean(addressee) },
            Paragraphs = kept,
        };
        Record(new LetterReworded(Body.Subject.Text, Body.Addressee.Text));
        return Outcome.Done;
    }

    /// <summary>Number and day together, from the register of that day's year.</summary>
    public Outcome Sign(Office office, Register register, DateOnly day, CurrentUser signer, DateTimeOffset now)
    {
        if (Status != LetterStatus.Draft)
        {
            return Outcome.Refused("letters.not-a-draft");
        }

        (RegisterId, Number, Date) = (register.Id, register.Take(), day);
        (Status, SignedBy, SignedAt) = (LetterStatus.Signed, signer.Name, now);
        Body = Body with
        {
            Reference = LetterComposer.Reference(office.Head, $"{Number}", IsCircular, Wording.Corrected),
            Date = LetterComposer.Day(day, day),
        };
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AppJson.Write(Body))));
        Record(new LetterSigned(Body.Reference, day, Sha256));
        return Outcome.Done;
    }

    public Outcome Send(DateTimeOffset now)
    {
        if (Status != LetterStatus.Signed)
        {
            return Outcome.Refused("letters.not-signed");
        }

        (Status, SentAt) = (LetterStatus.Sent, now);
        Record(new LetterSent(EntryId, Body.Reference, Body.Addressee.Text));
        return Outcome.Done;
    }

    /// <summary>The number stays with the reason; it is not given again.</summary>
    public Outcome Cancel(string reason, DateTimeOffset now)
    {
        if (Status is not (LetterStatus.Draft or LetterStatus.Signed))
        {
            return Outcome.Refused("letters.gone-out");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused("workflow.reason-missing", "Reason");
        }

        (Status, CancelReason, CancelledAt) = (LetterStatus.Cancelled, reason.Trim(), now);
        Record(new LetterCancelled(Number is null ? null : Body.Reference) { Reason = CancelReason });
        return Outcome.Done;
    }

    /// <summary>A district has it in its hands. A second time changes nothing.</summary>
    public void Acknowledge(Area district, CurrentUser reader, DateTimeOffset now)
    {
        if (_receipts.Any(r => r.AreaPath == district.Path))
        {
            return;
        }

        _receipts.Add(new(district.Path, reader.Id, reader.Name, now));
        Record(new LetterAcknowledged(district.Path));
    }

    // A paragraph is one line; official letters are written in Thai digits throughout.
    private static string Clean(string text)
        => ThaiDigits.ToThai(string.Join(' ', ThaiText.Normalise(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}

/// <summary>What a letter is about and who reads it.</summary>
internal sealed record LetterAbout(Guid CycleId, Guid EntryId, Guid EventId, string RecipientAreaPath);

/// <summary>That a district has received a letter: who said so, and when.</summary>
internal sealed record Receipt(string AreaPath, string ReaderId, string ReaderName, DateTimeOffset At);
