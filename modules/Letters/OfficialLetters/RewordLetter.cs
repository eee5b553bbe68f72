using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Letters.OfficialLetters;

/// <summary>Changes the words of a draft: whom it addresses, its subject, its paragraphs.</summary>
internal sealed class RewordLetter(AppDb db, CurrentUser user)
{
    public sealed record Input(Guid LetterId, long Version, string Subject, string Addressee, IReadOnlyList<string> Paragraphs);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        var letter = await db.Set<OfficialLetter>().DraftableBy(user).SingleOrDefaultAsync(l => l.Id == input.LetterId, ct);

        if (letter is null)
        {
            return Outcome.NotFound;
        }

        if (letter.Version != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        var outcome = letter.Reword(input.Subject, input.Addressee, input.Paragraphs);
        return outcome.Succeeded ? await db.TrySaveAsync(user, ct) : outcome;
    }
}
