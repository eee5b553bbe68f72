using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Content;

namespace CommunityBusinessNetwork.Groups.Profiles;

/// <summary>What of a group staff edit in the Desk. Its code and province decide which group it is, and stay.</summary>
internal static class GroupPartForms
{
    private const int FirstYearBe = 2517;
    private const int LastYearBe = 2700;

    public static readonly IReadOnlyList<PartForm> All =
    [
        new(nameof(GroupPart), "groups.part",
        [
            Text(nameof(GroupPart.DistrictTh), "groups.district"),
            Text(nameof(GroupPart.SubdistrictTh), "groups.subdistrict"),
            Text(nameof(GroupPart.VillageTh), "groups.village"),
            Count(nameof(GroupPart.Moo), "groups.moo"),
            Text(nameof(GroupPart.Postcode), "groups.postcode"),
            new(nameof(GroupPart.BusinessTypes), FieldKind.LongText, "groups.businesses") { HintKey = "groups.businesses-hint", Required = true, Lines = true, Max = 300 },
            Count(nameof(GroupPart.FoundedBe), "groups.founded") with { Min = FirstYearBe, Max = LastYearBe },
            Count(nameof(GroupPart.Members), "groups.members"),
            Count(nameof(GroupPart.MembersFemale), "groups.members-female"),
            Count(nameof(GroupPart.Committee), "groups.committee"),
            Amount(nameof(GroupPart.Savings), "groups.savings"),
            Amount(nameof(GroupPart.Loans), "groups.loans"),
            Amount(nameof(GroupPart.WelfareFund), "groups.welfare"),
            Amount(nameof(GroupPart.RevenueLastYear), "groups.revenue"),
            new(nameof(GroupPart.ProfitLastYear), FieldKind.Money, "groups.profit") { Required = true },
            Count(nameof(GroupPart.Jobs), "groups.jobs"),
            new(nameof(GroupPart.ResultTh), FieldKind.LongText, "groups.result") { English = nameof(GroupPart.ResultEn), Max = 200 },
            new(nameof(GroupPart.StoryTh), FieldKind.LongText, "groups.story") { HintKey = "groups.story-hint", Max = 5000 },
        ])
        {
            Check = part => GroupPart.CheckCounts(Number(part, nameof(GroupPart.Members)), Number(part, nameof(GroupPart.MembersFemale)), Number(part, nameof(GroupPart.Committee))),
        },
        new(nameof(GroupContactPart), "groups.contact-part",
        [
            Text(nameof(GroupContactPart.ChairTh), "groups.chair") with { Visibility = FieldVisibility.Staff },
            Text(nameof(GroupContactPart.ContactTh), "groups.contact") with { Required = false, Visibility = FieldVisibility.Staff },
            Text(nameof(GroupContactPart.Phone), "groups.phone") with { Visibility = FieldVisibility.Staff },
            Text(nameof(GroupContactPart.Email), "groups.email") with { Required = false, Visibility = FieldVisibility.Staff },
        ]),
    ];

    private static PartField Text(string name, string label) => new(name, FieldKind.Text, label) { Required = true, Max = 150 };

    private static PartField Count(string name, string label) => new(name, FieldKind.Number, label) { Required = true, Whole = true, Min = 0, Max = 100_000 };

    private static PartField Amount(string name, string label) => new(name, FieldKind.Money, label) { Required = true, Min = 0 };

    private static int Number(JsonObject part, string name) => (int)decimal.Parse(part[name]?.ToString() ?? "0", CultureInfo.InvariantCulture);
}
