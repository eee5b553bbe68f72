using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Workflow;

namespace CommunityBusinessNetwork.Desk.Workflows;

/// <summary>What rules name, in words: a module writes them as messages <c>{module}.guard.{name}</c>, <c>.effect.</c>, <c>.due.</c> and <c>.role.</c>.</summary>
internal sealed class WorkflowWords(MessageBook book, Localizer text)
{
    private readonly IReadOnlyDictionary<string, string> _keys = book.In(MessageBook.Languages[0]).Keys
        .Where(k => new[] { ".guard.", ".effect.", ".due.", ".role." }.Any(kind => k.Contains(kind, StringComparison.Ordinal)))
        .GroupBy(k => k[(k.IndexOf('.', StringComparison.Ordinal) + 1)..]).ToDictionary(g => g.Key, g => g.First());

    public string Guard(string name) => Of("guard", name);

    public string Effect(string name) => Of("effect", name);

    public string Due(string key) => Of("due", key);

    public string Role(string name) => Of("role", name);

    public string Roles(IEnumerable<string> roles) => string.Join(", ", roles.Select(Role));

    public string Finding(Problem problem)
        => text[problem with { Args = [.. problem.Args.Select(a => a.Value is RoleNames names ? (a.Name, Roles(names.Roles)) : a)] }];

    /// <summary>Whether a module says what it is in words.</summary>
    public bool Knows(string kind, string name) => _keys.ContainsKey($"{kind}.{name}");

    /// <summary>The fields in which a state or a transition differs, each with what it was and what it is.</summary>
    public IEnumerable<(string Field, string Before, string After)> Differences(StateChange change)
        => change.Fields.Select(f => (text[$"desk.flow-field-{f}"], StateValue(f, change.Before!), StateValue(f, change.After!)));

    /// <inheritdoc cref="Differences(StateChange)"/>
    public IEnumerable<(string Field, string Before, string After)> Differences(WayChange change, WorkflowRules before, WorkflowRules after)
        => change.Fields.Select(f => (text[$"desk.flow-field-{f}"], WayValue(f, change.Before!, before), WayValue(f, change.After!, after)));

    public static string Label(WorkflowState state) => Localizer.Choose(state.LabelTh, state.LabelEn);

    public static string Label(WorkflowTransition way) => Localizer.Choose(way.LabelTh, way.LabelEn);

    /// <summary>What a state is called; its name where the rules do not know it.</summary>
    public static string LabelOf(WorkflowRules rules, string state) => rules.States.FirstOrDefault(s => s.Name == state) is { } known ? Label(known) : state;

    private string Of(string kind, string name) => _keys.TryGetValue($"{kind}.{name}", out var key) ? text[key] : name;

    private string StateValue(string field, WorkflowState state) => field switch
    {
        nameof(WorkflowState.LabelTh) => state.LabelTh,
        nameof(WorkflowState.LabelEn) => state.LabelEn,
        nameof(WorkflowState.Final) => YesNo(state.Final),
        nameof(WorkflowState.Optional) => YesNo(state.Optional),
        _ => text[state.Off ? "desk.off" : "desk.on"],
    };

    private string WayValue(string field, WorkflowTransition way, WorkflowRules rules) => field switch
    {
        nameof(WorkflowTransition.LabelTh) => way.LabelTh,
        nameof(WorkflowTransition.LabelEn) => way.LabelEn,
        nameof(WorkflowTransition.From) => string.Join(", ", way.From.Select(s => LabelOf(rules, s))),
        nameof(WorkflowTransition.To) => LabelOf(rules, way.To),
        nameof(WorkflowTransition.Roles) => way.Roles.Count == 0 ? text["desk.flow-application"] : Roles(way.Roles),
        nameof(WorkflowTransition.Due) => way.Due is { } due ? Due(due) : text["desk.no-date"],
        nameof(WorkflowTransition.DueDays) => way.DueDays is { } days ? text["desk.flow-days", ("days", days)] : text["desk.no-date"],
        nameof(WorkflowTransition.NeedsReason) => YesNo(way.NeedsReason),
        nameof(WorkflowTransition.Guards) => string.Join(", ", way.Guards.Select(Guard)),
        _ => string.Join(", ", way.Effects.Select(Effect)),
    };

    private string YesNo(bool yes) => text[yes ? "desk.yes" : "desk.no"];
}
