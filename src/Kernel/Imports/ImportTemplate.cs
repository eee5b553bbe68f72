using CommunityBusinessNetwork.Kernel.Files;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Kernel.Imports;

/// <summary>An empty table to fill in, with what each column wants: in a workbook on sheets of their own, in plain text as remarks.</summary>
public sealed class ImportTemplate(MessageBook book, Localizer text)
{
    /// <param name="more">Sheets with what may stand in some column.</param>
    public byte[] Write(ITableImport import, TableFormat format, IReadOnlyList<Sheet> more)
    {
        var rows = Headings(import, []);
        return format == TableFormat.Csv
            ? TableWriter.Csv(
                rows,
                [
                    text["imports.template-remark"],
                    .. import.Columns.Select(c => $"{new ImportHeadings(book).HeadingOf(c)}: {Explain(c)} {text["imports.template-example"]} {c.ExampleIn(text)}"),
                    .. more.Select(m => $"{m.Name}: {string.Join(" · ", m.Rows.Select(r => string.Join(' ', r)))}"),
                ])
            : TableWriter.Xlsx(
            [
                rows,
                new(
                    text["imports.sheet-help"],
                    [text["imports.column"], text["imports.column-name"], text["imports.required"], text["imports.explanation"], text["imports.template-example"]],
                    [.. import.Columns.Select(c => (IReadOnlyList<object?>)[text[c.LabelKey], c.Name, c.Required ? text["imports.yes"] : "", Explain(c), c.ExampleIn(text)])]),
                .. more,
                Provinces77(),
            ]);
    }

    /// <summary>Rows under the headings that the import reads.</summary>
    public Sheet Headings(ITableImport import, IReadOnlyList<IReadOnlyList<object?>> rows)
        => new(text[$"imports.kind-{import.Kind}"], [.. import.Columns.Select(new ImportHeadings(book).HeadingOf)], rows);

    private string Explain(ImportColumn column) => column.HintKey is { } hint ? text[hint] : column.Required ? text["imports.must"] : text["imports.may"];

    private Sheet Provinces77()
        => new(
            text["imports.sheet-provinces"],
            [text["imports.code"], text["imports.thai"], text["imports.english"]],
            [.. Provinces.All.Select(p => (IReadOnlyList<object?>)[p.Code, p.NameTh, p.NameEn])]);
}
