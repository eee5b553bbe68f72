using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityBusinessNetwork.Web.Demo.Prose;

/// <summary>The Thai sentences with holes from which a group's words are composed (recipes/demo-76/prose.th.json).</summary>
internal sealed record Phrases(
    IReadOnlyDictionary<string, BusinessPhrases> Businesses,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Lines,
    IReadOnlyList<Phrase> Origin,
    IReadOnlyList<string> Plan,
    IReadOnlyList<Phrase> Welfare,
    IReadOnlyList<Phrase> Closing,
    IReadOnlyList<string> Summary,
    IReadOnlyList<string> History,
    GoalPhrases Goals,
    IReadOnlyList<string> Owners,
    IReadOnlyList<string> WelfareKinds,
    IReadOnlyList<string> LocalPartner,
    IReadOnlyList<string> FarPartner,
    string Evidence,
    string PriorBudget,
    ClipPhrases Clip,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Reasons,
    string Discussion,
    string Hired,
    IReadOnlyList<string> Rounds,
    string AllotmentNumber,
    PurchasePhrases Purchase,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Photos,
    BpmPhrases Bpm,
    IReadOnlyList<string> Report,
    ReasonPhrases ReasonsFor,
    string And)
{
    public static Phrases Read(string folder) => PhraseFile.Read<Phrases>(folder, "prose.th.json");
}

/// <summary>A sentence that fits only some groups.</summary>
/// <param name="When">What must be true of the group (<see cref="Traits"/>).</param>
internal sealed record Phrase(string When, string Text);

/// <summary>What is said of one kind of business.</summary>
/// <param name="Price">Baht of one unit sold: revenue ÷ periods ÷ price is the measure that its sentences tell.</param>
internal sealed record BusinessPhrases(
    string Code,
    string Noun,
    decimal Price,
    int Periods,
    string Unit,
    string Measure,
    IReadOnlyList<string> Was,
    IReadOnlyList<string> Need,
    IReadOnlyList<string> Before,
    IReadOnlyList<string> Result,
    string Customers,
    IReadOnlyList<string> Channels,
    IReadOnlyList<string> Actions,
    IReadOnlyList<IReadOnlyList<string>> Partners);

internal sealed record GoalPhrases(
    IReadOnlyList<string> Income,
    IReadOnlyList<string> Jobs,
    IReadOnlyList<string> Welfare,
    IReadOnlyDictionary<string, string> Indicators,
    IReadOnlyDictionary<string, string> Units);

internal sealed record ClipPhrases(
    IReadOnlyList<string> Title, IReadOnlyList<string> ActivityTitle, IReadOnlyList<string> Captions, IReadOnlyList<string> ActivityCaptions);

internal sealed record PurchasePhrases(
    IReadOnlyList<string> Vendors,
    IReadOnlyList<string> Contractors,
    IReadOnlyList<string> Printers,
    IReadOnlyList<string> Trainers,
    IReadOnlyList<string> Receivers,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Accepted,
    IReadOnlyList<string> Late);

internal sealed record BpmPhrases(
    IReadOnlyList<string> Results,
    IReadOnlyList<string> Benefits,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> Suggestions,
    IReadOnlyList<string> Practice,
    string Position,
    string Place,
    string Activity);

/// <param name="Criteria">What each criterion is called in a sentence.</param>
internal sealed record ReasonPhrases(
    IReadOnlyList<string> Extension, string Withdrawal, string Return, IReadOnlyList<string> Feedback, IReadOnlyDictionary<string, string> Criteria);

/// <summary>The English names and one-sentence results (recipes/demo-76/prose.en.json).</summary>
internal sealed record EnglishPhrases(
    string Group,
    string District,
    IReadOnlyDictionary<string, string> Districts,
    string Subdistrict,
    IReadOnlyDictionary<string, string> Villages,
    IReadOnlyDictionary<string, EnglishBusiness> Businesses)
{
    public static EnglishPhrases Read(string folder) => PhraseFile.Read<EnglishPhrases>(folder, "prose.en.json");
}

internal sealed record EnglishBusiness(string Name, IReadOnlyList<string> Before, IReadOnlyList<string> Result);

internal static class PhraseFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="JsonException">A phrase is missing, or one is there that nobody uses.</exception>
    public static T Read<T>(string folder, string file)
        => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(folder, file)), Strict) ?? throw new JsonException($"{file} is empty.");
}
