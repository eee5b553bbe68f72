using CommunityBusinessNetwork.Contents.Pictures;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Showcase.Businesses;
using CommunityBusinessNetwork.Showcase.Cloths;

namespace CommunityBusinessNetwork.Showcase.Publications;

/// <summary>A group with an award as lists show it. Nothing about a person is in it.</summary>
/// <param name="Code">As SG-48-01.</param>
/// <param name="NameTh">Its full registered name.</param>
/// <param name="VillageTh">The village by which people call it.</param>
/// <param name="Business">The one it runs first; its figure is on the cloth.</param>
/// <param name="SentenceTh">What the money did, in one sentence.</param>
/// <param name="Picture">A picture of theirs; null where only the cloth stands for them.</param>
public sealed record GroupCard(
    Guid EntryId, string ItemId, string Code, string Slug, string NameTh, string? NameEn, string VillageTh, string? VillageEn,
    Province Province, string DistrictTh, Business Business, PublicTier Tier, Money Award, Money Paid, string? SentenceTh, string? SentenceEn, PictureView? Picture, Progress Progress)
{
    /// <summary>What stands in the public fields that staff added, for the search.</summary>
    public string Words { get; init; } = "";

    public string ProvinceCode => Province.Code;

    public string Region => Province.Region;

    public string Name => Localizer.Choose(NameTh, NameEn);

    public string ShortName => Localizer.Choose(VillageTh, VillageEn);

    public string ProvinceName => Localizer.Choose(Province.NameTh, Province.NameEn);

    /// <summary>The sentence in the reader's language; null where nobody wrote one.</summary>
    public string? Sentence => SentenceTh is null ? null : Localizer.Choose(SentenceTh, SentenceEn);

    public Cloth Cloth => new(Code, Business.Figure, Region, Tier.Foot);

    /// <summary>The address of its cloth; with the name it always shows the same picture.</summary>
    public string ClothUrl => $"/cloth/{Code}.svg?figure={Business.Figure}&region={Region}&foot={Tier.Mark}";
}

/// <summary>How far a group is on its way from the award to the report.</summary>
public enum Progress
{
    Working,
    BpmOpen,
    ReportLate,
    Reported,
}
