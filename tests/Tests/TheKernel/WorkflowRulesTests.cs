using CommunityBusinessNetwork.Desk.Workflows;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Entries;
using CommunityBusinessNetwork.Tests.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.TheKernel;

public sealed class WorkflowRulesTests
{
    private static readonly WorkflowRules Sound = ScreeningRules.Rules;

    [Fact]
    public void The_rules_of_the_recipe_can_run_with_and_without_the_stops()
    {
        Assert.Empty(Check(Sound));
        Assert.Empty(Check(ScreeningRules.WithStops));
    }

    [Fact]
    public void Stops_that_are_off_are_passed_by()
    {
        var run = Sound.AsRun();
        Assert.DoesNotContain(run.States, s => s.Optional);
        Assert.Equal(EntryStates.Submitted, run.Transition(Transitions.Submit, EntryStates.Notified)!.To);
        Assert.Equal(EntryStates.AtDistrict, ScreeningRules.WithStops.AsRun().Transition(Transitions.Submit, EntryStates.Notified)!.To);
        WorkflowRules districtOnly = Sound with { States = [.. Sound.States.Select(s => s.Name == EntryStates.AtDistrict ? s with { Off = false } : s)] };
        Assert.Equal(EntryStates.Submitted, districtOnly.AsRun().Transition("forward-district", EntryStates.AtDistrict)!.To);
    }

    [Fact]
    public void A_state_that_nobody_reaches_is_named()
        => Assert.Contains(("workflow.finding.unreachable", "lonely"), Check(Sound with { States = [.. Sound.States, new("lonely", "เดียวดาย", "Lonely") { Final = true }] }));

    [Fact]
    public void A_dead_end_is_named()
        => Assert.Contains(
            ("workflow.finding.dead-end", "stuck"),
            Check(Sound with { States = [.. Sound.States, new("stuck", "ตัน", "Stuck")], Transitions = [.. Sound.Transitions, Way("stick", "submitted", "stuck")] }));

    [Fact]
    public void A_ring_without_a_way_out_never_ends()
        => Assert.Contains(
            ("workflow.finding.never-ends", "one"),
            Check(Sound with
            {
                States = [.. Sound.States, new("one", "หนึ่ง", "One"), new("two", "สอง", "Two")],
                Transitions = [.. Sound.Transitions, Way("in", "submitted", "one"), Way("round", "one", "two"), Way("round", "two", "one")],
            }));

    [Fact]
    public void A_way_that_nobody_may_take_is_named_unless_the_application_takes_it()
    {
        var found = Check(Sound with { Transitions = [.. Sound.Transitions.Select(t => t.Name == Transitions.Submit ? t with { Roles = [] } : t)] });
        Assert.Equal([("workflow.finding.nobody", Transitions.Submit)], found);
    }

    [Fact]
    public void A_role_that_nobody_holds_is_a_warning_that_names_it()
    {
        var findings = WorkflowCheck.Of("screening", Sound, ScreeningRules.Known with { Holders = Roles.All.Where(r => r != Roles.DepartmentOfficer).ToDictionary(r => r, _ => 1) });
        var warning = Assert.Single(findings, f => f.Way == Transitions.Return);
        Assert.False(warning.Refuses);
        Assert.Contains(warning.Problem.Args, a => a.Value is RoleNames { Roles: [Roles.DepartmentOfficer] });
    }

    [Fact]
    public void Names_that_are_doubled_unknown_or_missing_are_errors()
    {
        Assert.Contains(("workflow.finding.state-double", "targeted"), Check(Sound with { States = [.. Sound.States, Sound.States[0]] }));
        Assert.Contains(("workflow.finding.way-double", "targeted"), Check(Sound with { Transitions = [.. Sound.Transitions, Way("notify", "targeted", "notified")] }));
        Assert.Contains(("workflow.finding.guard-unknown", "x"), Check(Sound with { Transitions = [.. Sound.Transitions, Way("x", "targeted", "notified") with { Guards = ["nothing"] }] }));
        Assert.Contains(("workflow.finding.effect-unknown", "x"), Check(Sound with { Transitions = [.. Sound.Transitions, Way("x", "targeted", "notified") with { Effects = ["nothing"] }] }));
        Assert.Contains(("workflow.finding.due-unknown", "x"), Check(Sound with { Transitions = [.. Sound.Transitions, Way("x", "targeted", "notified") with { Due = "never" }] }));
        Assert.Contains(("workflow.finding.no-such-state", "x"), Check(Sound with { Transitions = [.. Sound.Transitions, Way("x", "targeted", "nowhere")] }));
        Assert.Contains(("workflow.finding.unnamed", "x"), Check(Sound with { Transitions = [.. Sound.Transitions, Way("x", "targeted", "notified") with { LabelEn = " " }] }));
        Assert.Contains(("workflow.finding.no-first", null), Check(Sound with { Initial = "nowhere" }));
        Assert.Contains(("workflow.finding.no-last", null), Check(Sound with { States = [.. Sound.States.Select(s => s with { Final = false })] }));
        Assert.Contains(("workflow.finding.coded-missing", null), Check(Sound with { Transitions = [.. Sound.Transitions.Where(t => t.Name != Transitions.Allot)] }));
    }

    [Fact]
    public void A_comparison_names_what_came_went_and_changed()
    {
        var after = Sound with
        {
            States = [.. Sound.States.Skip(1), new("new", "ใหม่", "New")],
            Transitions = [.. Sound.Transitions.Select(t => t.Name == Transitions.Submit ? t with { Due = "round-1", Roles = ["X"] } : t)],
        };
        var changes = WorkflowComparison.Of(Sound, after);

        Assert.Equal([("new", WorkflowDifference.Added), ("targeted", WorkflowDifference.Removed)], changes.States.Select(s => (s.Key, s.Kind)));
        Assert.Equal(["Roles", "Due"], Assert.Single(changes.Ways).Fields);
        Assert.True(WorkflowComparison.Of(Sound, Sound).IsEmpty);
    }

    [Fact]
    public void Every_guard_effect_and_due_date_has_words_in_both_languages()
    {
        using Given given = new();
        using var scope = given.Services.CreateScope();
        var words = given.Services.GetRequiredService<WorkflowWords>();
        var known = scope.ServiceProvider.GetRequiredService<WorkflowParts>().Vocabulary;

        Assert.Equal([], known.Guards.Where(g => !words.Knows("guard", g)));
        Assert.Equal([], known.Effects.Where(e => !words.Knows("effect", e)));
        Assert.Equal([], known.Due.Where(d => !words.Knows("due", d)));
        Assert.All(MessageBook.Languages, language => Assert.NotEmpty(given.Services.GetRequiredService<MessageBook>().In(language)));
    }

    private static WorkflowTransition Way(string name, string from, string to) => new(name, [from], to, [Roles.DepartmentOfficer]) { LabelTh = "ทาง", LabelEn = "Way" };

    private static IEnumerable<(string, string?)> Check(WorkflowRules rules) => WorkflowCheck.Of("screening", rules, ScreeningRules.Known).Where(f => f.Refuses).Select(f => (f.Problem.Code, f.State ?? f.Way));
}
