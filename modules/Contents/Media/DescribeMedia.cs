using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Says what a file is called and what a picture shows. Its address stays.</summary>
internal sealed class DescribeMedia(AppDb db, CurrentUser user, TimeProvider time)
{
    public sealed record Input(Guid Id, long Version, string? Name, string? AltTh, string? AltEn);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        if (await db.Set<MediaFile>().ChangedBy(user, db).SingleOrDefaultAsync(m => m.Id == input.Id && m.TrashedAt == null, ct) is not { } media)
        {
            return Outcome.NotFound;
        }

        if (media.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var (altTh, altEn) = (Words(input.AltTh), Words(input.AltEn));
        List<Problem?> problems =
        [
            string.IsNullOrWhiteSpace(input.Name) ? new("fields.required", nameof(Input.Name)) : null,
            TooLong(altTh, nameof(Input.AltTh)),
            TooLong(altEn, nameof(Input.AltEn)),
        ];

        if (problems.OfType<Problem>().ToList() is { Count: > 0 } wrong)
        {
            return Outcome.Refused(wrong);
        }

        var name = MediaNames.OfFile(input.Name!, media.ContentType);

        if ((name, altTh, altEn) == (media.Name, media.AltTh, media.AltEn))
        {
            return Outcome.Done;
        }

        var key = MediaNames.KeyOf(name);

        if (await db.Set<MediaFile>().AnyAsync(m => m.FolderId == media.FolderId && m.NameKey == key && m.Id != media.Id, ct))
        {
            return Outcome.Refused("contents.media-name-taken", nameof(Input.Name), ("name", name));
        }

        media.Describe(name, altTh, altEn, time.GetUtcNow());
        return await db.TrySaveAsync(user, ct);
    }

    private static string Words(string? typed) => string.Join(' ', ThaiText.Normalise(typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Problem? TooLong(string text, string field)
        => TextElements.Count(text) is var length && length > MediaFile.LongestAlt ? new("fields.too-long", field, ("max", MediaFile.LongestAlt), ("length", length))
            : NationalId.AppearsIn(text) ? new("fields.national-id", field)
            : null;
}
