using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Plans.Checks;
using CommunityBusinessNetwork.Web.Hosting;

namespace CommunityBusinessNetwork.Tests.Plans;

public sealed class PlanCheckTests
{
    private static readonly PlanForm Form = new(Definition(), 1, GivenPlans.Rules(), 2563);

    [Fact]
    public void Check_AnEmptyPlan_LacksEveryFieldThatIsRequired()
    {
        var lacking = PlanCheck.Of(Form, [], []).Where(f => f.Problem.Code is "fields.required" or "fields.too-few-rows").Select(f => f.Problem.Field);
        Assert.Equal(Form.Definition.Fields.Where(f => f.Required).Select(f => f.Name), lacking);
    }

    [Fact]
    public void Progress_OfAnEmptyPlan_IsEmptyInEverySection() => Assert.All(PlanProgress.Of(Form, [], []), s => Assert.Equal(SectionState.Empty, s.State));

    [Theory]
    [InlineData("2020-07-01", "2020-09-30", null)]
    [InlineData("2020-06-30", "2020-07-31", "plans.outside-the-cycle")]
    [InlineData("2020-09-01", "2020-10-01", "plans.outside-the-cycle")]
    [InlineData("2020-08-02", "2020-08-01", "plans.ends-before-it-begins")]
    public void Check_DatesOfAnActivity_LieBetweenTheAllotmentAndTheEndOfTheYear(string from, string to, string? code)
        => Assert.Equal(code, Found("actions", new JsonObject { ["activity"] = "ซื้อ", ["from"] = from, ["to"] = to, ["owner"] = "นาง" }));

    [Fact]
    public void Check_GoalsForIncomeOnly_LacksOneForWelfare()
        => Assert.Equal("plans.objective-missing", Found("goals", Goal("income"), Goal("income")));

    [Fact]
    public void Check_GoalsForBothObjectives_FindsNothing() => Assert.Null(Found("goals", Goal("income"), Goal("welfare")));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Check_NoFocusOrTwo_IsFound(int focus)
        => Assert.Equal("plans.one-focus", Found("businesses", [.. Enumerable.Range(0, 2).Select(at => Business(at < focus))]));

    [Fact]
    public void Check_MoreLoansThanSavingsBear_OnlyWarns()
    {
        JsonObject answers = new() { ["savings"] = new JsonObject { ["Value"] = 100m }, ["loans"] = new JsonObject { ["Value"] = 150.01m } };
        Assert.False(Assert.Single(PlanCheck.Of(Form, answers, []), f => f.Problem.Code == "plans.loans-exceed-savings").Blocks);
    }

    private static string? Found(string table, params JsonObject[] rows)
    {
        JsonObject answers = new() { [table] = new JsonObject { ["Rows"] = new JsonArray([.. rows]) } };
        return PlanCheck.Of(Form, answers, []).Select(f => f.Problem).SingleOrDefault(p => p.Field?.Split('[')[0] == table)?.Code;
    }

    private static JsonObject Goal(string objective)
        => new() { ["text"] = "ก", ["objective"] = objective, ["indicator"] = "ข", ["baseline"] = "1", ["target"] = "2", ["unit"] = "คน" };

    private static JsonObject Business(bool focus)
        => new() { ["type"] = "MKT", ["since"] = "2550", ["members"] = "4", ["revenue"] = "1", ["profit"] = "1", ["focus"] = focus ? "true" : "false" };

    private static ContentTypeDefinition Definition()
    {
        var step = JsonNode.Parse(File.ReadAllText(Path.Combine(SiteFolders.Recipes, "plan-form.recipe.json")))!["steps"]![0]!;
        return ContentTypeJson.Read(step["ContentTypes"]![0]!.AsObject(), step["ContentParts"]![0]!.AsObject());
    }
}
