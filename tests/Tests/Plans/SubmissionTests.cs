using System.Security.Cryptography;
using System.Text;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Plans.Reading;
using CommunityBusinessNetwork.Plans.Versions;
using CommunityBusinessNetwork.Programmes.Entries;

namespace CommunityBusinessNetwork.Tests.Plans;

public sealed class SubmissionTests : IAsyncLifetime
{
    private GivenPlans _given = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await GivenPlans.BegunAsync();
        await _given.SaveCompleteAsync();
        await _given.UploadAsync(_given.Pikul, GivenPlans.Film(TimeSpan.FromMinutes(4)));
    }

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Submit_Complete_KeepsThePlanAsItWasUnderItsHash()
    {
        Assert.True((await _given.SubmitAsync(_given.Pikul)).Succeeded);

        var version = (await SubmittedAsync())!;
        Assert.Equal((1, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version.Content)))), (version.Number, version.Sha256));
        Assert.Equal(Money.FromBaht(90_000), version.Read().Total);
        Assert.Equal("ปี 2562 ขายได้ 320 ผืน", version.Read().Answers["history"]!["Text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Submit_OneSatangOff_IsRefusedAndKeepsNothing()
    {
        var lines = CompletePlan.Lines().ToList();
        lines[2] = lines[2] with { UnitPrice = "39,999.99" };
        await _given.SaveAsync(_given.Pikul, new(_given.Entry, (await _given.PlanAsync(_given.Entry)).Version) { Lines = lines });

        var outcome = await _given.SubmitAsync(_given.Pikul);

        var inner = Assert.IsType<Problem>(Assert.Single(outcome.Problems).Args.Single(a => a.Name == "problem").Value);
        Assert.Equal(new Money(1), inner.Args.Single(a => a.Name == "diff").Value);
        Assert.Null(await SubmittedAsync());
        Assert.Equal(EntryStates.Targeted, (await _given.EntryAsync(_given.Entry)).State);
    }

    [Fact]
    public async Task Submit_WithSomethingMissing_NamesEverySectionThatLacksIt()
    {
        await _given.SaveAsync(_given.Pikul, new(_given.Entry, (await _given.PlanAsync(_given.Entry)).Version)
        {
            Fields = new Dictionary<string, string> { ["summary"] = "", ["membersFemale"] = "101" },
        });

        var outcome = await _given.SubmitAsync(_given.Pikul);

        Assert.Equal(["fields.required", "plans.more-than-members"], outcome.Problems.Select(p => ((Problem)p.Args.Single(a => a.Name == "problem").Value).Code).Order());
    }

    [Fact]
    public async Task SavePlan_AfterTheSubmission_IsRefused()
    {
        await _given.SubmitAsync(_given.Pikul);
        var plan = await _given.PlanAsync(_given.Entry);

        var outcome = await _given.SaveAsync(_given.Pikul, new(_given.Entry, plan.Version) { Fields = new Dictionary<string, string> { ["history"] = "แก้ทีหลัง" } });

        Assert.Equal("plans.submitted", Assert.Single(outcome.Problems).Code);
        Assert.Equal(plan.Answers, (await _given.PlanAsync(_given.Entry)).Answers);
    }

    [Fact]
    public async Task SavePlan_FromATabOpenedBeforeTheSubmission_IsTold()
    {
        var version = (await _given.PlanAsync(_given.Entry)).Version;
        await _given.SubmitAsync(_given.Duang);
        Assert.Equal(Outcome.ChangedMeanwhile, await _given.SaveAsync(_given.Pikul, new(_given.Entry, version)));
    }

    [Fact]
    public async Task Submit_AgainAfterAReturn_IsTheNextVersionAndTheFirstStays()
    {
        await _given.SubmitAsync(_given.Pikul);
        var first = (await SubmittedAsync())!;
        await _given.Site.AsAsync<MoveEntry, Outcome>(_given.Preeda, async o => await o.RunAsync(_given.Entry, Transitions.Return, "แก้ราคา", (await _given.EntryAsync(_given.Entry)).Version, CancellationToken.None));
        await _given.SaveAsync(_given.Pikul, new(_given.Entry, (await _given.PlanAsync(_given.Entry)).Version) { Fields = new Dictionary<string, string> { ["history"] = "แก้แล้ว" } });

        Assert.True((await _given.SubmitAsync(_given.Pikul)).Succeeded);

        var second = (await SubmittedAsync())!;
        Assert.Equal((2, false), (second.Number, second.Sha256 == first.Sha256));
    }

    [Theory]
    [InlineData("outstanding", 3, 90_000)]
    [InlineData("good", 2, 50_000)]
    public async Task ApprovedBudget_OfATier_IsItsCutToTheSatang(string tier, int lines, int baht)
    {
        await _given.SubmitAsync(_given.Pikul);
        await _given.TierAsync(_given.Entry, tier);

        var approved = await _given.Site.InDbAsync(db => db.ApprovedOfAsync(_given.Entry, CancellationToken.None));

        Assert.Equal((lines, Money.FromBaht(baht)), (approved.Count, Money.Sum(approved.Select(l => l.Amount))));
    }

    [Fact]
    public async Task ApprovedBudget_WithoutATier_IsNothing()
    {
        await _given.SubmitAsync(_given.Pikul);
        Assert.Empty(await _given.Site.InDbAsync(db => db.ApprovedOfAsync(_given.Entry, CancellationToken.None)));
    }

    [Fact]
    public async Task Reading_ByABlindCommittee_HidesWhoIsMeantAndNeverHoldsThePhone()
    {
        await _given.SubmitAsync(_given.Pikul);

        var blind = (await ReadAsync(FieldVisibility.Committee, blind: true))!;
        var staff = (await ReadAsync(FieldVisibility.Staff, blind: false))!;

        Assert.Contains(Texts(staff), t => t == "กลุ่มออมทรัพย์43");
        Assert.Contains(Texts(staff), t => t == "0-4241-1182");
        Assert.DoesNotContain(Texts(blind), t => t.Contains("กลุ่มออมทรัพย์43", StringComparison.Ordinal) || t == "0-4241-1182");
        Assert.True(blind.Sections[0].Fields.Single(f => f.Name == "groupName").Hidden);
        Assert.Contains(Texts(blind), t => t == "2,000,000.00");
    }

    [Fact]
    public async Task Reading_ByThePublic_HoldsPublicFieldsOnly()
    {
        await _given.SubmitAsync(_given.Pikul);
        var names = (await ReadAsync(FieldVisibility.Public, blind: false))!.Sections.SelectMany(s => s.Fields).Select(f => f.Name).ToList();
        Assert.Contains("summary", names);
        Assert.DoesNotContain(names, n => n is "phone" or "chair" or "contact" or "savings" or "priorBudgetEvidence");
    }

    [Fact]
    public async Task Reading_OfADraft_IsNotWhatWasSubmitted() => Assert.Null(await ReadAsync(FieldVisibility.Committee, blind: false));

    private Task<PlanVersion?> SubmittedAsync() => _given.Site.InDbAsync(db => db.SubmittedPlanAsync(_given.Entry, CancellationToken.None));

    private Task<PlanSheet?> ReadAsync(FieldVisibility reader, bool blind)
        => _given.Site.AsAsync<PlanReader, PlanSheet?>(_given.Preeda, r => r.SubmittedAsync(_given.Entry, reader, blind, CancellationToken.None));

    private static List<string> Texts(PlanSheet sheet)
        => [.. sheet.Sections.SelectMany(s => s.Fields).SelectMany(f => f.Table is null ? [f.Text] : f.Table.Rows.SelectMany(r => r))];
}
