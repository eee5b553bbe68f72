using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Plans.Versions;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Plans.Writing;

/// <summary>The business plan of one entry, as it is being written. What was submitted stands in <see cref="PlanVersion"/>.</summary>
public sealed class Plan : Entity
{
    private readonly List<PlanBudgetLine> _lines = [];

    private Plan()
    {
    }

    internal Plan(Entry entry, int formNumber, JsonObject answers, DateTimeOffset now)
    {
        (EntryId, CycleId, AreaPath, FormNumber) = (entry.Id, entry.CycleId, entry.AreaPath, formNumber);
        (Answers, StartedAt, SavedAt) = (answers.ToJsonString(AppJson.Options), now, now);
        Record(new PlanStarted(entry.Id, formNumber));
    }

    public Guid EntryId { get; private set; }
    public Guid CycleId { get; private set; }
    public string AreaPath { get; private set; } = "";

    /// <summary>The version of the form (content type <see cref="Checks.PlanForm.Type"/>) that it is written on.</summary>
    public int FormNumber { get; private set; }

    /// <summary>The values by field, in Orchard's shape, as JSON text.</summary>
    public string Answers { get; private set; } = "{}";

    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>The budget, in no particular order; a line knows its place.</summary>
    public IReadOnlyList<PlanBudgetLine> Lines => _lines;

    public Area Area => new(AreaPath);

    public JsonObject ReadAnswers() => JsonNode.Parse(Answers)!.AsObject();

    internal IReadOnlyList<PlanBudgetLine> LinesInOrder() => [.. _lines.OrderBy(l => l.Seq)];

    /// <summary>Puts the changed values in place. Nothing happens when nothing is different.</summary>
    /// <param name="values">By field; null takes the value away.</param>
    /// <param name="lines">The whole budget in its order; null leaves it.</param>
    internal void Write(IReadOnlyDictionary<string, JsonObject?> values, IReadOnlyList<(Guid? Id, LineText Text)>? lines, DateTimeOffset now)
    {
        var changed = Put(values);

        if (lines is not null && !SameLines(lines))
        {
            Replace(lines);
            changed.Add("budget");
        }

        if (changed.Count > 0)
        {
            SavedAt = now;
            Record(new PlanSaved(EntryId, changed, Money.Sum(_lines.Select(l => l.Amount))));
        }
    }

    internal void Submit(PlanVersion taken)
        => Record(new PlanSubmitted(EntryId, taken.Number, taken.Sha256, Money.Sum(_lines.Select(l => l.Amount))));

    private List<string> Put(IReadOnlyDictionary<string, JsonObject?> values)
    {
        var answers = ReadAnswers();
        List<string> changed = [];

        foreach (var (field, value) in values.Where(v => !JsonNode.DeepEquals(answers[v.Key], v.Value)))
        {
            _ = value is null ? answers.Remove(field) : answers[field] = value.DeepClone();
            changed.Add(field);
        }

        Answers = answers.ToJsonString(AppJson.Options);
        return changed;
    }

    /// <exception cref="InvalidOperationException">A line stands twice: no person can type it.</exception>
    private void Replace(IReadOnlyList<(Guid? Id, LineText Text)> lines)
    {
        if (lines.Where(l => l.Id is not null).GroupBy(l => l.Id).Any(same => same.Count() > 1))
        {
            throw new InvalidOperationException("A budget line stands twice.");
        }

        _lines.RemoveAll(l => !lines.Any(n => n.Id == l.Id));

        foreach (var (at, (id, text)) in lines.Index())
        {
            var line = _lines.Find(l => l.Id == id);

            if (line is null)
            {
                // The form gives a new line its id, so that saving twice is one line.
                line = new(Id, id ?? Guid.CreateVersion7());
                _lines.Add(line);
            }

            line.Write(at + 1, text);
        }
    }

    private bool SameLines(IReadOnlyList<(Guid? Id, LineText Text)> lines)
        => lines.Count == _lines.Count && lines.Zip(LinesInOrder()).All(pair => pair.First.Id == pair.Second.Id && pair.First.Text.SaysTheSameAs(pair.Second.Text));
}

/// <summary>A group began its plan.</summary>
public sealed record PlanStarted(Guid EntryId, int FormNumber) : DomainEvent;

/// <summary>Fields of a plan were written.</summary>
/// <param name="Fields">Their names; "budget" for the lines.</param>
/// <param name="Total">All lines together.</param>
public sealed record PlanSaved(Guid EntryId, IReadOnlyList<string> Fields, Money Total) : DomainEvent;

/// <summary>A plan was submitted and kept as it was at that moment.</summary>
/// <param name="Number">Of the version kept.</param>
/// <param name="Total">All lines together.</param>
public sealed record PlanSubmitted(Guid EntryId, int Number, string Sha256, Money Total) : DomainEvent;
