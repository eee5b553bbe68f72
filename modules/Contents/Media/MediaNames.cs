using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Media;

/// <summary>Names of files and folders of the library.</summary>
internal static class MediaNames
{
    private static readonly Dictionary<string, string[]> Endings = new(StringComparer.Ordinal)
    {
        ["image/jpeg"] = [".jpg", ".jpeg", ".jpe", ".jfif"],
        ["image/png"] = [".png"],
        ["image/webp"] = [".webp"],
        ["application/pdf"] = [".pdf"],
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = [".docx"],
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = [".xlsx"],
    };

    public static string KeyOf(string name) => name.ToLowerInvariant();

    /// <summary>The ending of a kind of file, ".jpg".</summary>
    public static string EndingOf(string contentType) => Endings[contentType][0];

    /// <summary>Whether the name promises another kind of file than the content is.</summary>
    public static bool Lies(string name, string contentType) => Path.GetExtension(name) is { Length: > 0 } ending && !Endings[contentType].Contains(ending.ToLowerInvariant());

    /// <summary>A file's name as it is kept: without a path and signs that file systems do not take, with the ending of its kind.</summary>
    public static string OfFile(string typed, string contentType)
    {
        var name = Clean(typed.Split('/', '\\')[^1]);
        var ending = Path.GetExtension(name) is { Length: > 0 } own && !Lies(name, contentType) ? own : EndingOf(contentType);
        var stem = TextElements.Truncate(name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name, MediaFile.LongestName - ending.Length).Trim('.', ' ', '…');
        return (stem.Length > 0 ? stem : "file") + ending;
    }

    /// <summary>A folder's name as it is kept.</summary>
    /// <param name="field">The form's field that the problem stands beside.</param>
    public static (string Name, Problem? Problem) OfFolder(string? typed, string field)
    {
        var name = Clean(typed ?? "");
        return (name,
            name.Length == 0 ? new("fields.required", field)
            : name.AsSpan().ContainsAny('/', '\\') || name.Trim('.').Length == 0 ? new("contents.media-folder-name-invalid", field)
            : TextElements.Count(name) is var length && length > MediaFolder.LongestName ? new("fields.too-long", field, ("max", MediaFolder.LongestName), ("length", length))
            : null);
    }

    /// <summary>The name, or the name with a number, that no other file of the folder has.</summary>
    public static async Task<string> FreeAsync(this AppDb db, MediaFolder folder, string name, Guid? own, CancellationToken ct)
    {
        var (stem, ending, free) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name), name);

        for (var number = 2; await IsTakenAsync(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{ending}");
        }

        return free;

        async Task<bool> IsTakenAsync(string wanted)
        {
            var key = KeyOf(wanted);
            return db.Set<MediaFile>().Local.Any(m => m.FolderId == folder.Id && m.NameKey == key && m.Id != own)
                || await db.Set<MediaFile>().AnyAsync(m => m.FolderId == folder.Id && m.NameKey == key && m.Id != own, ct);
        }
    }

    private static string Clean(string text) => string.Join(' ', new string([.. ThaiText.Normalise(text).Where(c => !char.IsControl(c))]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
