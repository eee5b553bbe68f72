using CommunityBusinessNetwork.Desk.Settings;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class SaveSettingsTests : IDisposable
{
    private static readonly SiteIdentity Empty = new("", "", "");
    private readonly Given _given = new();

    public void Dispose() => _given.Dispose();

    [Fact]
    public async Task SaveSettings_FromAnOldTab_IsToldAndChangesNothing()
    {
        Assert.True((await SaveAsync(new("เครือข่าย", "Network", "https://x.example/"), Empty)).Succeeded);
        var before = await _given.AuditAsync();

        Assert.Equal(Outcome.ChangedMeanwhile, await SaveAsync(new("อื่น", "", ""), Empty));
        Assert.Equal(before, await _given.AuditAsync());
    }

    [Theory]
    [InlineData("", "", "forms.required")]
    [InlineData("ชื่อ", "ftp://x", "desk.address-invalid")]
    [InlineData("ชื่อ", "x.example", "desk.address-invalid")]
    public async Task SaveSettings_Unusable_IsRefused(string name, string address, string code)
        => Assert.Equal(code, (await SaveAsync(new(name, "", address), Empty)).Problems.Single().Code);

    private Task<Outcome> SaveAsync(SiteIdentity wanted, SiteIdentity seen)
        => _given.AsAsync<SaveSettings, Outcome>(_given.Person("malee", Roles.Administrator, Area.Nation), s => s.RunAsync(wanted, seen, CancellationToken.None));
}
