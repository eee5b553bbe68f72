using System.Globalization;
using CommunityBusinessNetwork.Clips.Probing;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Clips.Uploads;

/// <summary>What a clip must be (domain §5.1 Q).</summary>
internal static class ClipRules
{
    private const int LongestTitle = 120;
    private const int Second = 1000;

    /// <summary>When a clip of that kind is taken: to apply with before the submission, of an activity from the award on.</summary>
    public static Problem? WhyNotNow(Entry entry, ClipKind kind)
        => kind == ClipKind.Application
            ? entry.TakesChanges ? null : new("clips.submitted")
            : EntryStates.Placed.Contains(entry.State) ? null : new("clips.no-award-yet");

    public static IReadOnlyList<Problem> Check(ClipWords words)
        => string.IsNullOrWhiteSpace(words.Title) ? [new("fields.required", nameof(ClipWords.Title))]
            : words.Title.Length > LongestTitle ? [new("fields.too-long", nameof(ClipWords.Title), ("max", LongestTitle), ("length", words.Title.Length))]
            : [];

    /// <summary>What is wrong with the film itself: no film, no length, or too long by the cycle's rules.</summary>
    public static Problem? Check(ClipFacts? facts, CycleRules rules, string field) => facts switch
    {
        null => new("clips.unreadable", field),
        { HasPicture: false } => new("clips.no-picture", field),
        { DurationMs: null or 0 } => new("clips.no-duration", field),
        { DurationMs: var length } when length > rules.ClipLimitMs + rules.ClipToleranceMs
            => new("clips.too-long", field, ("length", Minutes(Math.Max(length.Value, rules.ClipLimitMs + Second))), ("limit", Minutes(rules.ClipLimitMs))),
        _ => null,
    };

    /// <summary>5:30, to the nearest second as players show it. What is too long reads as a second more than the limit at least.</summary>
    public static string Minutes(long milliseconds)
    {
        var seconds = (milliseconds + (Second / 2)) / Second;
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
    }
}
