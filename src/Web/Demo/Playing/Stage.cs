using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Web.Demo.Media;
using CommunityBusinessNetwork.Web.Demo.Prose;

namespace CommunityBusinessNetwork.Web.Demo.Playing;

/// <summary>What the scenes of a script share: the site, the people, the groups with their words and files, and what has happened so far.</summary>
internal sealed class Stage(PlayedSite site, IReadOnlyList<Player> players, Cast cast, Phrases phrases, MediaKit media)
{
    public IReadOnlyList<Player> Players => players;
    public Cast Cast => cast;
    public Phrases Phrases => phrases;
    public MediaKit Media => media;
    public Tally Tally { get; } = new();

    /// <summary>The time of the scene that is played.</summary>
    public DateTimeOffset Now => site.Clock.GetUtcNow();

    /// <summary>The cycle that is played.</summary>
    public Guid CycleId { get; set; }

    /// <summary>One operation by one person.</summary>
    /// <exception cref="ScriptException">It was refused.</exception>
    public async Task<T> DoAsync<TOperation, T>(CurrentUser person, Func<TOperation, AppDb, Task<Outcome<T>>> act)
        where TOperation : class
    {
        Outcome<T> outcome = new();
        await TryAsync<TOperation>(person, async (operation, db) => outcome = await act(operation, db));
        return outcome.Succeeded ? outcome.Value : throw ScriptException.Of<TOperation>(person, outcome);
    }

    /// <summary>One operation by one person.</summary>
    /// <exception cref="ScriptException">It was refused.</exception>
    public async Task DoAsync<TOperation>(CurrentUser person, Func<TOperation, AppDb, Task<Outcome>> act)
        where TOperation : class
    {
        var outcome = await TryAsync(person, act);

        if (!outcome.Succeeded)
        {
            throw ScriptException.Of<TOperation>(person, outcome);
        }
    }

    /// <summary>One operation by one person, with whatever answer it gets.</summary>
    public async Task<Outcome> TryAsync<TOperation>(CurrentUser person, Func<TOperation, AppDb, Task<Outcome>> act)
        where TOperation : class
    {
        var outcome = Outcome.Done;
        await site.ActAsync(person, async services => outcome = await act(services.GetRequiredService<TOperation>(), services.GetRequiredService<AppDb>()));
        return outcome;
    }

    public async Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read)
    {
        T value = default!;
        await site.ActAsync(CurrentUser.System, async services => value = await read(services.GetRequiredService<AppDb>()));
        return value;
    }
}

/// <summary>A group of the roster on stage: its row, its words, and the ids that it got on its way.</summary>
internal sealed class Player(RosterRow row, GroupWords words)
{
    public RosterRow Row => row;
    public GroupWords Words => words;
    public string Province => row.Province.Code;

    /// <summary>Its place in the roster, from 0: people do not all come at the same minute.</summary>
    public required int At { get; init; }

    public string GroupItemId { get; set; } = "";
    public Guid EntryId { get; set; }

    /// <summary>The tier of its award; null while it has none, and again after it gave it up.</summary>
    public string? TierCode { get; set; }

    public bool IsAwarded => TierCode is not null;

    /// <summary>How quickly its province works.</summary>
    public Pace Pace => (At % 9) switch
    {
        0 or 4 => Pace.Quick,
        3 or 7 => Pace.Slow,
        8 => Pace.Tardy,
        _ => Pace.Steady,
    };

    /// <summary>Whether the line is in the cut of its award: the large one has all lines.</summary>
    public bool Buys(RosterLine line) => IsAwarded && (line.InSmallCut || TierCode == "outstanding");
}

/// <summary>How quickly a province works.</summary>
internal enum Pace
{
    Quick,
    Steady,
    Slow,
    Tardy,
}

/// <summary>The script and the rules disagree: an operation that must succeed was refused.</summary>
internal sealed class ScriptException : Exception
{
    public ScriptException()
    {
    }

    public ScriptException(string message)
        : base(message)
    {
    }

    public ScriptException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public static ScriptException Of<TOperation>(CurrentUser person, Outcome outcome)
        => new($"{typeof(TOperation).Name} by {person.Id}: {string.Join("; ", outcome.Problems.Select(p => $"{p.Code} {p.Field} {string.Join(", ", p.Args)}"))}");
}
