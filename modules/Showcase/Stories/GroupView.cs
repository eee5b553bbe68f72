using CommunityBusinessNetwork.Contents.Items;
using CommunityBusinessNetwork.Contents.Pictures;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Showcase.Publications;

namespace CommunityBusinessNetwork.Showcase.Stories;

/// <summary>The page of one group: what it is, what it planned, what it bought, what came of it.</summary>
/// <param name="Story">Its own words, a paragraph each; there is no translation of them.</param>
/// <param name="Facts">The public fields that staff added to the type.</param>
/// <param name="Lines">The lines of the cut of the plan that the award pays.</param>
/// <param name="Results">What came of it, as the accepted report says.</param>
/// <param name="Neighbours">Others of its region.</param>
public sealed record GroupView(
    PublicCycle Cycle, GroupCard Card, string SubdistrictTh, int Moo, int FoundedBe, int Members, int MembersFemale,
    IReadOnlyList<string> Story, IReadOnlyList<ItemFact> Facts, PublicClip? Clip, IReadOnlyList<PublicLine> Lines, IReadOnlyList<Milestone> Milestones,
    IReadOnlyList<PublicIndicator> Indicators, string? Results, IReadOnlyList<GroupPicture> Pictures, IReadOnlyList<GroupCard> Neighbours)
{
    public Money Planned => Money.Sum(Lines.Select(l => l.Planned));

    public Money Paid => Money.Sum(Lines.Select(l => l.Paid));

    public Money Left => Planned - Paid;

    /// <summary>The longest bar of the drawing.</summary>
    public Money Widest => Lines.Select(l => l.Planned.Satang > l.Paid.Satang ? l.Planned : l.Paid).DefaultIfEmpty().MaxBy(m => m.Satang);
}

/// <summary>A line of the budget: what was planned for it and what was paid.</summary>
public sealed record PublicLine(string Description, Money Planned, Money Paid);

/// <summary>A clip with the consent to show it.</summary>
public sealed record PublicClip(string Title, string Url, string ContentType, TimeSpan Length, string? CaptionsUrl);

/// <summary>A picture that the group's province sent with its report.</summary>
public sealed record GroupPicture(PictureView Picture, string Caption);

/// <summary>A step on the way with its day; one without a day is still to come.</summary>
/// <param name="Key">The last part of its message.</param>
/// <param name="Note">The message that says how it stood to the due date.</param>
public sealed record Milestone(string Key, DateOnly? Day, string? Note = null, Money? Sum = null);

/// <summary>What was counted before, what was aimed at, what came out.</summary>
public sealed record PublicIndicator(string Name, string Unit, decimal Before, decimal Target, decimal Now)
{
    /// <summary>A target below the start is reached by falling.</summary>
    public bool IsReached => Target >= Before ? Now >= Target : Now <= Target;

    /// <summary>Where a value lies on the rail, 0 to 1: the start at the left, the target always at four fifths.</summary>
    public double At(decimal value)
    {
        var aim = Target - Before;
        return aim == 0 ? .8 : Math.Clamp((double)((value - Before) / aim) * .8, 0, 1);
    }
}
