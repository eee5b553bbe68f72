using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Privacy;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Privacy;

/// <summary>Erases what the modules keep about the person who asks for it, all in one transaction. What the law obliges to keep stays, and is named.</summary>
internal sealed class ErasePerson(AppDb db, CurrentUser user, IEnumerable<IPersonalData> modules)
{
    public sealed record Input(Guid RequestId, long Version, DataSubject Person);

    /// <returns>How many values are gone.</returns>
    public async Task<Outcome<int>> RunAsync(Input input, CancellationToken ct)
    {
        if (await db.Set<PrivacyRequest>().HandledBy(user).SingleOrDefaultAsync(r => r.Id == input.RequestId, ct) is not { } request)
        {
            return Refused(Outcome.NotFound);
        }

        if (request.Version != input.Version)
        {
            return Refused(Outcome.ChangedMeanwhile);
        }

        if (request.WhyNotToErase() is { } reason)
        {
            return Refused(Outcome.Refused(reason));
        }

        if (!input.Person.IsNamed)
        {
            return Refused(Outcome.Refused("accounts.privacy-nobody", "Name"));
        }

        var outcome = Refused(Outcome.NotFound);
        await db.AllOrNothingAsync(async () => (outcome = await EraseAsync(request, input.Person, ct)).Succeeded, ct);
        return outcome;
    }

    private async Task<Outcome<int>> EraseAsync(PrivacyRequest request, DataSubject person, CancellationToken ct)
    {
        var gone = 0;

        foreach (var module in modules)
        {
            if (await module.WhyNotAsync(person, ct) is { } reason)
            {
                return Refused(Outcome.Refused(reason));
            }

            gone += await module.EraseAsync(person, ct);
        }

        request.HasErased(gone);
        await db.SaveAsync(user, ct);
        return gone;
    }

    private static Outcome<int> Refused(Outcome outcome) => Outcome<int>.From(outcome);
}
