using System.Text.Json;
using CommunityBusinessNetwork.Screening.Commands;
using CommunityBusinessNetwork.Screening.Resolutions;

namespace CommunityBusinessNetwork.Tests.Screening;

public sealed class ResolutionCommandTests
{
    [Fact]
    public async Task Verify_ASealedRecord_Agrees()
    {
        var resolution = RoundTests.Sealed();

        var (code, output, error) = await RunAsync(resolution.Json);

        var result = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, ""), (code, error));
        Assert.True(result.GetProperty("agrees").GetBoolean());
        Assert.Equal(resolution.Sha256, result.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task Verify_ARecordWithAForgedLevel_NamesThePlacesThatDiffer()
    {
        var record = SealedRecord.Read(RoundTests.Sealed().Json);
        var best = record.Entries.Single(e => e.EntryId == record.Places[0].EntryId);
        var forged = best with { Sheets = [.. best.Sheets.Select(s => s with { Levels = [.. s.Levels.Select(_ => (int?)0)] })] };

        var (code, output, _) = await RunAsync((record with { Entries = [.. record.Entries.Select(e => e == best ? forged : e)] }).Write());

        Assert.Equal(1, code);
        Assert.Contains(best.GroupCode, JsonDocument.Parse(output).RootElement.GetProperty("differences")[0].GetProperty("stated").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ARecordWrittenInAnotherWay_IsNotTheSealedText()
    {
        var (code, output, _) = await RunAsync(RoundTests.Sealed().Json.Replace(",\"", ", \"", StringComparison.Ordinal));

        Assert.Equal(1, code);
        Assert.False(JsonDocument.Parse(output).RootElement.GetProperty("isCanonical").GetBoolean());
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    public async Task Verify_WhatIsNoRecord_IsSaid(string text)
    {
        var (code, output, error) = await RunAsync(text);

        Assert.Equal((1, ""), (code, output));
        Assert.NotEqual("", error);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string text)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        using StringWriter output = new();
        using StringWriter error = new();
        var code = await ResolutionCommand.RunAsync(["verify", file], output, error, TestContext.Current.CancellationToken);
        File.Delete(file);
        return (code, output.ToString(), error.ToString());
    }
}
