using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Notices.Kinds;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Wishes;

/// <summary>A person says how she wishes to be told. It works for what is made from then on.</summary>
internal sealed class SetWishes(AppDb db, CurrentUser user)
{
    /// <param name="Version">0 while she has said nothing yet.</param>
    public sealed record Input(long Version, string Language, IReadOnlyDictionary<string, Wish> ByKind);

    /// <exception cref="ArgumentException">A language or a kind that does not exist: the form was forged.</exception>
    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        if (!user.IsSignedIn || user.IsSystem)
        {
            return Outcome.NotFound;
        }

        if (!MessageBook.Languages.Contains(input.Language) || input.ByKind.Keys.Any(k => !NoticeKinds.All.Any(known => known.Code == k)))
        {
            throw new ArgumentException("There is no such language or kind.", nameof(input));
        }

        if (NoticeKinds.All.FirstOrDefault(k => k.IsCompulsory && input.ByKind.GetValueOrDefault(k.Code) != Wish.Immediately) is { } compulsory)
        {
            return Outcome.Refused("notices.kind-is-compulsory", compulsory.Code);
        }

        var wishes = await db.Set<PersonWishes>().SingleOrDefaultAsync(w => w.UserId == user.Id, ct);

        if ((wishes?.Version ?? 0) != input.Version)
        {
            return Outcome.ChangedMeanwhile;
        }

        if (wishes is null)
        {
            wishes = new(user.Id);
            db.Add(wishes);
        }

        wishes.Set(input.Language, input.ByKind.Where(w => w.Value != Wish.Immediately).ToDictionary());
        return await db.TrySaveAsync(user, ct);
    }
}
