using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Files;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Items;

/// <summary>The files and pictures in fields of items.</summary>
internal static class ItemFiles
{
    public const string Purpose = "content-item";
}

/// <summary>Those who may view items read their files; everybody reads those that a published version names.</summary>
internal sealed class ItemFileGate(AppDb db) : IFileGate
{
    public IReadOnlyCollection<string> Purposes { get; } = [ItemFiles.Purpose];

    public async Task<bool> LetsReadAsync(StoredFile file, CurrentUser user, CancellationToken ct)
    {
        var id = file.Id.ToString();
        return user.May(Permissions.ViewContents) || await db.Set<ContentItem>().AnyAsync(i => i.Published && i.Parts.Contains(id), ct);
    }
}
