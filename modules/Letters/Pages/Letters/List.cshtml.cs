using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Letters.OfficialLetters;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.Pages.Letters;

/// <summary>The letters that a province writes or a district received, and the events that want one.</summary>
[Authorize(Permissions.Read)]
internal sealed class ListModel(AppDb db, CurrentUser user) : PageModel
{
    private const int MostEvents = 20;

    public LetterList List { get; private set; } = null!;
    public IReadOnlyList<EventRow> Unwritten { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        List = await LetterList.ReadAsync(db, db.Set<OfficialLetter>().VisibleTo(user), Request, showProvince: false, ct);

        if (user.May(Permissions.Drafting))
        {
            Unwritten = await LetterTasks.Unwritten(db, user).OrderBy(e => e.Date).Take(MostEvents)
                .Join(db.Set<Entry>(), e => e.EntryId, n => n.Id, (e, n) => new EventRow(e.Id, n.GroupNameTh, e.Date, e.Start, e.End)).ToListAsync(ct);
        }
    }

    internal sealed record EventRow(Guid Id, string Group, DateOnly Date, TimeOnly Start, TimeOnly End);
}
