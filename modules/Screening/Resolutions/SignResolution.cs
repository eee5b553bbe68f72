using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Screening.Rounds;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Resolutions;

/// <summary>Chair or secretary signs the sealed record by typing her name; with the second signature the entries move.</summary>
internal sealed class SignResolution(AppDb db, CurrentUser user, TimeProvider time)
{
    /// <param name="Version">Of the resolution.</param>
    public sealed record Input(Guid RoundId, long Version, string? TypedName);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var run = db.Set<Round>().RunBy(user).Select(r => r.Id);
        var resolution = await db.Set<Resolution>()
            .Include(r => r.Round).ThenInclude(r => r.Panel)
            .Include(r => r.Round).ThenInclude(r => r.Contenders)
            .AsSplitQuery()
            .SingleOrDefaultAsync(r => r.RoundId == input.RoundId && run.Contains(r.RoundId), ct);

        if (resolution is null)
        {
            return Outcome.NotFound;
        }

        if (resolution.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = resolution.Sign(user.Id, input.TypedName, time.GetUtcNow());
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
