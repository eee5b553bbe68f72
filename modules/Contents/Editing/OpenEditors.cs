using System.Collections.Concurrent;
using CommunityBusinessNetwork.Kernel.Access;

namespace CommunityBusinessNetwork.Contents.Editing;

/// <summary>
/// Who has an item open in the editor at the moment, so that two people know of each other before either saves. It lives in this process
/// and decides nothing: what protects a text is the version that the form carries.
/// </summary>
internal sealed class OpenEditors
{
    /// <summary>How long somebody who no longer asks is still thought to be there: two askings and a little.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    private readonly ConcurrentDictionary<(string ItemId, string UserId), (string Name, DateTimeOffset SeenAt)> _open = [];

    /// <returns>The names of the others, in order.</returns>
    public IReadOnlyList<string> Look(string itemId, CurrentUser user, DateTimeOffset now)
    {
        foreach (var (key, (_, seenAt)) in _open)
        {
            if (seenAt + Patience < now)
            {
                _open.TryRemove(key, out _);
            }
        }

        _open[(itemId, user.RealId)] = (user.Name, now);
        return [.. _open.Where(o => o.Key.ItemId == itemId && o.Key.UserId != user.RealId).Select(o => o.Value.Name).Order(StringComparer.Ordinal)];
    }
}
