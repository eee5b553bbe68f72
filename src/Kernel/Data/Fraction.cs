using System.Globalization;
using System.Numerics;

namespace CommunityBusinessNetwork.Kernel.Data;

/// <summary>An exact number in lowest terms. Scores are compared as fractions and rounded only where a person reads them.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    private readonly long _denominatorLessOne;

    /// <exception cref="ArgumentOutOfRangeException">The denominator is not positive.</exception>
    public Fraction(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var divisor = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        (Numerator, _denominatorLessOne) = (numerator / divisor, (denominator / divisor) - 1);
    }

    public long Numerator { get; }
    public long Denominator => _denominatorLessOne + 1;

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    public static Fraction operator +(Fraction left, Fraction right)
        => new(checked((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator)), checked(left.Denominator * right.Denominator));

    /// <summary>Reads "389" or "389/5".</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static Fraction Parse(string text)
    {
        var parts = text.Split('/');
        return new(long.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length == 2 ? long.Parse(parts[1], CultureInfo.InvariantCulture) : 1);
    }

    public int CompareTo(Fraction other)
        => ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <summary>The exact value, "n/d".</summary>
    public string Exact() => $"{Numerator}/{Denominator}";

    /// <summary>Two decimals, for reading only.</summary>
    public override string ToString() => decimal.Round((decimal)Numerator / Denominator, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);
}
