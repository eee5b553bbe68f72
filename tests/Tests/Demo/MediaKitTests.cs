using System.Diagnostics;
using System.Globalization;
using System.Text;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Web.Demo.Media;

namespace CommunityBusinessNetwork.Tests.Demo;

public sealed class MediaKitTests : IDisposable
{
    private readonly MediaKit _kit = new(Path.Combine(AppContext.BaseDirectory, "recipes", "demo-76"));
    private readonly string _clip = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.mp4");

    [Theory]
    [InlineData(230_000)]
    [InlineData(300_000)]
    [InlineData(300_500)]
    [InlineData(330_000)]
    public async Task Clip_OfAnyLength_LastsThatLongForAPlayer(int milliseconds)
    {
        await File.WriteAllBytesAsync(_clip, _kit.Clip("MKT", TimeSpan.FromMilliseconds(milliseconds), "SG-43-01"), TestContext.Current.CancellationToken);

        Assert.All(await ProbeAsync(), seconds => Assert.InRange(seconds, (milliseconds / 1000.0) - 0.05, (milliseconds / 1000.0) + 0.05));
    }

    [Fact]
    public void Clip_OfTwoGroups_IsNotTheSameBytes()
        => Assert.NotEqual(_kit.Clip("MKT", TimeSpan.FromSeconds(230), "SG-43-01"), _kit.Clip("MKT", TimeSpan.FromSeconds(230), "SG-44-01"));

    [Fact]
    public void Files_ByTheirFirstBytes_AreWhatTheySay()
    {
        Assert.Equal("video/mp4", ContentSniffer.Find(_kit.Clip("FUEL", TimeSpan.FromSeconds(1), "x")));
        Assert.Equal("image/jpeg", ContentSniffer.Find(_kit.Photo("FUEL", "before", "x")));
        Assert.Equal("application/pdf", ContentSniffer.Find(MediaKit.Paper("Order", "1")));
        Assert.Equal("text/vtt", ContentSniffer.Find(MediaKit.Captions(["a", "b"], TimeSpan.FromSeconds(8))));
    }

    [Fact]
    public void Captions_OfTwoSentences_ShareTheClip()
        => Assert.Equal(
            "WEBVTT\n\n00:00:00.000 --> 00:02:00.000\nหนึ่ง\n\n00:02:00.000 --> 00:04:00.000\nสอง\n",
            Encoding.UTF8.GetString(MediaKit.Captions(["หนึ่ง", "สอง"], TimeSpan.FromMinutes(4))));

    public void Dispose() => File.Delete(_clip);

    private async Task<IReadOnlyList<double>> ProbeAsync()
    {
        using var probe = Process.Start(new ProcessStartInfo("ffprobe", $"-v error -show_entries format=duration:stream=duration -of csv=p=0 {_clip}") { RedirectStandardOutput = true })!;
        var output = await probe.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => double.Parse(l, CultureInfo.InvariantCulture))];
    }
}
