using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Access;

/// <summary>A named set of permissions. People hold it for an area.</summary>
public sealed class Role : Entity
{
    private Role()
    {
    }

    public Role(string name, string description, IReadOnlyList<string> permissions)
    {
        Name = name;
        Set(description, permissions);
    }

    public string Name { get; private set; } = "";
    public string Description { get; private set; } = "";

    /// <summary>The names of the permissions granted, sorted.</summary>
    public IReadOnlyList<string> Permissions { get; private set; } = [];

    public void Set(string description, IReadOnlyList<string> permissions)
    {
        Description = description;
        Permissions = [.. permissions.Distinct().Order(StringComparer.Ordinal)];
        Record(new RoleChanged(Name, Permissions));
    }
}

/// <summary>What a role may do was decided.</summary>
public sealed record RoleChanged(string Role, IReadOnlyList<string> Permissions) : DomainEvent;

internal sealed class RoleTable : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("roles");
        builder.HasIndex(r => r.Name).IsUnique();
        builder.Property(r => r.Permissions).AsJson();
    }
}
