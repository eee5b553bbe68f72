using CommunityBusinessNetwork.Awards.Allotments;
using CommunityBusinessNetwork.Awards.Grants;
using CommunityBusinessNetwork.Awards.Ledger;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Programmes.Cycles;
using CommunityBusinessNetwork.Programmes.Entries;
using FsCheck.Xunit;

namespace CommunityBusinessNetwork.Tests.Awards;

public sealed class AllotmentProperties
{
    private static readonly DateTimeOffset Now = GivenMoney.At(7, 6);
    private static readonly AllotmentDates Dates = new(new(2020, 7, 2), new(2020, 7, 31), new(2020, 7, 6));

    /// <summary>However the awards are dealt into batches, the allotments come to the awards, and no award is allotted twice.</summary>
    [Property(MaxTest = 200)]
    public bool Batches_InAnyOrder_ComeToTheAwardsToTheSatang((int Satang, byte Batch)[] dealt)
    {
        var awards = dealt.Select((d, at) => (Award: AwardOf(Math.Abs((long)d.Satang) + 1, at), d.Batch)).ToList();
        var allotments = awards.GroupBy(a => a.Batch).Select(g => AllotmentOf([.. g.Select(a => a.Award)], $"{g.Key}").Value).ToList();

        return Money.Sum(allotments.Select(a => a.Total)) == Money.Sum(awards.Select(a => a.Award.Amount))
            && awards.All(a => a.Award.Ledger.Count(l => l.Kind == LedgerKind.Allotment && l.Amount == a.Award.Amount) == 1)
            && awards.All(a => !AllotmentOf([a.Award], "again").Succeeded);
    }

    /// <summary>A withdrawal undoes exactly what was booked, and adds rows only.</summary>
    [Property(MaxTest = 100)]
    public bool Withdrawal_OfAnyAward_BringsItsLedgerToZero(int satang, bool allotted)
    {
        var award = AwardOf(Math.Abs((long)satang) + 1, 0);
        _ = allotted && AllotmentOf([award], "1").Succeeded;
        var before = award.Ledger.ToList();

        return award.Withdraw("ยุบกลุ่ม", new("", "malee", Now)).Succeeded
            && award.Ledger.Take(before.Count).SequenceEqual(before)
            && award.Ledger.Count == 2 * before.Count
            && Money.Sum(award.Ledger.Select(l => l.Amount)) == Money.Zero
            && !award.Withdraw("อีกครั้ง", new("", "malee", Now)).Succeeded;
    }

    private static Outcome<Allotment> AllotmentOf(IReadOnlyList<Award> awards, string number)
        => Allotment.Of(awards, new(number, new(2020, 7, 6), null), Dates, "malee", Now);

    private static Award AwardOf(long satang, int at)
    {
        Entry entry = new(Guid.CreateVersion7(), Guid.CreateVersion7(), new GroupIndex($"group-{at}"), 1, EntryStates.Tiered, Now);
        return new(entry, new Tier("good", "ดี", "Good", 1, new Money(satang)), at, new("", "malee", Now));
    }
}
