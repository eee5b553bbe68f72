using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.OfficialLetters;

/// <summary>A district officer says that the district has the letter.</summary>
internal sealed class AcknowledgeLetter(AppDb db, CurrentUser user, TimeProvider time)
{
    public async Task<Outcome> RunAsync(Guid letterId, CancellationToken ct)
    {
        var letter = await db.Set<OfficialLetter>().ReceivedBy(user).SingleOrDefaultAsync(l => l.Id == letterId, ct);

        if (letter is null)
        {
            return Outcome.NotFound;
        }

        foreach (var district in user.AreasOf(Permissions.Receiving).Where(a => new Area(letter.RecipientAreaPath).Contains(a)))
        {
            letter.Acknowledge(district, user, time.GetUtcNow());
        }

        return await db.TrySaveAsync(user, ct);
    }
}
