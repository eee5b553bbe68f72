using System.Text.Json;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Tests.Desk;

/// <summary>The rules of the programme's recipe.</summary>
internal static class ScreeningRules
{
    public static WorkflowRules Rules { get; } = Read();

    public static WorkflowRules WithStops { get; } = Rules with { States = [.. Rules.States.Select(s => s with { Off = false })] };

    public static WorkflowVocabulary Known { get; } = new(
        ["before-deadline", "plan-complete", "clip-accepted", "tracks-done"], ["snapshot", "notify"], ["notify", "submit", "round-1", "round-2", "allot"], Transitions.Coded, null);

    private static WorkflowRules Read()
    {
        var step = GivenWorkflows.ProgrammeRecipe.Steps.Single(s => s["name"]!.GetValue<string>() == "workflows");
        return step["Workflows"]![0]!["Rules"].Deserialize<WorkflowRules>(AppJson.Options)!;
    }
}
