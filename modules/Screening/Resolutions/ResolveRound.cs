using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Screening.Rounds;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Screening.Resolutions;

/// <summary>The secretary seals the record of a closed round. It is resolved when she and the chair have signed.</summary>
internal sealed class ResolveRound(AppDb db, CurrentUser user, TimeProvider time)
{
    /// <param name="Number">Of the resolution, "1/2563".</param>
    /// <param name="Attendance">The user ids of those of the panel who were there.</param>
    public sealed record Input(Guid RoundId, long Version, string? Number, IReadOnlyList<string> Attendance);

    public async Task<Outcome<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        var round = await db.Set<Round>().RecordedBy(user).Whole().SingleOrDefaultAsync(r => r.Id == input.RoundId, ct);

        if (round is null)
        {
            return Outcome<Guid>.From(Outcome.NotFound);
        }

        if (round.Version != input.Version)
        {
            return Outcome<Guid>.From(Outcome.ChangedMeanwhile);
        }

        if (await db.Set<Resolution>().AnyAsync(r => r.RoundId == round.Id, ct))
        {
            return Outcome<Guid>.From(Outcome.Refused("screening.already-sealed"));
        }

        var resolution = Resolution.Seal(round, input.Number, input.Attendance, user.Id, time.GetUtcNow());

        if (!resolution.Succeeded)
        {
            return Outcome<Guid>.From(resolution);
        }

        db.Add(resolution.Value);
        var saved = await db.TrySaveAsync(user, ct);
        return saved.Succeeded ? resolution.Value.Id : Outcome<Guid>.From(saved);
    }
}
