using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Contents.Media;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Contents.Pages.Contents;

/// <summary>A folder in the tree beside the files.</summary>
/// <param name="Name">With the names of the folders around it that this person does not see.</param>
/// <param name="Depth">0 for the folders that lie nowhere she sees.</param>
internal sealed record FolderNode(Guid Id, string Name, int Depth, int Files);

/// <summary>A file among others.</summary>
/// <param name="Uses">In how many items it is.</param>
internal sealed record MediaCard(MediaFile File, int Uses);

/// <summary>The files of the library that a person sees: by folder, words, kind and state, a page at a time.</summary>
internal abstract class LibraryModel(AppDb db, CurrentUser user, Localizer text) : PageModel
{
    public const string InTrash = "trash";
    public const string NoAlt = "no-alt";
    private const int Size = 48;

    protected AppDb Db => db;
    protected CurrentUser Me => user;
    protected Localizer L => text;

    /// <summary>Null for the files of all folders.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Folder { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public MediaKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    /// <summary>The key of the field for which is picked.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Slot { get; set; }

    /// <summary>The ids of the files that are ticked.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Chosen { get; set; } = [];

    internal MediaFolder? Here { get; private set; }
    internal IReadOnlyList<FolderNode> Tree { get; private set; } = [];
    internal IReadOnlyList<MediaCard> Cards { get; private set; } = [];
    public Paging Paging { get; private set; } = new(1, Size, 0);
    public int Total => Tree.Sum(f => f.Files);

    public IEnumerable<SelectListItem> KindItems => Enum.GetValues<MediaKind>().Select(k => new SelectListItem(text[$"contents.media-kind-{k}"], k.ToString())).Prepend(new("–", ""));
    public IEnumerable<SelectListItem> StateItems => [new(text["contents.media-state-all"], ""), new(text["contents.media-state-no-alt"], NoAlt), new(text["contents.media-state-trash"], InTrash)];
    public IEnumerable<SelectListItem> SortItems => [new(text["contents.media-sort-new"], ""), new(text["contents.media-sort-name"], "name"), new(text["contents.media-sort-size"], "size")];

    /// <summary>What stands in the address of this list; links change one value of it.</summary>
    public Dictionary<string, string> Address(Guid? folder) => new()
    {
        ["folder"] = folder?.ToString() ?? "",
        ["q"] = Q ?? "",
        ["kind"] = Kind?.ToString() ?? "",
        ["state"] = State ?? "",
        ["sort"] = Sort ?? "",
        ["slot"] = Slot ?? "",
    };

    protected string TitleOf(MediaFolder folder) => folder.IsRoot ? text["contents.media-root"] : folder.Name;

    /// <returns>False when the folder is not there for this person.</returns>
    protected async Task<bool> LoadAsync(CancellationToken ct)
    {
        var folders = await db.Set<MediaFolder>().AsNoTracking().Include(f => f.Roles).VisibleTo(user).ToListAsync(ct);

        // The root is made by the first file; until then it is seen all the same.
        if (folders.All(f => !f.IsRoot) && user.May(Permissions.ViewMedia, Area.Nation) && !await db.Set<MediaFolder>().AnyAsync(f => f.Id == MediaFolder.RootId, ct))
        {
            folders.Add(MediaFolder.NewRoot());
        }

        Here = folders.SingleOrDefault(f => f.Id == Folder);

        if (Folder is not null && Here is null)
        {
            return false;
        }

        Tree = await TreeAsync(folders, ct);
        var files = Filtered();
        Paging = Paging.Of(Request, await files.CountAsync(ct), Size);
        var ordered = Sort switch
        {
            "name" => files.OrderBy(m => m.SortKey).ThenBy(m => m.Id),
            "size" => files.OrderByDescending(m => m.Size).ThenBy(m => m.Id),
            _ => files.OrderByDescending(m => m.ChangedAt).ThenBy(m => m.Id),
        };
        var shown = await ordered.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        var ids = shown.Select(m => m.Id).ToList();
        var uses = await db.Set<FileUse>().Where(u => ids.Contains(u.FileId))
            .Join(db.Set<ContentItem>().Where(i => i.Latest || i.Published), u => u.VersionId, i => i.Id, (u, i) => new { u.FileId, i.ItemId }).Distinct()
            .GroupBy(u => u.FileId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Cards = [.. shown.Select(m => new MediaCard(m, uses.GetValueOrDefault(m.Id)))];
        return true;
    }

    private IQueryable<MediaFile> Filtered()
    {
        var files = db.Set<MediaFile>().AsNoTracking().VisibleTo(user, db);
        files = State == InTrash ? files.Where(m => m.TrashedAt != null) : files.Where(m => m.TrashedAt == null);
        files = State == NoAlt ? files.Where(m => m.Kind == MediaKind.Picture && (m.AltTh == "" || m.AltEn == "")) : files;
        files = Folder is { } folder ? files.Where(m => m.FolderId == folder) : files;
        files = Kind is { } kind ? files.Where(m => m.Kind == kind) : files;

        if (!string.IsNullOrWhiteSpace(Q))
        {
            var wanted = ThaiText.Normalise(Q).Trim().ToLowerInvariant();
            files = files.Where(m => m.SearchText.Contains(wanted));
        }

        return files;
    }

    /// <summary>The folders that lie open: those at the top and those along the way to this one. A folder whose surroundings are closed to her stands at the top with its whole path.</summary>
    private async Task<IReadOnlyList<FolderNode>> TreeAsync(IReadOnlyList<MediaFolder> folders, CancellationToken ct)
    {
        var counts = await db.Set<MediaFile>().VisibleTo(user, db).Where(m => m.TrashedAt == null).GroupBy(m => m.FolderId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        List<FolderNode> tree = [];
        Add(null, 0);
        return tree;

        void Add(MediaFolder? around, int depth)
        {
            foreach (var folder in folders.Where(f => AroundOf(f) == around).OrderBy(f => f.SortKey, StringComparer.Ordinal))
            {
                var seen = around is null or { IsRoot: true } ? 0 : around.Path.Length + 1;
                tree.Add(new(folder.Id, folder.IsRoot ? TitleOf(folder) : folder.Path[seen..], depth, counts.GetValueOrDefault(folder.Id)));

                if (folder.IsRoot || (Here is not null && folder.Holds(Here)))
                {
                    Add(folder, depth + 1);
                }
            }
        }

        MediaFolder? AroundOf(MediaFolder folder)
            => folder.IsRoot ? null : folders.Where(f => f != folder && f.Holds(folder)).MaxBy(f => f.Path.Length);
    }
}
