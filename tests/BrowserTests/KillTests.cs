using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using static CommunityBusinessNetwork.BrowserTests.Repository;

namespace CommunityBusinessNetwork.BrowserTests;

/// <summary>The process is killed while somebody saves without a pause: whatever was acknowledged is there, and the audit is whole.</summary>
public sealed partial class KillTests : IAsyncLifetime
{
    private const int Kills = 5;

    private readonly Site _site = new();
    private readonly Random _chance = new(2563);

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Kill_WhileSomebodySaves_LosesNothingThatWasAcknowledged()
    {
        var group = await Buyer.FindAsync(_site, Words("procurement.at-work"));
        var record = $"/my/entries/{group.EntryId}/bpm";
        using HttpClientHandler browser = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using HttpClient client = new(browser) { BaseAddress = _site.Address };
        await SignInAsync(client, group.Of("province-officer"));
        var number = 0;

        for (var kill = 0; kill < Kills; kill++)
        {
            var killing = KillSoonAsync();
            var acknowledged = number;

            try
            {
                while (true)
                {
                    await SaveAsync(client, record, ++number);
                    acknowledged = number;
                }
            }
            catch (HttpRequestException)
            {
                await killing;
            }

            await _site.StartAgainAsync();
            var kept = WrittenIn(await client.GetStringAsync(record));
            Assert.True(kept == acknowledged || kept == number, $"{acknowledged} was acknowledged, {number} was on its way, {kept} is there.");
            Assert.True(acknowledged > 0);
        }

        await using var auditor = await _site.SignInAsync("demo-auditor");
        await auditor.OpenAsync("/admin/audit");
        await auditor.PressAsync("desk.audit-verify");
        await auditor.SeesAsync("desk.audit-whole");
    }

    private async Task KillSoonAsync()
    {
        await Task.Delay(_chance.Next(800, 2500));
        await _site.KillAsync();
    }

    private static async Task SignInAsync(HttpClient client, string person)
    {
        var page = await client.GetStringAsync("/sign-in");
        await PostAsync(client, "/sign-in?handler=Demo", page, ("person", person));
    }

    private static async Task SaveAsync(HttpClient client, string record, int number)
    {
        var page = await client.GetStringAsync(record);
        await PostAsync(client, record, page, ("Version", VersionField().Match(page).Groups[1].Value), ("Facts.Results", number.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Posts and wants the answer that says it is done: the way to the next page.</summary>
    private static async Task PostAsync(HttpClient client, string address, string page, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new([new("__RequestVerificationToken", Token().Match(page).Groups[1].Value), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static int WrittenIn(string page) => int.TryParse(Results().Match(page).Groups[1].Value.Trim(), CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"Version\"[^>]*value=\"([0-9]+)\"")]
    private static partial Regex VersionField();

    [GeneratedRegex("<textarea[^>]*name=\"Facts.Results\"[^>]*>([^<]*)<")]
    private static partial Regex Results();
}
