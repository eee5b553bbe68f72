using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Clips.Uploads;

/// <summary>No submission without a clip that tells the past and the future (domain §5.1 Q).</summary>
internal sealed class ClipAccepted(AppDb db) : IWorkflowGuard
{
    public string Name => "clip-accepted";

    public async Task<IReadOnlyList<Problem>> CheckAsync(IWorkflowSubject subject, CancellationToken ct)
        => Check(await db.Set<Clip>().AsNoTracking().SingleOrDefaultAsync(c => c.EntryId == subject.Id && c.Kind == ClipKind.Application, ct));

    internal static IReadOnlyList<Problem> Check(Clip? clip) => clip switch
    {
        null => [new("clips.missing")],
        { CoversPast: false } or { CoversFuture: false } => [new("clips.covers-both")],
        _ => [],
    };
}
