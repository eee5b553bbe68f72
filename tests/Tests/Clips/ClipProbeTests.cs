using System.Diagnostics;
using System.Text;
using CommunityBusinessNetwork.Clips.Probing;
using CommunityBusinessNetwork.Tests.Plans;

namespace CommunityBusinessNetwork.Tests.Clips;

public sealed class ClipProbeTests
{
    [Theory]
    [InlineData(299_000)]
    [InlineData(300_500)]
    [InlineData(3_600_000)]
    public async Task Read_AnMp4_FindsItsLengthToTheMillisecond(int milliseconds)
        => Assert.Equal(new(milliseconds, HasPicture: true), await ReadAsync(GivenPlans.Film(TimeSpan.FromMilliseconds(milliseconds)), "video/mp4"));

    [Fact]
    public async Task Read_AMovieHeaderShorterThanItsTrack_IsAsLongAsTheTrack()
    {
        var film = GivenPlans.Film(TimeSpan.FromMinutes(6));
        film.AsSpan(At(film, "mvhd") + 16, 4).Clear();
        Assert.Equal(360_000, (await ReadAsync(film, "video/mp4"))!.DurationMs);
    }

    [Fact]
    public async Task Read_AnMp4WithoutAnyLength_SaysSo()
    {
        var film = GivenPlans.Film(TimeSpan.FromMinutes(1));
        film.AsSpan(At(film, "mvhd") + 16, 4).Clear();
        film.AsSpan(At(film, "mdhd") + 16, 4).Fill(0xFF);
        Assert.Equal(new(null, HasPicture: true), await ReadAsync(film, "video/mp4"));
    }

    [Fact]
    public async Task Read_EveryCutOfAnMp4_IsBrokenOrTheSame()
    {
        var film = GivenPlans.Film(TimeSpan.FromMinutes(1));

        for (var length = 0; length < film.Length; length += 7)
        {
            Assert.True(await ReadAsync(film[..length], "video/mp4") is null or { DurationMs: null or 60_000 });
        }
    }

    [Fact]
    public async Task Read_AWebm_FindsItsLength() => Assert.Equal(new(5_250, HasPicture: true), await ReadAsync(Webm(duration: 5_250f, trackType: 1), "video/webm"));

    [Fact]
    public async Task Read_AWebmOfABrowserWithoutALength_SaysSo() => Assert.Equal(new(null, HasPicture: true), await ReadAsync(Webm(duration: null, trackType: 1), "video/webm"));

    [Fact]
    public async Task Read_AWebmWithSoundOnly_HasNoPicture() => Assert.Equal(new(5_250, HasPicture: false), await ReadAsync(Webm(duration: 5_250f, trackType: 2), "video/webm"));

    [Theory]
    [InlineData("a.mp4", "video/mp4", "mpeg4")]
    [InlineData("a.webm", "video/webm", "libvpx")]
    public async Task Read_WhatFfmpegMakes_AgreesWithIt(string name, string type, string codec)
    {
        var film = Ffmpeg(name, codec);
        Assert.SkipWhen(film is null, "ffmpeg is not installed");
        Assert.InRange((await ReadAsync(film, type))!.DurationMs!.Value, 2_950, 3_100);
    }

    private static async Task<ClipFacts?> ReadAsync(byte[] film, string type)
    {
        using MemoryStream stream = new(film);
        return await ClipProbe.ReadAsync(stream, type, CancellationToken.None);
    }

    private static int At(byte[] film, string box) => film.AsSpan().IndexOf(Encoding.ASCII.GetBytes(box)) + 4;

    private static byte[] Webm(float? duration, byte trackType)
    {
        byte[] length = duration is { } ticks ? [0x44, 0x89, 0x84, .. BitConverter.GetBytes(ticks).Reverse()] : [];
        byte[] info = [0x2A, 0xD7, 0xB1, 0x83, 0x0F, 0x42, 0x40, .. length];
        byte[] tracks = [0xAE, 0x83, 0x83, 0x81, trackType];
        byte[] segment = [0x15, 0x49, 0xA9, 0x66, (byte)(0x80 | info.Length), .. info, 0x16, 0x54, 0xAE, 0x6B, (byte)(0x80 | tracks.Length), .. tracks];
        return [0x1A, 0x45, 0xDF, 0xA3, 0x80, 0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. segment, 0x1F, 0x43, 0xB6, 0x75, 0x80];
    }

    private static byte[]? Ffmpeg(string name, string codec)
    {
        var path = Path.Combine(Path.GetTempPath(), $"cbn-{Guid.CreateVersion7():N}-{name}");

        try
        {
            using var run = Process.Start(new ProcessStartInfo("ffmpeg", $"-v error -f lavfi -i testsrc=size=64x48:rate=10:duration=3 -c:v {codec} {path}"));
            run!.WaitForExit();
            return run.ExitCode == 0 ? File.ReadAllBytes(path) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
