using CommunityBusinessNetwork.Kernel.Data;

namespace CommunityBusinessNetwork.Letters.Writing;

/// <summary>What fills a letter to a district about one event, and the guideline that goes with it.</summary>
/// <param name="Programme">Null when nothing is enclosed.</param>
internal sealed record LetterFields(HeadFields Letter, GuidelineFields? Programme);

/// <summary>The letter itself. What may be missing on a real letter is null.</summary>
internal sealed record HeadFields
{
    public required OfficeFields Office { get; init; }

    /// <summary>Null on a draft, whose day is blank too: number and day are set together at signing (domain §3.3).</summary>
    public string? RegisterNo { get; init; }
    public bool IsCircular { get; init; }
    public required DateOnly Date { get; init; }
    public required string Subject { get; init; }
    public required string Salutation { get; init; }
    public required string Addressee { get; init; }

    /// <summary>Earlier letters that this one follows, as they are cited.</summary>
    public IReadOnlyList<string> References { get; init; } = [];
    public IReadOnlyList<EnclosureField> Enclosures { get; init; } = [];
    public required int FiscalYearBe { get; init; }
    public required string Department { get; init; }
    public required string ProjectName { get; init; }
    public required string Objective { get; init; }
    public required string GroupKind { get; init; }

    /// <summary>The one group; null on a circular letter that goes to all of them.</summary>
    public GroupPlace? Group { get; init; }
    public EventTime? Event { get; init; }
    public required string Closing { get; init; }
}

/// <summary>The office that writes: its letters of reference, its address, who signs for it.</summary>
internal sealed record OfficeFields
{
    public required string ProvinceAbbr { get; init; }
    public required string UnitCode { get; init; }
    public required string Issuer { get; init; }
    public string? Street { get; init; }
    public required string Postcode { get; init; }
    public required string Province { get; init; }
    public required string SignerName { get; init; }
    public required string SignerPosition { get; init; }

    /// <summary>By which right the signer stands for another: ปฏิบัติราชการแทน, รักษาราชการแทน … three different ones (domain §2.1).</summary>
    public string? Capacity { get; init; }
    public string? OnBehalfOf { get; init; }
    public required string OwnerUnit { get; init; }
    public string? OwnerSubUnit { get; init; }
    public string? Phone { get; init; }

    /// <summary>The province's vision, in the foot of the page.</summary>
    public string? Motto { get; init; }
}

internal sealed record EnclosureField(string Title, int Count, string Unit);

/// <summary>Where the group is. Not every place has a village number.</summary>
internal sealed record GroupPlace(string Village, int? Moo, string Tambon, string Amphoe);

/// <param name="Site">Where, as the letter says it; null for the office of the group.</param>
internal sealed record EventTime(DateOnly Date, TimeOnly Start, TimeOnly End, string? Site = null);

/// <summary>The numbers and dates of the guideline.</summary>
internal sealed record GuidelineFields
{
    /// <summary>The project whose groups are meant; {OPERATION} in it is the word that the scan of the seed garbled.</summary>
    public required string PriorProject { get; init; }
    public required int PriorYearBe { get; init; }
    public required decimal ClipMaxMinutes { get; init; }
    public required DueBy SubmitBy { get; init; }
    public required int TargetCount { get; init; }
    public required int ShortlistCount { get; init; }
    public required DueBy Round1By { get; init; }
    public required DueBy Round2By { get; init; }
    public required IReadOnlyList<TierField> Tiers { get; init; }
    public required DueBy AwardMonth { get; init; }
    public required DueBy ProcureBy { get; init; }
    public required DueBy BpmBy { get; init; }
    public required DueBy EvaluateBy { get; init; }
}

internal sealed record TierField(string Name, int Count, Money Award);

/// <summary>A date that is meant to the day, or to the month: ภายในเดือนมิถุนายน (domain §1.4 T14).</summary>
/// <param name="Date">The day, or any day of the month.</param>
internal readonly record struct DueBy(DateOnly Date, bool IsMonth);
