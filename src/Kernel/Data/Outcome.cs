namespace CommunityBusinessNetwork.Kernel.Data;

/// <summary>What a person can mend: a message key, the field it belongs to, and what fills the named gaps of the message.</summary>
public sealed record Problem(string Code, string? Field = null, params (string Name, object Value)[] Args)
{
    public bool Equals(Problem? other) => other is not null && (Code, Field) == (other.Code, other.Field) && Args.SequenceEqual(other.Args);

    public override int GetHashCode() => HashCode.Combine(Code, Field, Args.Length);
}

/// <summary>The answer of every operation. A bug is never an Outcome: it is an exception.</summary>
public record Outcome
{
    public static readonly Outcome Done = new();

    /// <summary>Not there, or not this person's: one answer for both.</summary>
    public static readonly Outcome NotFound = new() { Problems = [new("not-found")] };

    /// <summary>Somebody saved in between. What was typed is kept and shown again.</summary>
    public static readonly Outcome ChangedMeanwhile = new() { Problems = [new("changed-meanwhile")] };

    public IReadOnlyList<Problem> Problems { get; protected init; } = [];
    public bool Succeeded => Problems.Count == 0;

    public static Outcome Refused(params IReadOnlyList<Problem> problems)
        => problems.Count > 0 ? new() { Problems = problems } : throw new ArgumentException("A refusal names its reason.", nameof(problems));

    public static Outcome Refused(string code, string? field = null, params (string Name, object Value)[] args) => Refused(new Problem(code, field, args));
}

/// <summary>The answer of an operation that makes something: its value when it succeeded.</summary>
public sealed record Outcome<T> : Outcome
{
    private readonly T? _value;

    /// <exception cref="InvalidOperationException">The operation was refused.</exception>
    public T Value => Succeeded ? _value! : throw new InvalidOperationException($"Refused: {string.Join(", ", Problems.Select(p => p.Code))}");

    public static Outcome<T> Of(T value) => new(value);

    public static implicit operator Outcome<T>(T value) => new(value);

    /// <summary>A refusal by a rule that makes nothing, passed on.</summary>
    public static Outcome<T> From(Outcome refusal)
        => refusal.Succeeded ? throw new ArgumentException("A success needs a value.", nameof(refusal)) : new() { Problems = refusal.Problems };

    public Outcome()
    {
    }

    private Outcome(T value) => _value = value;
}
