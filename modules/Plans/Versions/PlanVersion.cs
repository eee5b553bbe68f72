using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Plans.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Plans.Versions;

/// <summary>A plan as it was submitted. It is never changed: a plan that was returned and submitted again is the next version.</summary>
public sealed class PlanVersion : Entity
{
    private PlanVersion()
    {
    }

    internal PlanVersion(Plan plan, int number, PlanContent content, DateTimeOffset now)
    {
        (PlanId, EntryId, Number, TakenAt) = (plan.Id, plan.EntryId, number, now);
        (Content, Sha256) = content.Seal();
    }

    public Guid PlanId { get; private set; }
    public Guid EntryId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>A <see cref="PlanContent"/> as JSON text, byte for byte what the hash was taken of.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Of the content in UTF-8, lower-case hex: it stands on the receipt.</summary>
    public string Sha256 { get; private set; } = "";

    public DateTimeOffset TakenAt { get; private set; }

    public PlanContent Read() => AppJson.Read<PlanContent>(Content);
}

public static class PlanVersions
{
    /// <summary>What an entry submitted last. The caller decides who may see it.</summary>
    public static Task<PlanVersion?> SubmittedPlanAsync(this AppDb db, Guid entryId, CancellationToken ct)
        => db.Set<PlanVersion>().AsNoTracking().Where(v => v.EntryId == entryId).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
}

internal sealed class PlanVersionTable : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.ToTable("plan_versions");
        builder.HasIndex(v => new { v.EntryId, v.Number }).IsUnique();
        builder.HasOne<Plan>().WithMany().HasForeignKey(v => v.PlanId).IsRequired();
    }
}
