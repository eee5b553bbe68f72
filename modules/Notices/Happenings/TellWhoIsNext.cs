using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Workflow;
using CommunityBusinessNetwork.Notices.Kinds;
using CommunityBusinessNetwork.Notices.Outbox;
using CommunityBusinessNetwork.Programmes.Entries;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Notices.Happenings;

/// <summary>The effect <c>notify</c> of a workflow: those who may take the next way are told that it is their turn, in the transaction of the move.</summary>
internal sealed class TellWhoIsNext(AppDb db, IReachablePeople people, MakeNotices make) : IWorkflowEffect
{
    public string Name => "notify";

    public async Task RunAsync(IWorkflowSubject subject, CancellationToken ct)
    {
        var rules = (await db.Set<WorkflowDefinition>().AsNoTracking().SingleAsync(w => w.Name == subject.Workflow && w.Number == subject.WorkflowNumber, ct)).Rules.AsRun();
        var next = rules.Transitions.Where(t => t.Waits && t.From.Contains(subject.State)).SelectMany(t => t.Roles).Distinct().ToList();

        if (next.Count == 0)
        {
            return;
        }

        var state = rules.State(subject.State);
        var entry = (Entry)subject;
        var readers = await people.HoldersOfAsync(next, subject.Area, ct);

        foreach (var words in await db.EntryWordsAsync(db.Set<Entry>().Where(e => e.Id == entry.Id), ct))
        {
            News news = new(
                $"move/{entry.Id:N}/{entry.Version}", NoticeKinds.YourTurn, entry.Area, $"/my/entries/{entry.Id}",
                language => words.In(language, ("step", language == "en" ? state.LabelEn : state.LabelTh)));
            await make.RunAsync(news, readers, ct);
        }
    }
}
