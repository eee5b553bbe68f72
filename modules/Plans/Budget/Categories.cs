namespace CommunityBusinessNetwork.Plans.Budget;

/// <summary>The categories of budget lines (domain §5.2). Their names for people are messages.</summary>
public static class Categories
{
    public const string Material = "MAT";
    public const string Hire = "HIRE";
    public const string Training = "TRAIN";
    public const string Publicity = "PR";
    public const string Equipment = "EQUIP";
    public const string Other = "OTHER";

    /// <summary>Those that a line may have. Durable goods are another expense class and stand outside (domain §11, question 7).</summary>
    public static readonly IReadOnlyList<string> Open = [Material, Hire, Training, Publicity, Other];

    public static readonly IReadOnlyList<string> All = [.. Open, Equipment];
}
