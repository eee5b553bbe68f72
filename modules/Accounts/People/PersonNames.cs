using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.People;

/// <summary>The display names behind the ids that audit rows and lists carry.</summary>
internal sealed class PersonNames(AppDb db, Localizer text) : IPersonNames
{
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IReadOnlyCollection<string> userIds, CancellationToken ct)
    {
        var ids = userIds.Select(id => Guid.TryParse(id, out var guid) ? guid : Guid.Empty).Where(id => id != Guid.Empty).ToList();
        var names = await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id.ToString(), a => a.DisplayName, ct);

        if (userIds.Contains(CurrentUser.System.Id))
        {
            names[CurrentUser.System.Id] = text["accounts.system"];
        }

        return names;
    }
}
