using CommunityBusinessNetwork.Kernel.Messages;

namespace CommunityBusinessNetwork.Screening.Standings;

internal static class SettledWords
{
    /// <summary>What settled a place in words; a criterion by its code.</summary>
    public static string SettledBy(this Localizer text, string by) => by is Settlement.Vote or Settlement.Lot or TieLadder.Score ? text[$"screening.by-{by}"] : by;
}
