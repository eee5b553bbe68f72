using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBusinessNetwork.Kernel.Imports;

/// <summary>A column that an import reads. A file need not have it: what has no column stays as it is.</summary>
/// <param name="Name">Its heading for machines, "province_code".</param>
/// <param name="LabelKey">The message that names it.</param>
public sealed record ImportColumn(string Name, string LabelKey)
{
    /// <summary>The message that explains it; null where the label says it all.</summary>
    public string? HintKey { get; init; }

    /// <summary>A new row must have it.</summary>
    public bool Required { get; init; }

    /// <summary>What a row might say; in words of a language it is a message.</summary>
    public string Example { get; init; } = "";

    /// <summary>The message with the example.</summary>
    public string? ExampleKey { get; init; }

    public string ExampleIn(Localizer text) => ExampleKey is { } key ? text[key] : Example;
}

/// <summary>One row as it was typed.</summary>
/// <param name="Number">As a spreadsheet shows it.</param>
/// <param name="Options">What was asked for the whole file besides.</param>
public sealed record ImportCells(int Number, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>What the cell says; empty where there is no such column.</summary>
    public string this[string column] => Values.GetValueOrDefault(column, "");

    public bool Has(string column) => Values.ContainsKey(column);
}

/// <summary>What a module takes in as a table, row by row, each through the same operation as its form.</summary>
public interface ITableImport
{
    /// <summary>"groups": also the name of its messages and files.</summary>
    string Kind { get; }

    /// <summary>The right that it needs. Which rows it reaches is decided by the operation.</summary>
    Permission Permission { get; }

    /// <summary>The first one says which row it is, and a file must have it.</summary>
    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Puts one row into the database, in the caller's transaction, and says what came of it. Whether that stays is decided by the caller.</summary>
    Task<ImportRow> RunAsync(ImportCells row, CancellationToken ct);
}

public static class TableImports
{
    public static IServiceCollection AddTableImport<T>(this IServiceCollection services)
        where T : class, ITableImport
        => services.AddScoped<ITableImport, T>();
}
