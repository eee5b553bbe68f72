using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Web.Demo.Playing;

namespace CommunityBusinessNetwork.Web.Demo.Prose;

/// <summary>A row of the roster as the list of groups takes it in.</summary>
internal static class GroupProfile
{
    /// <param name="resultTh">The one sentence for the public.</param>
    public static RegisterGroup.Input Of(RosterRow row, GroupWords words, string resultTh, string resultEn)
        => new(
            row.Name,
            words.NameEn,
            DemoPerson.DistrictCodeOf(row.Province.Code),
            new(
                row.Code,
                row.Province.Code,
                row.District,
                row.Subdistrict,
                row.Village,
                row.Moo,
                row.Postcode,
                row.Businesses,
                row.FoundedBe,
                row.Members,
                row.Women,
                row.Committee,
                row.Savings,
                row.Loans,
                row.WelfareFund,
                row.Revenue,
                row.Profit,
                row.Jobs)
            {
                ResultTh = resultTh,
                ResultEn = resultEn,
                StoryTh = string.Join("\n\n", words.Story),
            },
            new(row.Chair, null, string.Concat(row.Phone.Where(char.IsAsciiDigit)), row.Email));
}
