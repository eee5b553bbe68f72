using CommunityBusinessNetwork.Clips.Uploads;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Web.Demo.Media;
using CommunityBusinessNetwork.Web.Demo.Playing;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Web.Demo.Script;

/// <summary>The clips of steps 1 and 7, with their captions. The roster's over-long one is refused and made anew.</summary>
internal static class ClipScenes
{
    private const int LimitSeconds = 300;
    private static readonly TimeSpan CutDown = TimeSpan.FromSeconds(288);

    /// <summary>The clip that a group applies with, on the day it submits.</summary>
    public static IEnumerable<Scene> Of(Player player, DateOnly submitted)
    {
        var morning = Scene.On(submitted, 9).AddMinutes(player.At);

        if (player.Row.ClipSeconds > LimitSeconds)
        {
            yield return new(morning, Steps.Plan, (stage, ct) => UploadTooLongAsync(stage, player, ct));
            yield return new(Scene.On(submitted, 14), Steps.Plan, (stage, ct) => UploadAsync(stage, player, CutDown, ct));
        }
        else
        {
            yield return new(morning, Steps.Plan, (stage, ct) => UploadAsync(stage, player, TimeSpan.FromSeconds(player.Row.ClipSeconds), ct));
        }
    }

    /// <summary>The clip of an awarded group's activity.</summary>
    public static async Task UploadActivityAsync(Stage stage, Player player, CancellationToken ct)
    {
        var length = TimeSpan.FromSeconds(150 + (player.At % 9 * 15));
        await UploadAsync(stage, player, stage.Cast.ProvinceOfficer(player.Province), ClipKind.Activity, length, ct);
        await CaptionAsync(stage, player, stage.Cast.ProvinceOfficer(player.Province), ClipKind.Activity, player.Words.ActivityCaptions, length, ct);
    }

    private static async Task UploadAsync(Stage stage, Player player, TimeSpan length, CancellationToken ct)
    {
        var secretary = stage.Cast.GroupSecretary(player.Province);
        await UploadAsync(stage, player, secretary, ClipKind.Application, length, ct);
        await CaptionAsync(stage, player, secretary, ClipKind.Application, player.Words.Captions, length, ct);
        stage.Tally.Count(Steps.Plan, "clips");
    }

    private static async Task UploadTooLongAsync(Stage stage, Player player, CancellationToken ct)
    {
        var length = TimeSpan.FromSeconds(player.Row.ClipSeconds);
        var outcome = await stage.TryAsync<UploadClip>(
            stage.Cast.GroupSecretary(player.Province), async (upload, _) => await upload.RunAsync(InputOf(stage, player, ClipKind.Application, length), ct));

        if (outcome.Problems is not [{ Code: "clips.too-long" }])
        {
            throw new ScriptException($"The clip of {player.Row.Code} lasts {length} and should have been refused for it.");
        }

        stage.Tally.Count(Steps.Plan, "clips refused as too long");
    }

    private static Task UploadAsync(Stage stage, Player player, CurrentUser person, ClipKind kind, TimeSpan length, CancellationToken ct)
        => stage.DoAsync<UploadClip, Guid>(person, (upload, _) => upload.RunAsync(InputOf(stage, player, kind, length), ct));

    private static Task CaptionAsync(Stage stage, Player player, CurrentUser person, ClipKind kind, IReadOnlyList<string> sentences, TimeSpan length, CancellationToken ct)
        => stage.DoAsync<CaptionClip>(person, async (caption, db) =>
        {
            var version = await db.Set<Clip>().Where(c => c.EntryId == player.EntryId && c.Kind == kind).Select(c => c.Version).SingleAsync(ct);
            return await caption.RunAsync(new(player.EntryId, kind, FileOf(MediaKit.Captions(sentences, length), $"{player.Row.Code}.vtt"), version), ct);
        });

    private static UploadClip.Input InputOf(Stage stage, Player player, ClipKind kind, TimeSpan length)
    {
        var words = player.Words;
        var bytes = stage.Media.Clip(words.BusinessCode, length, $"{player.Row.Code} {kind}");
        return new(player.EntryId, kind, FileOf(bytes, $"{player.Row.Code}.mp4"), new(kind == ClipKind.Application ? words.ClipTitle : words.ActivityClipTitle, true, true, true), 0);
    }

    private static Upload FileOf(byte[] bytes, string name) => new(new MemoryStream(bytes), name);
}
