using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Events;

namespace CommunityBusinessNetwork.Accounts.Rights;

/// <summary>After a role was changed the permissions are read anew, so that the change works at once.</summary>
internal sealed class ForgetRoles(RoleBook roles) : IEventConsumer
{
    public IReadOnlyCollection<string> Handles => [nameof(RoleChanged)];

    public Task HandleAsync(OutboxRow row, CancellationToken ct)
    {
        roles.Forget();
        return Task.CompletedTask;
    }
}
