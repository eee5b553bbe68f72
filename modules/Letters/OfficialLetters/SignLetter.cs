using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Letters.Offices;
using CommunityBusinessNetwork.Letters.Registers;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.OfficialLetters;

/// <summary>The head of the office signs a draft: it gets the next number of the register and the day, together.</summary>
internal sealed class SignLetter(AppDb db, CurrentUser user, TimeProvider time)
{
    public async Task<Outcome> RunAsync(Guid letterId, long version, CancellationToken ct)
    {
        var outcome = Outcome.NotFound;

        // The register is read inside the write turn: two who sign at once get two numbers, and none is lost.
        await db.TransactionAsync(async () => outcome = await SignAsync(letterId, version, ct), ct);
        return outcome;
    }

    private async Task<Outcome> SignAsync(Guid letterId, long version, CancellationToken ct)
    {
        var letter = await db.Set<OfficialLetter>().SignableBy(user).SingleOrDefaultAsync(l => l.Id == letterId, ct);

        if (letter is null)
        {
            return Outcome.NotFound;
        }

        if (letter.Version != version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var today = time.Today();
        var office = await db.Set<Office>().SingleAsync(o => o.Id == letter.OfficeId, ct);
        var outcome = letter.Sign(office, await RegisterAsync(letter, ThaiFormat.YearBe(today), ct), today, user, time.GetUtcNow());

        if (outcome.Succeeded)
        {
            await db.SaveAsync(user, ct);
        }

        return outcome;
    }

    private async Task<Register> RegisterAsync(OfficialLetter letter, int yearBe, CancellationToken ct)
    {
        var register = await db.Set<Register>()
            .SingleOrDefaultAsync(r => r.OfficeId == letter.OfficeId && r.YearBe == yearBe && r.IsCircular == letter.IsCircular, ct);

        if (register is null)
        {
            register = new(letter.OfficeId, yearBe, letter.IsCircular);
            db.Add(register);
        }

        return register;
    }
}
