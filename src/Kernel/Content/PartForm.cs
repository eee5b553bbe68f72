using System.Text.Json.Nodes;
using CommunityBusinessNetwork.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Content;

/// <summary>A property of a part that staff edit, in the shape of a field.</summary>
/// <param name="Name">The property's name in the part's JSON.</param>
/// <param name="LabelKey">The message key of its label.</param>
public sealed record PartField(string Name, FieldKind Kind, string LabelKey)
{
    public string? HintKey { get; init; }

    /// <summary>The property that holds the English value; null when there is none.</summary>
    public string? English { get; init; }

    public bool Required { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }

    /// <summary>A number without decimals.</summary>
    public bool Whole { get; init; }

    /// <summary>A list of texts, one a line.</summary>
    public bool Lines { get; init; }

    public FieldVisibility Visibility { get; init; }
}

/// <summary>What of a part staff edit in the Desk. The module that owns the part says it; what it does not name stays as it is.</summary>
/// <param name="LabelKey">The message key of the heading over its fields.</param>
public sealed record PartForm(string Part, string LabelKey, IReadOnlyList<PartField> Fields)
{
    /// <summary>What keeps the part from being saved, besides what its fields say; a problem names the property.</summary>
    public Func<JsonObject, IReadOnlyList<Problem>> Check { get; init; } = _ => [];
}

public static class PartForms
{
    public static IServiceCollection AddPartForm(this IServiceCollection services, PartForm form) => services.AddSingleton(form);
}
