using CommunityBusinessNetwork.Contents.Pictures;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Settings;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>
/// Takes a file in for the library, by what it is and not by what it is called. A picture is kept without anything beside it;
/// one that is bare already keeps its bytes, so that the same file stays the same over any number of imports.
/// </summary>
internal sealed class MediaIntake(FileVault vault, SiteSettings settings)
{
    public const string Purpose = "media";

    /// <summary>The setting with the largest file in megabytes.</summary>
    public const string LimitSetting = "MediaLimitMb";

    private const int UsualLimitMb = 20;
    private const long Megabyte = 1024 * 1024;

    /// <summary>A file of few bytes may hold a picture that fills the memory.</summary>
    private const long MostPixels = 60_000_000;

    public int LimitMb => settings.Get(LimitSetting, UsualLimitMb);

    /// <param name="field">The form's field that a problem stands beside.</param>
    public async Task<Outcome<TakenFile>> TakeAsync(Upload upload, Area area, string field, CancellationToken ct)
    {
        var name = Path.GetFileName(upload.FileName);

        if (upload.Content.Length > LimitMb * Megabyte)
        {
            return Refused("contents.media-too-large", field, ("name", name), ("limit", LimitMb));
        }

        var head = new byte[ContentSniffer.Needed];
        var read = await upload.Content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        upload.Content.Position = 0;

        if (read == 0)
        {
            return Refused("contents.media-empty", field, ("name", name));
        }

        if (ContentSniffer.Find(head.AsSpan(0, read)) is not { } type || !FileTypes.Evidence.Contains(type))
        {
            return Refused("files.wrong-type", field, ("name", name));
        }

        return MediaNames.Lies(name, type) ? Refused("contents.media-lies", field, ("name", name), ("ending", MediaNames.EndingOf(type)))
            : FileTypes.Pictures.Contains(type) ? await TakePictureAsync(upload, type, area, field, ct)
            : await KeepAsync(upload.Content, upload.FileName, null, area, field, ct);
    }

    /// <summary>Takes back what was taken in and not saved.</summary>
    public Task DiscardAsync(TakenFile unsaved, CancellationToken ct) => vault.DiscardAsync(unsaved.File, ct);

    private async Task<Outcome<TakenFile>> TakePictureAsync(Upload upload, string type, Area area, string field, CancellationToken ct)
    {
        var name = Path.GetFileName(upload.FileName);
        var bytes = new byte[upload.Content.Length];
        await upload.Content.ReadExactlyAsync(bytes, ct);

        if (PictureFacts.Read(bytes) is not { IsWhole: true } facts)
        {
            return Refused("contents.media-broken", field, ("name", name));
        }

        if (facts.Pixels > MostPixels)
        {
            return Refused("contents.media-too-many-pixels", field, ("name", name), ("width", facts.Width), ("height", facts.Height));
        }

        if (await PictureWorks.CleanAsync(bytes, type, ct) is not { } clean)
        {
            return Refused("contents.media-broken", field, ("name", name));
        }

        var kept = facts.IsBare && Math.Max(facts.Width, facts.Height) <= PictureWorks.LongestSide ? bytes : clean;
        await using var stream = new MemoryStream(kept, writable: false);
        return await KeepAsync(stream, upload.FileName, PictureFacts.Read(kept), area, field, ct);
    }

    private async Task<Outcome<TakenFile>> KeepAsync(Stream content, string fileName, PictureFacts? facts, Area area, string field, CancellationToken ct)
    {
        // A picture that was drawn anew may be larger than it was; it is no less welcome.
        var kept = await vault.KeepAsync(content, fileName, Purpose, area, field, FileTypes.Evidence, Math.Max(content.Length, 1), ct);
        return kept.Succeeded ? new TakenFile(kept.Value, facts) : Outcome<TakenFile>.From(kept);
    }

    private static Outcome<TakenFile> Refused(string code, string field, params (string Name, object Value)[] args)
        => Outcome<TakenFile>.From(Outcome.Refused(code, field, args));
}
