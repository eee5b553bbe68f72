using System.Text;
using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>An amount in words, as every order and receipt repeats it: เก้าหมื่นบาทถ้วน (domain §4.3).</summary>
public static class BahtText
{
    private const long Million = 1_000_000;

    private static readonly IReadOnlyList<string> DigitWords = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
    private static readonly IReadOnlyList<string> PlaceWords = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"];

    public static string Of(Money amount)
    {
        if (amount.Satang < 0)
        {
            return $"ลบ{Of(-amount)}";
        }

        var (baht, satang) = Math.DivRem(amount.Satang, 100);

        return (baht, satang) switch
        {
            (0, 0) => "ศูนย์บาทถ้วน",
            (_, 0) => $"{Number(baht)}บาทถ้วน",
            (0, _) => $"{Number(satang)}สตางค์",
            _ => $"{Number(baht)}บาท{Number(satang)}สตางค์",
        };
    }

    // Groups of six places, each read alike, with ล้าน between them: a million millions is ล้านล้าน.
    private static string Number(long number)
        => number < Million
            ? Group(number, hasHigher: false)
            : $"{Number(number / Million)}ล้าน{Group(number % Million, hasHigher: true)}";

    private static string Group(long number, bool hasHigher)
    {
        StringBuilder words = new();
        long unit = Million / 10;

        for (var place = 5; place >= 0; place--, unit /= 10)
        {
            var digit = (int)(number / unit % 10);
            words.Append((place, digit) switch
            {
                (_, 0) => "",
                (1, 1) => "สิบ",
                (1, 2) => "ยี่สิบ",
                (0, 1) when hasHigher || number > 9 => "เอ็ด",
                _ => DigitWords[digit] + PlaceWords[place],
            });
        }

        return words.ToString();
    }
}
