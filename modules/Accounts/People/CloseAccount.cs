using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>Shuts a person out, at once and with a reason. What she did stays hers.</summary>
internal sealed class CloseAccount(AppDb db, CurrentUser user, TimeProvider time)
{
    public async Task<Outcome> RunAsync(Guid id, long version, string? reason, CancellationToken ct)
    {
        var outcome = Outcome.Done;

        // In the write turn, so that two administrators cannot shut each other out in one instant.
        await db.TransactionAsync(async () => outcome = await CloseAsync(id, version, reason, ct), ct);
        return outcome;
    }

    private async Task<Outcome> CloseAsync(Guid id, long version, string? reason, CancellationToken ct)
    {
        var found = await db.FindToManageAsync(user, id, version, ct);

        if (!found.Succeeded)
        {
            return found;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused("forms.required", "Reason");
        }

        if (await db.IsLastAdministratorAsync(found.Value, ct))
        {
            return Outcome.Refused("accounts.last-administrator");
        }

        var outcome = found.Value.Close(reason.Trim(), time.GetUtcNow());

        if (outcome.Succeeded)
        {
            await db.SaveAsync(user, ct);
        }

        return outcome;
    }
}
