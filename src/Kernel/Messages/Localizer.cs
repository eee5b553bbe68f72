using System.Globalization;
using System.Text;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Kernel.Messages;

/// <summary>Sentences in the reader's language. The language is the request's <see cref="CultureInfo.CurrentUICulture"/>; Thai is the default.</summary>
public sealed class Localizer(MessageBook book)
{
    public static string Language => IsEnglish ? "en" : "th";

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public string this[string key] => book.Find(Language, key);

    /// <summary>The sentence with its named gaps filled: dates, money and numbers as people read them.</summary>
    public string this[string key, params (string Name, object Value)[] args] => Fill(book.Find(Language, key), args);

    public string this[Problem problem] => Fill(book.Find(Language, problem.Code), problem.Args);

    /// <summary>The English value where the reader reads English and there is one; else the Thai one.</summary>
    public static string Choose(string thai, string? english) => IsEnglish && !string.IsNullOrEmpty(english) ? english : thai;

    /// <summary>The language of what <see cref="Choose"/> gives, when it is not the reader's; for the lang attribute.</summary>
    public static string? LangOf(string? english) => IsEnglish && string.IsNullOrEmpty(english) ? "th" : null;

    private string Fill(string text, (string Name, object Value)[] args)
    {
        if (args.Length == 0)
        {
            return text;
        }

        var filled = new StringBuilder(text);

        foreach (var (name, value) in args)
        {
            filled.Replace($"{{{name}}}", Write(value));
        }

        return filled.ToString();
    }

    private string Write(object value) => value switch
    {
        string text => text,
        DateOnly date => PageFormat.Date(date),
        DateTimeOffset instant => PageFormat.DateAndTime(instant),
        Problem problem => this[problem],
        int or long => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
