using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Letters.Writing;

namespace CommunityBusinessNetwork.Tests.Letters;

/// <summary>The letter of 2563, its fields, and small changes of them.</summary>
internal static class LetterFixture
{
    public static string PathOf(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "fixtures", name);

    public static JsonObject Fields(string name = "letter_fields_corrected.json") => JsonNode.Parse(File.ReadAllText(PathOf(name)))!.AsObject();

    public static JsonObject Letter(this JsonObject fields) => fields["letter"]!.AsObject();

    public static JsonObject Programme(this JsonObject fields) => fields["programme"]!.AsObject();

    public static LetterSheet Sheet(this JsonObject fields) => LetterComposer.Compose(LetterFieldsFile.Read(fields.ToJsonString()).Fields!, Wording.Corrected);

    public static string Text(this JsonObject fields) => LetterText.Write(fields.Sheet(), Wording.Corrected);
}
