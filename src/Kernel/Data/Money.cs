using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityBusinessNetwork.Kernel.Data;

/// <summary>An amount of Thai baht, kept as whole satang. In JSON, CSV, recipes and commands it is baht with at most two decimals.</summary>
[JsonConverter(typeof(AsBaht))]
public readonly record struct Money(long Satang) : IComparable<Money>
{
    public static readonly Money Zero;

    /// <summary>The amount in baht, exact.</summary>
    public decimal Baht => Satang / 100m;

    public static Money operator +(Money left, Money right) => new(left.Satang + right.Satang);
    public static Money operator -(Money left, Money right) => new(left.Satang - right.Satang);
    public static Money operator -(Money amount) => new(-amount.Satang);
    public static bool operator <(Money left, Money right) => left.Satang < right.Satang;
    public static bool operator >(Money left, Money right) => left.Satang > right.Satang;
    public static bool operator <=(Money left, Money right) => left.Satang <= right.Satang;
    public static bool operator >=(Money left, Money right) => left.Satang >= right.Satang;

    /// <summary>Baht with at most two decimals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is a fraction of a satang, or more than the state could owe.</exception>
    public static Money FromBaht(decimal baht)
        => decimal.Round(baht, 2) == baht && Math.Abs(baht) < 1_000_000_000_000m
            ? new((long)(baht * 100m))
            : throw new ArgumentOutOfRangeException(nameof(baht), baht, "Baht with at most two decimals.");

    /// <summary>Quantity × unit price, rounded to the satang, half away from zero: the only rounding there is (design §5).</summary>
    public static Money Times(decimal quantity, Money unitPrice)
        => new((long)decimal.Round(quantity * unitPrice.Satang, 0, MidpointRounding.AwayFromZero));

    public static Money Sum(IEnumerable<Money> amounts) => new(amounts.Sum(a => a.Satang));

    /// <summary>Reads what a person types: Thai or Arabic digits, commas allowed, at most two decimals.</summary>
    public static bool TryParse(string? typed, out Money amount)
    {
        amount = Zero;
        var ascii = Thai.ThaiDigits.ToAscii(typed ?? "").Replace(",", "", StringComparison.Ordinal).Trim();

        if (!decimal.TryParse(ascii, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var baht)
            || decimal.Round(baht, 2) != baht || Math.Abs(baht) >= 1_000_000_000_000m)
        {
            return false;
        }

        amount = FromBaht(baht);
        return true;
    }

    public int CompareTo(Money other) => Satang.CompareTo(other.Satang);

    /// <summary>As people read it: 90,000.00.</summary>
    public override string ToString() => Baht.ToString("N2", CultureInfo.InvariantCulture);

    private sealed class AsBaht : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => FromBaht(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Baht);
    }
}
