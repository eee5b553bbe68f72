namespace CommunityBusinessNetwork.Web.Demo.Prose;

/// <summary>What is true of a group, by name, so that a sentence can say for whom it was written.</summary>
internal static class Traits
{
    public static IReadOnlySet<string> Of(RosterRow row)
    {
        var margin = row.Profit.Baht / row.Revenue.Baht;
        var welfare = row.WelfareFund.Baht;

        return Enumerable.ToHashSet(
        [
            row.FoundedBe <= 2535 ? "old" : row.FoundedBe >= 2547 ? "young" : "grown",
            row.Members < 150 ? "small" : "middle",
            row.Women * 100 >= row.Members * 56 ? "women" : "mixed",
            row.Loans.Baht / row.Savings.Baht >= 0.75m ? "busyLoans" : "calmLoans",
            welfare >= 30_000 ? "richWelfare" : welfare < 5_000 ? "poorWelfare" : "middleWelfare",
            margin >= 0.08m ? "profitable" : margin < 0.03m ? "thin" : "fair",
            row.Jobs >= 25 ? "manyJobs" : "fewJobs",
            row.Businesses.Count > 1 ? "second" : "single",
        ]);
    }
}
