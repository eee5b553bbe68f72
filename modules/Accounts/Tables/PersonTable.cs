using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Tables;

/// <summary>The people whom somebody manages as rows of the table that the import reads.</summary>
internal sealed class PersonTable(AppDb db, CurrentUser user, HoldingText holdings)
{
    public async Task<IReadOnlyList<IReadOnlyList<object?>>> RowsAsync(CancellationToken ct)
    {
        List<IReadOnlyList<object?>> rows = [];

        foreach (var account in await db.ManageableBy(user).IgnoreAutoIncludes().AsNoTracking().OrderBy(a => a.NormalizedUserName).ToListAsync(ct))
        {
            rows.Add([account.UserName, account.DisplayName, account.Email ?? "", await holdings.WriteAsync(account.Roles, ct)]);
        }

        return rows;
    }
}
