using CommunityBusinessNetwork.Desk.Audits;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Audit;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Audited = CommunityBusinessNetwork.Kernel.Audit.AuditRow;

namespace CommunityBusinessNetwork.Desk.Pages.Desk;

/// <summary>One row of the audit: what it says, beside what the same kind of event had said before about the same thing.</summary>
[Authorize(Permissions.ViewAudit)]
internal sealed class AuditRowModel(AppDb db, EventNames names, IPersonNames people) : PageModel
{
    public Audited Row { get; private set; } = null!;
    public Audited? Before { get; private set; }
    public string What => names.Of(Row.Event);
    public string Who { get; private set; } = "";
    public IReadOnlyList<EventChange> Values { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long number, CancellationToken ct)
    {
        if (await db.Audit.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, ct) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        Before = await db.Audit.AsNoTracking().Where(r => r.SubjectId == row.SubjectId && r.Event == row.Event && r.Number < number).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        Who = (await people.OfAsync([row.ActorId], ct)).GetValueOrDefault(row.ActorId, row.ActorId);
        var readable = await PersonalValues.ReadableAsync(db, [row, .. Before is { } before ? [before] : Array.Empty<Audited>()], ct);
        Values = EventData.Compare(Before is null ? null : readable[Before.Number], readable[number]);
        return Page();
    }
}
