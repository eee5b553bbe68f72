using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>An amount, always with two decimals: <c>&lt;money value="line.Amount" /&gt;</c>, with <c>unit</c> also the word baht.</summary>
[HtmlTargetElement("money", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper : TagHelper
{
    public required Money Value { get; set; }

    public bool Unit { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "data";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "nw");
        output.Attributes.SetAttribute("value", Value.Baht.ToString("0.00", CultureInfo.InvariantCulture));
        output.Content.SetContent(Unit ? PageFormat.Baht(Value) : Value.ToString());
    }
}

/// <summary>
/// A day or an instant in Bangkok, in the reader's language: <c>&lt;th-date value="entry.SubmittedAt" format="second" /&gt;</c>. Nothing for null.
/// </summary>
[HtmlTargetElement("th-date", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : TagHelper
{
    /// <summary>A DateOnly, a DateTimeOffset, or null.</summary>
    public required object? Value { get; set; }

    /// <summary>short (default for days), long, number; time (default for instants) or second. An instant in a day's format shows its day in Bangkok; "day" is its short form.</summary>
    public string? Format { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "nw");

        switch (Value)
        {
            case null:
                output.SuppressOutput();
                break;
            case DateOnly date:
                output.Attributes.SetAttribute("datetime", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                output.Content.SetContent(Day(date));
                break;
            case DateTimeOffset instant:
                output.Attributes.SetAttribute("datetime", BangkokTime.Of(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
                output.Content.SetContent(Instant(instant));
                break;
            default:
                throw new ArgumentException($"A {Value.GetType().Name} is neither a day nor an instant.");
        }
    }

    private string Instant(DateTimeOffset instant) => Format switch
    {
        null or "time" => PageFormat.DateAndTime(instant),
        "second" => PageFormat.DateAndTimeToTheSecond(instant),
        _ => Day(BangkokTime.DateOf(instant)),
    };

    private string Day(DateOnly date) => Format switch
    {
        "long" => PageFormat.LongDate(date),
        "number" => PageFormat.NumericDate(date),
        _ => PageFormat.Date(date),
    };
}
