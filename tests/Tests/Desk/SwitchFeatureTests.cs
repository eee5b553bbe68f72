using CommunityBusinessNetwork.Desk.Features;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Tests.Desk;

public sealed class SwitchFeatureTests : IDisposable
{
    private readonly Given _given = new();

    public void Dispose() => _given.Dispose();

    [Fact]
    public async Task SwitchFeature_OffAndOn_IsKeptAndAudited()
    {
        Assert.True((await SwitchAsync("Showcase", on: false)).Succeeded);
        Assert.Equal(["Showcase"], Off());

        Assert.True((await SwitchAsync("Showcase", on: true)).Succeeded);
        Assert.Empty(Off());
        Assert.Equal(2, (await _given.AuditAsync()).Count(r => r.Event == nameof(SettingChanged)));
    }

    [Theory]
    [InlineData("Programmes", "desk.feature-needed")]
    [InlineData("Desk", "desk.feature-always-on")]
    [InlineData("Nowhere", "not-found")]
    public async Task SwitchFeature_WhatOthersNeed_IsRefusedAndStaysOn(string id, string code)
    {
        Assert.Equal(code, (await SwitchAsync(id, on: false)).Problems.Single().Code);
        Assert.Empty(Off());
    }

    [Fact]
    public async Task SwitchFeature_OnWithoutWhatItStandsOn_IsRefused()
    {
        await SwitchAsync("Showcase", on: false);
        await SwitchAsync("Search", on: false);

        Assert.Equal("desk.feature-needs", (await SwitchAsync("Showcase", on: true)).Problems.Single().Code);
        Assert.Contains("Showcase", Off());
    }

    private Task<Outcome> SwitchAsync(string id, bool on)
        => _given.AsAsync<SwitchFeature, Outcome>(_given.Person("malee", Roles.Administrator, Area.Nation), s => s.RunAsync(id, on, CancellationToken.None));

    private string[] Off() => _given.Services.GetRequiredService<SiteSettings>().Get<string[]>(SettingNames.FeaturesOff, []);
}
