using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Plans.Budget;
using CommunityBusinessNetwork.Plans.Writing;

namespace CommunityBusinessNetwork.Tests.Plans;

public sealed class SavePlanTests : IAsyncLifetime
{
    private GivenPlans _given = null!;

    public async ValueTask InitializeAsync() => _given = await GivenPlans.BegunAsync();

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task StartPlan_OfAGroupThatIsKnown_FillsInItsMasterData()
    {
        var answers = (await _given.PlanAsync(_given.Entry)).ReadAnswers();
        Assert.Equal("กลุ่มออมทรัพย์43", answers["groupName"]!["Text"]!.GetValue<string>());
        Assert.Equal("บ้านสมมุติประดู่ หมู่ที่ 6 ตำบลตัวอย่าง อำเภอเมือง จังหวัดหนองคาย 43000", answers["address"]!["Text"]!.GetValue<string>());
        Assert.Equal(2_000_000m, answers["savings"]!["Value"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task StartPlan_Twice_IsTheSamePlan()
    {
        var first = await _given.PlanAsync(_given.Entry);
        Assert.Equal(first.Id, (await _given.StartAsync(_given.Duang, _given.Entry)).Value);
        Assert.Equal(first.Version, (await _given.PlanAsync(_given.Entry)).Version);
    }

    [Fact]
    public async Task SavePlan_Complete_IsKeptWordForWord()
    {
        Assert.True((await _given.SaveCompleteAsync()).Succeeded);

        var plan = await _given.PlanAsync(_given.Entry);
        var business = FieldValues.RowsOf(plan.ReadAnswers()["businesses"]).Single();
        Assert.Equal("1200000.5", FieldValues.CellOf(business, "revenue"));
        Assert.Equal("2020-04-30", plan.ReadAnswers()["balanceDate"]!["Value"]!.GetValue<string>());
        Assert.Equal([(1, Money.FromBaht(30_000)), (2, Money.FromBaht(20_000)), (3, Money.FromBaht(40_000))], plan.Lines.OrderBy(l => l.Seq).Select(l => (l.Priority!.Value, l.Amount)));
    }

    [Fact]
    public async Task SavePlan_OneSectionAndIncomplete_KeepsItAndLeavesTheRest()
    {
        await _given.SaveCompleteAsync();
        var before = await _given.PlanAsync(_given.Entry);

        Assert.True((await _given.SaveAsync(_given.Duang, Fields(before.Version, ("summary", "สั้นไป")))).Succeeded);

        var after = await _given.PlanAsync(_given.Entry);
        Assert.Equal("สั้นไป", after.ReadAnswers()["summary"]!["Text"]!.GetValue<string>());
        Assert.Equal(before.ReadAnswers()["goals"]!.ToJsonString(), after.ReadAnswers()["goals"]!.ToJsonString());
        Assert.Equal(before.Lines.Select(l => l.Id).Order(), after.Lines.Select(l => l.Id).Order());
        Assert.Equal(before.Version + 1, after.Version);
    }

    [Fact]
    public async Task SavePlan_LinesMovedAndOneGone_KeepTheirIds()
    {
        await _given.SaveCompleteAsync();
        var before = (await _given.PlanAsync(_given.Entry)).Lines.OrderBy(l => l.Seq).ToList();
        var typed = CompletePlan.Lines();

        var outcome = await _given.SaveAsync(_given.Pikul, new(_given.Entry, 2)
        {
            Lines = [typed[2] with { Id = before[2].Id }, typed[0] with { Id = before[0].Id }, new(null, Categories.Other, "", "", "", "")],
        });

        Assert.True(outcome.Succeeded);
        Assert.Equal([before[2].Id, before[0].Id], (await _given.PlanAsync(_given.Entry)).Lines.OrderBy(l => l.Seq).Select(l => l.Id));
    }

    [Fact]
    public async Task SavePlan_InASecondTab_IsToldAndChangesNothing()
    {
        Assert.True((await _given.SaveAsync(_given.Pikul, Fields(1, ("history", "แท็บแรก")))).Succeeded);

        Assert.Equal(Outcome.ChangedMeanwhile, await _given.SaveAsync(_given.Duang, Fields(1, ("history", "แท็บที่สอง"))));

        var plan = await _given.PlanAsync(_given.Entry);
        Assert.Equal(("แท็บแรก", 2L), (plan.ReadAnswers()["history"]!["Text"]!.GetValue<string>(), plan.Version));
    }

    [Fact]
    public async Task SavePlan_TwoAtTheSameInstant_OneIsTold()
    {
        var outcomes = await Task.WhenAll(
            _given.SaveAsync(_given.Pikul, Fields(1, ("history", "หนึ่ง"))),
            _given.SaveAsync(_given.Duang, Fields(1, ("history", "สอง"))));

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Single(outcomes, o => o == Outcome.ChangedMeanwhile);
        Assert.Equal(2, (await _given.PlanAsync(_given.Entry)).Version);
    }

    [Fact]
    public async Task SavePlan_OfAnotherGroup_IsNotFoundAndLeavesNoTrace()
    {
        var trace = (await _given.Site.AuditAsync()).Count;

        Assert.Equal(Outcome.NotFound, await _given.SaveAsync(_given.Somchai, Fields(1, ("history", "ของคนอื่น"))));

        Assert.Equal(1, (await _given.PlanAsync(_given.Entry)).Version);
        Assert.Equal(trace, (await _given.Site.AuditAsync()).Count);
    }

    [Fact]
    public async Task SavePlan_ByTheProvince_IsNotFound() => Assert.Equal(Outcome.NotFound, await _given.SaveAsync(_given.Wipa, Fields(1, ("history", "ไม่ใช่หน้าที่"))));

    [Theory]
    [InlineData("members", "หลายคน", "fields.not-a-number")]
    [InlineData("savings", "1.234", "fields.not-money")]
    [InlineData("balanceDate", "31 ก.พ. 2563", "fields.not-a-date")]
    [InlineData("history", "บัตร 1-1017-00230-70-8", "fields.national-id")]
    public async Task SavePlan_WhatCannotBeKept_IsRefusedBesideItsFieldAndChangesNothing(string field, string typed, string code)
    {
        var outcome = await _given.SaveAsync(_given.Pikul, Fields(1, ("summary", "ข้อความอื่น"), (field, typed)));

        Assert.Equal([(code, field)], outcome.Problems.Select(p => (p.Code, p.Field!)));
        Assert.Null((await _given.PlanAsync(_given.Entry)).ReadAnswers()["summary"]);
    }

    [Fact]
    public async Task SavePlan_AnUnreadableCellAndQuantity_NamesTheCell()
    {
        var outcome = await _given.SaveAsync(_given.Pikul, new(_given.Entry, 1)
        {
            Tables = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
            {
                ["welfare"] = [CompletePlan.Row(("kind", "ทุน"), ("people", "1")), CompletePlan.Row(("kind", "ศพ"), ("people", "x"))],
            },
            Lines = [CompletePlan.Lines()[0] with { Quantity = "1.005" }],
        });

        Assert.Equal([("fields.not-a-number", "welfare[1].people"), ("plans.not-a-quantity", "lines[0].Quantity")], outcome.Problems.Select(p => (p.Code, p.Field!)));
    }

    [Fact]
    public async Task SavePlan_AFieldOrChoiceThatTheFormDoesNotHave_IsNoPersonsInput()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _given.SaveAsync(_given.Pikul, Fields(1, ("award", "90000"))));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _given.SaveAsync(_given.Pikul, new(_given.Entry, 1) { Lines = [CompletePlan.Lines()[0] with { Cuts = ["platinum"] }] }));
        Assert.Equal(1, (await _given.PlanAsync(_given.Entry)).Version);
    }

    [Fact]
    public async Task SavePlan_WithALineOfAnotherGroupsPlan_ChangesNeither()
    {
        await _given.SaveCompleteAsync();
        var theirs = (await _given.PlanAsync(_given.Entry)).Lines.OrderBy(l => l.Seq).First();

        var outcome = await _given.SaveAsync(_given.Somchai, new(_given.OtherEntry, 1) { Lines = [CompletePlan.Lines()[0] with { Id = theirs.Id, Description = "ยึดมา" }] });

        Assert.Equal(Outcome.ChangedMeanwhile, outcome);
        Assert.Equal(theirs.Description, (await _given.PlanAsync(_given.Entry)).Lines.Single(l => l.Id == theirs.Id).Description);
        Assert.Empty((await _given.PlanAsync(_given.OtherEntry)).Lines);
    }

    [Fact]
    public async Task SavePlan_WithNothingDifferent_WritesNothing()
    {
        await _given.SaveCompleteAsync();
        var plan = await _given.PlanAsync(_given.Entry);
        var lines = CompletePlan.Lines().Zip(plan.LinesInOrder(), (typed, line) => typed with { Id = line.Id }).ToList();

        Assert.True((await _given.SaveAsync(_given.Pikul, CompletePlan.Of(_given.Entry, plan.Version) with { Lines = lines })).Succeeded);

        Assert.Equal(plan.Version, (await _given.PlanAsync(_given.Entry)).Version);
    }

    private SavePlan.Input Fields(long version, params (string Field, string Typed)[] fields)
        => new(_given.Entry, version) { Fields = fields.ToDictionary(f => f.Field, f => f.Typed) };
}
