using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>Says who answers a request: herself or another who may.</summary>
internal sealed class AssignPrivacyRequest(AppDb db, ChangePrivacyRequest change)
{
    public async Task<Outcome> RunAsync(Guid id, long version, string? userId, CancellationToken ct)
        => Guid.TryParse(userId, out var person) && await (await db.PrivacyHandlersAsync(ct)).AnyAsync(a => a.Id == person, ct)
            ? await change.RunAsync(id, version, r => r.AssignTo(userId), ct)
            : Outcome.Refused("forms.required", "Assignee");
}
