using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Recipes;
using CommunityBusinessNetwork.Letters.Offices;
using CommunityBusinessNetwork.Letters.Registers;
using CommunityBusinessNetwork.Letters.Writing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Tests.Letters;

public sealed class OfficeTests : IAsyncLifetime
{
    private GivenLetters _given = null!;

    public async ValueTask InitializeAsync() => _given = await GivenLetters.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _given.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task OfficesStep_GivesEveryProvinceOfTheProgrammeItsOffice()
    {
        var offices = await _given.Site.InDbAsync(db => db.Set<Office>().AsNoTracking().ToListAsync());
        var udon = offices.Single(o => o.ProvinceCode == "41").Head;

        Assert.Equal(76, offices.Count);
        Assert.Equal(("อด", "ศาลากลางจังหวัดอุดรธานี", "41000"), (udon.ProvinceAbbr, udon.Issuer, udon.Postcode));
    }

    [Fact]
    public async Task OfficesStep_RunTwice_LeavesWhatProvincesHaveChangedAndHowFarTheyAre()
    {
        await _given.SignedAsync();
        await ChangeAsync(_given.Wipa, h => h with { SignerName = "นางใหม่ ตัวอย่าง" });
        await _given.RunRecipeAsync(GivenLetters.OfficesStep());

        Assert.Equal("นางใหม่ ตัวอย่าง", (await NongKhaiAsync()).Head.SignerName);
        Assert.Equal(9535, await _given.Site.InDbAsync(db => db.Set<Register>().Select(r => r.LastNumber).SingleAsync()));
    }

    [Fact]
    public async Task OfficesStep_OfASecondRecipe_FillsOfficesForWhichNobodySigns()
    {
        var setup = GivenLetters.OfficesStep();
        setup.Remove("Offices");
        setup["Each"]!.AsObject().Remove("SignerName");
        using var site = new Given();
        await GivenLetters.RunRecipeAsync(site, setup);
        Assert.False((await site.InDbAsync(db => db.Set<Office>().AsNoTracking().SingleAsync(o => o.ProvinceCode == "43"))).IsComplete);

        await GivenLetters.RunRecipeAsync(site, GivenLetters.OfficesStep());
        Assert.Equal("นายไพโรจน์ โสภาพร", (await site.InDbAsync(db => db.Set<Office>().AsNoTracking().SingleAsync(o => o.ProvinceCode == "43"))).Head.SignerName);
    }

    [Fact]
    public async Task OfficesStep_ForAProvinceThatIsNone_StopsTheRecipe()
    {
        var step = GivenLetters.OfficesStep();
        step["Offices"]![0]!["ProvinceCode"] = "99";

        Assert.Contains("no province 99", (await Assert.ThrowsAsync<RecipeException>(() => _given.RunRecipeAsync(step))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangeOffice_ByAnotherProvince_IsNotFoundAndChangesNothing()
    {
        Assert.Equal(Outcome.NotFound, await ChangeAsync(_given.Udom, h => h with { SignerName = "นายแปลก ปลอม" }));
        Assert.Equal("นายไพโรจน์ โสภาพร", (await NongKhaiAsync()).Head.SignerName);
    }

    [Fact]
    public async Task ChangeOffice_WithGapsOrAWrongNumber_SaysWhere()
    {
        var outcome = await ChangeAsync(_given.Wipa, h => h with { Issuer = " ", Phone = "123" });

        Assert.Equal([("fields.required", "Issuer"), ("letters.no-phone-number", "Phone")], outcome.Problems.Select(p => (p.Code, p.Field)));
    }

    private Task<Office> NongKhaiAsync() => _given.Site.InDbAsync(db => db.Set<Office>().AsNoTracking().SingleAsync(o => o.ProvinceCode == "43"));

    private async Task<Outcome> ChangeAsync(Kernel.Access.CurrentUser user, Func<OfficeFields, OfficeFields> change)
    {
        var office = await NongKhaiAsync();
        return await _given.Site.AsAsync<ChangeOffice, Outcome>(user, o => o.RunAsync(office.Id, office.Version, change(office.Head), CancellationToken.None));
    }
}
