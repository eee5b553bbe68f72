namespace CommunityBusinessNetwork.Reporting.Bpm;

/// <summary>What an attachment shows or is.</summary>
public enum AttachmentKind
{
    /// <summary>A picture from before the work.</summary>
    Before,

    /// <summary>A picture of the delivery.</summary>
    Delivery,

    /// <summary>A picture of the activity.</summary>
    Activity,

    /// <summary>A picture of the result.</summary>
    Outcome,

    /// <summary>A data file: a document or a table.</summary>
    Data,
}

/// <summary>A picture or a data file of a BPM record.</summary>
public sealed class BpmAttachment
{
    private BpmAttachment()
    {
    }

    internal BpmAttachment(Guid recordId, AttachmentWords words, Guid fileId, int seq)
    {
        (RecordId, FileId, Seq) = (recordId, fileId, seq);
        (Kind, Caption, TakenOn, ConsentGiven) = (words.Kind, words.Caption!.Trim(), words.TakenOn!.Value, words.ConsentGiven);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid RecordId { get; private set; }
    public Guid FileId { get; private set; }
    public int Seq { get; private set; }
    public AttachmentKind Kind { get; private set; }
    public string Caption { get; private set; } = "";

    /// <summary>The day of the picture, or of the document.</summary>
    public DateOnly TakenOn { get; private set; }

    /// <summary>The people shown agree that the public sees it.</summary>
    public bool ConsentGiven { get; private set; }

    public bool IsPicture => Kind != AttachmentKind.Data;
}

/// <summary>What a person says about an attachment.</summary>
public sealed record AttachmentWords(AttachmentKind Kind, string? Caption, DateOnly? TakenOn, bool ConsentGiven);
