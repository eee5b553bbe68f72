using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityBusinessNetwork.Kernel.Data;

/// <summary>A property kept as a JSON text: for what is written and read whole and never searched.</summary>
public static class JsonColumn
{
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
        where T : class
    {
        property.HasConversion(
            value => JsonSerializer.Serialize(value, AppJson.Options),
            json => JsonSerializer.Deserialize<T>(json, AppJson.Options)!,
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, AppJson.Options) == JsonSerializer.Serialize(right, AppJson.Options),
                value => JsonSerializer.Serialize(value, AppJson.Options).GetHashCode(StringComparison.Ordinal),
                value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, AppJson.Options), AppJson.Options)!));
        return property;
    }
}
