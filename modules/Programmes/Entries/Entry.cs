using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Programmes.Cycles;

namespace CommunityBusinessNetwork.Programmes.Entries;

/// <summary>One group's way through one cycle, from the target to the closed file (domain §1.5).</summary>
public sealed class Entry : Entity, IWorkflowSubject
{
    private Entry()
    {
    }

    internal Entry(Guid cycleId, Guid slotId, GroupIndex group, int workflowNumber, string initial, DateTimeOffset now)
    {
        (CycleId, SlotId) = (cycleId, slotId);
        (GroupItemId, GroupCode, GroupNameTh, SortKey) = (group.ItemId, group.Code, group.NameTh, group.SortKey);
        (ProvinceCode, Region, AreaPath) = (group.ProvinceCode, group.Region, group.AreaPath);
        (Workflow, WorkflowNumber, State, StateSince) = (Workflows.Screening, workflowNumber, initial, now);
        Record(new GroupNominated(cycleId, group.ItemId, group.Code, group.ProvinceCode));
    }

    public Guid CycleId { get; private set; }
    public Guid SlotId { get; private set; }
    public string GroupItemId { get; private set; } = "";
    public string GroupCode { get; private set; } = "";
    public string GroupNameTh { get; private set; } = "";

    /// <summary>Orders by the group's name as a Thai dictionary does.</summary>
    public string SortKey { get; private set; } = "";

    public string ProvinceCode { get; private set; } = "";
    public string Region { get; private set; } = "";
    public string AreaPath { get; private set; } = "";

    /// <summary>The workflow it is in: <see cref="Workflows.Screening"/>, later <see cref="Workflows.Funding"/>.</summary>
    public string Workflow { get; private set; } = "";

    public int WorkflowNumber { get; private set; }

    /// <summary>Where it stands, one of <see cref="EntryStates"/> unless the staff added states.</summary>
    public string State { get; private set; } = "";

    public DateTimeOffset StateSince { get; private set; }

    /// <summary>The letter by which the group was notified, the evidence of step 0.</summary>
    public Guid? LetterId { get; private set; }

    public DateTimeOffset? NotifiedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Until when a recorded extension lets it submit; null where there is none.</summary>
    public DateTimeOffset? ExtendedUntil { get; private set; }

    public string? ExtensionReason { get; private set; }

    /// <summary>The tier that round 2 gave it.</summary>
    public string? TierCode { get; private set; }

    /// <summary>Its place in the last resolved round.</summary>
    public int? Rank { get; private set; }

    /// <summary>Its exact score in the last resolved round, "n/d".</summary>
    public string? Score { get; private set; }

    public DateTimeOffset? PurchasesDoneAt { get; private set; }
    public DateTimeOffset? BpmDoneAt { get; private set; }
    public DateTimeOffset? ReportDoneAt { get; private set; }

    public Area Area => new(AreaPath);

    string IWorkflowSubject.Title => $"{GroupCode} {GroupNameTh}";

    /// <summary>Whether plan and clip may be written: before they are submitted, and after a return.</summary>
    public bool TakesChanges => State is EntryStates.Targeted or EntryStates.Notified or EntryStates.Returned;

    /// <summary>Whether the plan came in after the cycle's own date, by an extension.</summary>
    public bool IsLate(Cycle cycle) => SubmittedAt >= cycle.Rules.Due(DueDates.Submit).EndsAt;

    /// <summary>Until when this entry may submit, exclusive.</summary>
    public DateTimeOffset SubmitsUntil(Cycle cycle)
    {
        var due = cycle.Rules.Due(DueDates.Submit).EndsAt;
        return ExtendedUntil > due ? ExtendedUntil.Value : due;
    }

    void IWorkflowSubject.Enter(string state, string transition, string? reason, DateTimeOffset at)
    {
        var from = State;
        (State, StateSince) = (state, at);

        // Receipt at the Department is what counts, however many hands it goes through (domain T8).
        if (state == EntryStates.Submitted)
        {
            SubmittedAt = at;
        }

        Record(new EntryMoved(CycleId, from, state, transition) { Reason = reason });
    }

    void IWorkflowSubject.GoBy(int number, string reason)
    {
        var from = WorkflowNumber;
        WorkflowNumber = number;
        Record(new EntryRulesChanged(CycleId, Workflow, from, number) { Reason = reason });
    }

    internal void Notify(Guid letterId, DateTimeOffset at) => (LetterId, NotifiedAt) = (letterId, at);

    internal Outcome Extend(DateTimeOffset until, string reason, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused("workflow.reason-missing", "Reason");
        }

        if (until <= now)
        {
            return Outcome.Refused("programmes.extension-past", "Until");
        }

        if (!EntryStates.NotYetIn.Contains(State))
        {
            return Outcome.Refused("programmes.extension-not-needed");
        }

        (ExtendedUntil, ExtensionReason) = (until, reason);
        Record(new ExtensionGranted(CycleId, until) { Reason = reason });
        return Outcome.Done;
    }

    internal void Place(int rank, string score, string? tierCode) => (Rank, Score, TierCode) = (rank, score, tierCode ?? TierCode);

    /// <summary>The money is allotted: the funding workflow takes over.</summary>
    internal void BeginFunding(int workflowNumber) => (Workflow, WorkflowNumber) = (Workflows.Funding, workflowNumber);

    /// <summary>One of the three tracks of the funding is done; a second time changes nothing.</summary>
    internal bool Finish(FundingTrack track, DateTimeOffset at)
    {
        var before = TracksDone;

        _ = track switch
        {
            FundingTrack.Purchases => PurchasesDoneAt ??= at,
            FundingTrack.Bpm => BpmDoneAt ??= at,
            _ => ReportDoneAt ??= at,
        };

        if (TracksDone == before)
        {
            return false;
        }

        Record(new TrackFinished(CycleId, track));
        return true;
    }

    /// <summary>How many of the three tracks are done.</summary>
    public int TracksDone => (PurchasesDoneAt is null ? 0 : 1) + (BpmDoneAt is null ? 0 : 1) + (ReportDoneAt is null ? 0 : 1);
}

/// <summary>What runs side by side once the money is allotted (design §4).</summary>
public enum FundingTrack
{
    Purchases,
    Bpm,
    Report,
}

/// <summary>The names of the two workflows.</summary>
public static class Workflows
{
    public const string Screening = "screening";
    public const string Funding = "funding";
}

/// <summary>The states that code speaks of. Their names for people, and further states, are data.</summary>
public static class EntryStates
{
    public const string Targeted = "targeted";
    public const string Notified = "notified";
    public const string Returned = "returned";

    /// <summary>With the district or the province, where the rules let it stop there on its way to the Department.</summary>
    public const string AtDistrict = "at-district";

    /// <inheritdoc cref="AtDistrict"/>
    public const string AtProvince = "at-province";
    public const string Submitted = "submitted";
    public const string Shortlisted = "shortlisted";
    public const string NotShortlisted = "not-shortlisted";
    public const string Tiered = "tiered";
    public const string Allotted = "allotted";
    public const string Closed = "closed";
    public const string Withdrawn = "withdrawn";
    public const string Disqualified = "disqualified";

    /// <summary>The states before receipt at the Department.</summary>
    public static readonly IReadOnlyList<string> NotYetIn = [Targeted, Notified, Returned, AtDistrict, AtProvince];

    /// <summary>The states from the tier on: a place among the 36.</summary>
    public static readonly IReadOnlyList<string> Placed = [Tiered, Allotted, Closed];
}

/// <summary>A province named its group.</summary>
public sealed record GroupNominated(Guid CycleId, string GroupItemId, string GroupCode, string ProvinceCode) : DomainEvent;

/// <summary>An entry went from one state to another.</summary>
public sealed record EntryMoved(Guid CycleId, string From, string To, string Transition) : DomainEvent;

/// <summary>An entry goes by other rules of its workflow.</summary>
public sealed record EntryRulesChanged(Guid CycleId, string Workflow, int From, int To) : DomainEvent;

/// <summary>An entry may submit after the deadline.</summary>
public sealed record ExtensionGranted(Guid CycleId, DateTimeOffset Until) : DomainEvent;

/// <summary>One of the three tracks of an entry's funding is done.</summary>
public sealed record TrackFinished(Guid CycleId, FundingTrack Track) : DomainEvent;
