using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Cycles;

namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>An entry as lists show it.</summary>
public sealed record EntryRow(
    Guid Id, string GroupCode, string GroupNameTh, string ProvinceCode, string State, string StateTh, string StateEn, DateTimeOffset? SubmittedAt, bool Late, string? TierCode)
{
    internal static EntryRow Of(Entry entry, Cycle cycle, WorkflowRules rules)
    {
        var state = rules.State(entry.State);
        return new(entry.Id, entry.GroupCode, entry.GroupNameTh, entry.ProvinceCode, entry.State, state.LabelTh, state.LabelEn, entry.SubmittedAt, entry.IsLate(cycle), entry.TierCode);
    }

    /// <summary>The kind of status chip for a state.</summary>
    public string Chip => State switch
    {
        EntryStates.Targeted => "empty",
        EntryStates.Notified or EntryStates.Allotted => "now",
        EntryStates.Returned => "warn",
        EntryStates.NotShortlisted or EntryStates.Withdrawn or EntryStates.Disqualified => "lock",
        _ => "done",
    };
}
