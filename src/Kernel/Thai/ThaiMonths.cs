namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>The names of the months and days, fixed by rule and the same as CLDR's (domain §4.1).</summary>
public static class ThaiMonths
{
    /// <summary>January first.</summary>
    public static readonly IReadOnlyList<string> Full =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    /// <summary>January first.</summary>
    public static readonly IReadOnlyList<string> Abbreviated =
        ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    /// <summary>Sunday first.</summary>
    public static readonly IReadOnlyList<string> Weekdays = ["อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์"];
}
