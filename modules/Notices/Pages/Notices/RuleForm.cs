using CommunityBusinessNetwork.Notices.Reminders;

namespace CommunityBusinessNetwork.Notices.Pages.Notices;

/// <summary>A rule as people say it: three days before the plan is due.</summary>
internal sealed class RuleForm
{
    public const string Before = "before";
    public const string After = "after";
    public const string HoursUnit = "hours";
    public const string DaysUnit = "days";
    private const int HoursOfADay = 24;

    public string? DueKey { get; set; }
    public int? Amount { get; set; }
    public string Unit { get; set; } = DaysUnit;
    public string Side { get; set; } = Before;
    public string? Role { get; set; }
    public bool IsOn { get; set; } = true;

    /// <summary>What the form says; null while the amount is missing or no number of hours.</summary>
    public ReminderSetting? Setting => Amount is >= 0 and <= ReminderRule.MostHours
        ? new(DueKey ?? "", Amount.Value * (Unit == DaysUnit ? HoursOfADay : 1) * (Side == Before ? -1 : 1), Role ?? "", IsOn)
        : null;

    public static RuleForm Of(ReminderSetting setting)
    {
        var (amount, unit) = Split(setting.Hours);
        return new() { DueKey = setting.DueKey, Amount = amount, Unit = unit, Side = setting.Hours < 0 ? Before : After, Role = setting.Role, IsOn = setting.IsOn };
    }

    public static (int Amount, string Unit) Split(int hours)
        => hours % HoursOfADay == 0 ? (Math.Abs(hours) / HoursOfADay, DaysUnit) : (Math.Abs(hours), HoursUnit);
}
