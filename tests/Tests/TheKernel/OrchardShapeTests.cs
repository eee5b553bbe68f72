using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Deployment;
using CommunityBusinessNetwork.Kernel.Recipes;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.TheKernel;

/// <summary>Recipes in Orchard Core's shapes: one as Orchard writes it is read, and what is written is the golden file.</summary>
public sealed class OrchardShapeTests : IDisposable
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "TheKernel", "fixtures");
    private readonly Given _given = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _given.Dispose();

    [Fact]
    public async Task A_recipe_of_Orchard_is_read_and_written_as_the_golden_file()
    {
        await RunAsync(Recipe.Read(Path.Combine(Fixtures, "orchard.recipe.json")));

        var golden = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Fixtures, "orchard-steps.json"), Ct))!;
        Assert.Equal(golden.ToJsonString(AppJson.Indented), (await StepsAsync()).ToJsonString(AppJson.Indented));
    }

    [Fact]
    public void Every_kind_of_field_comes_back_as_it_was()
    {
        var fields = Enum.GetValues<FieldKind>().Select(kind => new FieldDefinition($"F{kind}", kind, $"ช่อง {kind}", $"Field {kind}")
        {
            HintTh = "คำอธิบาย", HintEn = "Public", Required = true, Translatable = true, Listed = true, Visibility = FieldVisibility.Committee, Min = 1, Max = 99.5m, Default = "x",
            Choices = [new("a", "ก", "A")], Columns = [new("c", FieldKind.Money, "เงิน", "Money")], Retired = true,
        }).ToList();
        ContentTypeDefinition all = new("ทุกชนิด", "All kinds", ["TitlePart"], fields) { Creatable = true, Category = "x", PathPrefix = "all", Sections = [new("A", "ก", "A")] };

        var read = ContentTypeJson.Read(ContentTypeJson.WriteType("All", all), ContentTypeJson.WritePart("All", all));

        Assert.Equal(AppJson.Write(all), AppJson.Write(read));
    }

    [Fact]
    public async Task Merging_keeps_the_fields_that_a_recipe_does_not_name_and_replacing_does_not()
    {
        await RunAsync(Recipe.Read(Path.Combine(Fixtures, "orchard.recipe.json")));
        const string One = """
            "ContentTypes": [ { "Name": "BlogPost", "DisplayName": "Post" } ], "ContentParts": [ { "Name": "BlogPost", "ContentPartFieldDefinitionRecords": [ { "FieldName": "DateField", "Name": "Day" } ] } ]
            """;

        await RunAsync(Recipe.Parse($$"""{ "name": "x", "steps": [ { "name": "ContentDefinition", {{One}} } ] }""", "x", null));
        Assert.Equal(["Day", "Subtitle", "Households"], (await TypeAsync()).Fields.Select(f => f.Name));
        Assert.Equal(["TitlePart"], (await TypeAsync()).Parts);

        await RunAsync(Recipe.Parse($$"""{ "name": "x", "steps": [ { "name": "ReplaceContentDefinition", {{One}} } ] }""", "x", null));
        Assert.Equal(["Day"], (await TypeAsync()).Fields.Select(f => f.Name));
    }

    [Theory]
    [InlineData("""{ "ContentTypes": [ { "Name": "BlogPost" } ], "ContentParts": [ { "Name": "BlogPost", "ContentPartFieldDefinitionRecords": [ { "FieldName": "YoutubeField", "Name": "Clip" } ] } ] }""", "YoutubeField")]
    [InlineData("""{ "ContentTypes": [], "ContentParts": [ { "Name": "Alone", "ContentPartFieldDefinitionRecords": [] } ] }""", "Alone")]
    [InlineData("""{ "ContentTypes": [ { "Name": "BlogPost", "ContentTypePartDefinitionRecords": [ { } ] } ] }""", "PartName")]
    public async Task What_this_product_lacks_stops_the_recipe_by_its_name(string step, string named)
    {
        var json = JsonNode.Parse(step)!.AsObject();
        json["name"] = "ContentDefinition";
        var recipe = Recipe.Parse(new JsonObject { ["name"] = "x", ["steps"] = new JsonArray(json) }.ToJsonString(), "x", null);

        Assert.Contains(named, (await Assert.ThrowsAsync<RecipeException>(() => RunAsync(recipe))).Message, StringComparison.Ordinal);
        Assert.False(await _given.InDbAsync(db => db.Set<ContentType>().AnyAsync(Ct)));
    }

    private Task<ContentTypeDefinition> TypeAsync() => _given.InDbAsync(db => db.Set<ContentType>().AsNoTracking().Where(t => t.Name == "BlogPost" && t.Latest).Select(t => t.Definition).SingleAsync(Ct));

    private Task<int> RunAsync(Recipe recipe) => _given.AsAsync<RecipeRunner, int>(CurrentUser.System, async runner =>
    {
        await runner.RunAsync(recipe, Ct);
        return 0;
    });

    private async Task<JsonArray> StepsAsync()
    {
        var exported = await _given.AsAsync<SiteExport, string>(CurrentUser.System, e => e.WriteAsync(["Roles", "ContentDefinition", "content"], Ct));
        var steps = JsonNode.Parse(exported)!["steps"]!.AsArray();

        // The product's own roles are data of this site, not of the recipe.
        var roles = steps[0]!["Roles"]!.AsArray();
        roles.Where(r => Roles.All.Contains(r!["Name"]!.GetValue<string>())).ToList().ForEach(r => roles.Remove(r));
        return steps;
    }
}
