using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>Takes a file in for a field of an item, before the item is saved: a form that is refused does not lose it.</summary>
internal sealed class KeepFile(AppDb db, CurrentUser user, FileVault vault)
{
    /// <returns>The id of the kept file.</returns>
    public async Task<Outcome<Guid>> RunAsync(Upload upload, FieldKind kind, string field, CancellationToken ct)
    {
        if (!user.May(Permissions.EditContents))
        {
            return Outcome<Guid>.From(Outcome.NotFound);
        }

        await using var withoutPlace = await PictureWithoutPlace.OfAsync(upload.Content, FileVault.DefaultLimit, ct);
        var types = kind == FieldKind.Image ? FileTypes.Pictures : FileTypes.Evidence;
        var kept = await vault.KeepAsync(withoutPlace, upload.FileName, ItemFiles.Purpose, user.AreasOf(Permissions.EditContents)[0], field, types, FileVault.DefaultLimit, ct);

        if (!kept.Succeeded)
        {
            return Outcome<Guid>.From(kept);
        }

        await db.SaveAsync(user, ct);
        return kept.Value.Id;
    }
}
