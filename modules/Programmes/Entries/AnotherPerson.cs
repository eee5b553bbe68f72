using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>The check by a second person: whoever brought the entry to where it stands may not take it further as well.</summary>
internal sealed class AnotherPerson(AppDb db, CurrentUser user) : IWorkflowGuard
{
    public string Name => "another-person";

    public async Task<IReadOnlyList<Problem>> CheckAsync(IWorkflowSubject subject, CancellationToken ct)
    {
        var last = await db.Audit.Where(r => r.SubjectId == subject.Id && r.Event == nameof(EntryMoved)).OrderByDescending(r => r.Number).Select(r => r.ActorId).FirstOrDefaultAsync(ct);
        return last == user.Id && !user.IsSystem ? [new("programmes.same-person")] : [];
    }
}
