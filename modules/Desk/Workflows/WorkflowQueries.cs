using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Desk.Workflows;

internal static class WorkflowQueries
{
    /// <summary>What is in force for whatever begins now; null when there is no such workflow.</summary>
    public static Task<WorkflowDefinition?> NewestWorkflowAsync(this AppDb db, string name, CancellationToken ct)
        => db.Set<WorkflowDefinition>().AsNoTracking().Where(w => w.Name == name).OrderByDescending(w => w.Number).FirstOrDefaultAsync(ct);

    public static Task<WorkflowDraft?> WorkflowDraftAsync(this AppDb db, string name, CancellationToken ct)
        => db.Set<WorkflowDraft>().SingleOrDefaultAsync(w => w.Name == name, ct);
}
