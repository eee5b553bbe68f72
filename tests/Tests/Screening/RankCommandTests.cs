using System.Text.Json;
using CommunityBusinessNetwork.Screening.Commands;

namespace CommunityBusinessNetwork.Tests.Screening;

public sealed class RankCommandTests
{
    private static readonly string Roster = Path.Combine(AppContext.BaseDirectory, "Screening", "fixtures", "scores.csv");

    [Fact]
    public async Task Rank_TheRoster_WritesOrderAndCuts()
    {
        var (code, output, error) = await RunAsync(Roster, "--quota", "36", "--tiers", "18,18");

        var result = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(76, result.GetProperty("order").GetArrayLength());
        Assert.Equal("SG-17-01", result.GetProperty("order")[0].GetProperty("entry").GetString());
        Assert.Equal("496/5", result.GetProperty("order")[0].GetProperty("score").GetString());
        Assert.Equal([(456, 452), (389, 385)], result.GetProperty("cuts").EnumerateArray().Select(c => (Total(c, "above"), Total(c, "below"))));

        static int Total(JsonElement cut, string side) => cut.GetProperty(side).GetProperty("total").GetInt32();
    }

    [Theory]
    [InlineData("--tiers", "18,18")]
    [InlineData("--quota", "none")]
    [InlineData("--quota", "36", "--tiers", "18,19")]
    [InlineData("--quota", "36", "--ladder", "C9")]
    [InlineData("--quota")]
    public async Task Rank_WhatItDoesNotUnderstand_IsSaidAndWritesNothing(params string[] options)
    {
        var (code, output, error) = await RunAsync([Roster, .. options]);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(RankCommand.Usage, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A,J1,6,3,3,3,3,3,3,3", "Line 2")]
    [InlineData("A,J1,3,3,3,3,3,3,3,3\nA,J1,3,3,3,3,3,3,3,3", "Line 3")]
    [InlineData("A,J1,3,3", "Line 2")]
    [InlineData("A,J1,3,3,3,3,3,3,3,-", "A C8")]
    public async Task Rank_ABrokenFile_NamesThePlace(string rows, string expected)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $"group_code,judge,C1,C2,C3,C4,C5,C6,C7,C8\n{rows}\n", TestContext.Current.CancellationToken);

        var (code, output, error) = await RunAsync(file, "--quota", "1");

        File.Delete(file);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        var code = await RankCommand.RunAsync(arguments, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
