using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Clips.Uploads;

/// <summary>What a clip is for.</summary>
public enum ClipKind
{
    /// <summary>Step 1: the group applies with it.</summary>
    Application,

    /// <summary>Step 7: what came of the money.</summary>
    Activity,
}

/// <summary>What a person says about a clip.</summary>
/// <param name="ConsentGiven">The people shown agree that it is shown.</param>
/// <param name="CoversPast">It tells what was done so far.</param>
/// <param name="CoversFuture">It tells what is planned.</param>
public sealed record ClipWords(string Title, bool ConsentGiven, bool CoversPast, bool CoversFuture);

/// <summary>The clip of an entry, one of each kind. A new upload takes the place of the earlier one, which the audit remembers.</summary>
public sealed class Clip : Entity
{
    private Clip()
    {
    }

    internal Clip(Entry entry, ClipKind kind) => (EntryId, CycleId, AreaPath, Kind) = (entry.Id, entry.CycleId, entry.AreaPath, kind);

    public Guid EntryId { get; private set; }
    public Guid CycleId { get; private set; }
    public string AreaPath { get; private set; } = "";
    public ClipKind Kind { get; private set; }
    public Guid FileId { get; private set; }
    public string ContentType { get; private set; } = "";

    /// <summary>Read from the file, never typed.</summary>
    public int DurationMs { get; private set; }

    public string Title { get; private set; } = "";
    public bool ConsentGiven { get; private set; }
    public bool CoversPast { get; private set; }
    public bool CoversFuture { get; private set; }

    /// <summary>The captions as a WebVTT file; null while there are none.</summary>
    public Guid? CaptionsFileId { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    public Area Area => new(AreaPath);

    internal void Show(StoredFile file, int durationMs, ClipWords words, DateTimeOffset now)
    {
        // Captions belong to the film they were written for.
        (FileId, ContentType, DurationMs, CaptionsFileId, UploadedAt) = (file.Id, file.ContentType, durationMs, null, now);
        Take(words);
        Record(new ClipUploaded(EntryId, Kind, file.Id, file.Sha256, durationMs, words));
    }

    internal void Describe(ClipWords words)
    {
        Take(words);
        Record(new ClipDescribed(EntryId, Kind, words));
    }

    internal void Caption(StoredFile captions)
    {
        CaptionsFileId = captions.Id;
        Record(new ClipCaptioned(EntryId, Kind, captions.Id));
    }

    private void Take(ClipWords words)
        => (Title, ConsentGiven, CoversPast, CoversFuture) = (words.Title, words.ConsentGiven, words.CoversPast, words.CoversFuture);
}

/// <summary>A clip was taken in.</summary>
public sealed record ClipUploaded(Guid EntryId, ClipKind Kind, Guid FileId, string Sha256, int DurationMs, ClipWords Words) : DomainEvent;

/// <summary>What is said about a clip was changed.</summary>
public sealed record ClipDescribed(Guid EntryId, ClipKind Kind, ClipWords Words) : DomainEvent;

/// <summary>A clip got captions.</summary>
public sealed record ClipCaptioned(Guid EntryId, ClipKind Kind, Guid FileId) : DomainEvent;
