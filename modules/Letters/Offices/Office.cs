using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using CommunityBusinessNetwork.Kernel.Thai;
using CommunityBusinessNetwork.Letters.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Letters.Offices;

/// <summary>The provincial office that writes letters: its reference letters and code, its address, who signs for it.</summary>
internal sealed class Office : Entity
{
    private Office()
    {
    }

    public Office(string provinceCode, OfficeFields head)
    {
        (ProvinceCode, AreaPath) = (provinceCode, Area.Province(provinceCode).Path);
        Put(head);
    }

    public string ProvinceCode { get; private set; } = "";
    public string AreaPath { get; private set; } = "";
    public OfficeFields Head { get; private set; } = null!;

    /// <summary>Whether a letter could go out: somebody signs for it.</summary>
    public bool IsComplete => Head.SignerName.Length > 0;

    /// <summary>What a recipe says of it. Once somebody signs for it, what stands there is the province's own.</summary>
    public void LayDown(OfficeFields head)
    {
        if (!IsComplete)
        {
            Put(head);
        }
    }

    public Outcome Change(OfficeFields head)
    {
        List<Problem> problems =
        [
            .. Missing(head.UnitCode, nameof(head.UnitCode)),
            .. Missing(head.Issuer, nameof(head.Issuer)),
            .. Missing(head.Postcode, nameof(head.Postcode)),
            .. Missing(head.SignerName, nameof(head.SignerName)),
            .. Missing(head.SignerPosition, nameof(head.SignerPosition)),
            .. Missing(head.OwnerUnit, nameof(head.OwnerUnit)),
        ];

        if (head.Phone is { } phone && PhoneNumbers.Normalise(phone) is null)
        {
            problems.Add(new("letters.no-phone-number", nameof(head.Phone)));
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused(problems);
        }

        Put(head with { Phone = PhoneNumbers.Normalise(head.Phone) });
        return Outcome.Done;
    }

    private void Put(OfficeFields head)
    {
        if (Head != head)
        {
            Head = head;
            Record(new OfficeChanged(ProvinceCode, head.UnitCode, head.SignerName, head.SignerPosition));
        }
    }

    private static IEnumerable<Problem> Missing(string value, string field)
        => string.IsNullOrWhiteSpace(value) ? [new("fields.required", field)] : [];
}

/// <summary>What stands on an office's letters was laid down.</summary>
public sealed record OfficeChanged(string ProvinceCode, string UnitCode, string SignerName, string SignerPosition) : DomainEvent;

internal sealed class OfficeTable : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.ToTable("letter_offices");
        builder.HasIndex(o => o.ProvinceCode).IsUnique();
        builder.Property(o => o.Head).AsJson();
        builder.Ignore(o => o.IsComplete);
    }
}
