using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CommunityBusinessNetwork.Groups.Profiles;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Content;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Groups.Tables;

/// <summary>Takes groups in from a table. A row that says nothing new is passed over; the others go the way of <see cref="RegisterGroup"/>.</summary>
internal sealed partial class GroupImport(AppDb db, CurrentUser user, RegisterGroup register) : ITableImport
{
    public string Kind => "groups";

    public Permission Permission => Permissions.ManageGroups;

    public IReadOnlyList<ImportColumn> Columns => GroupColumns.All;

    public async Task<ImportRow> RunAsync(ImportCells row, CancellationToken ct)
    {
        var code = ThaiDigits.ToAscii(row[GroupColumns.Code.Name]).ToUpperInvariant();
        var known = await db.Set<GroupIndex>().AsNoTracking().ManageableBy(user).SingleOrDefaultAsync(g => g.Code == code, ct);
        var latest = known is null ? null : await db.Set<ContentItem>().AsNoTracking().SingleAsync(i => i.ItemId == known.ItemId && i.Latest, ct);
        Typed typed = new(row, latest, known);
        typed.Read(code);

        if (typed.Problems.Count > 0)
        {
            return ImportRow.Refused(row.Number, code, typed.Name, typed.Problems);
        }

        if (latest is not null && typed.Changes.Count == 0)
        {
            return Told(ImportVerdict.Unchanged);
        }

        if (latest is { Published: false })
        {
            return ImportRow.Refused(row.Number, code, typed.Name, [CellProblem.Of(null, "", new("groups.draft-waits"))]);
        }

        var outcome = await register.RunAsync(typed.ToInput(), ct);
        return outcome.Succeeded ? Told(latest is null ? ImportVerdict.New : ImportVerdict.Changed)
            : ImportRow.Refused(row.Number, code, typed.Name, [.. outcome.Problems.Select(p => ProblemOf(row, p))]);

        ImportRow Told(ImportVerdict verdict) => new(row.Number, code, typed.Name, verdict, latest is null ? [] : typed.Changes, []);
    }

    private static CellProblem ProblemOf(ImportCells row, Problem problem)
    {
        var column = problem.Field is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(problem.Field);
        return CellProblem.Of(column, column is null ? "" : row[column], problem == Outcome.NotFound.Problems[0] ? new("imports.not-yours") : problem);
    }

    [GeneratedRegex("^[0-9]{4}$")]
    private static partial Regex DistrictCode();

    /// <summary>A row against the group as it is.</summary>
    private sealed class Typed(ImportCells row, ContentItem? latest, GroupIndex? known)
    {
        private readonly JsonObject _parts = latest is null ? [] : JsonNode.Parse(latest.Parts)!.AsObject();
        private string? _nameEn;
        private string _province = "";
        private string _district = "";

        public string Name { get; private set; } = "";
        public List<CellChange> Changes { get; } = [];
        public List<CellProblem> Problems { get; } = [];

        public void Read(string code)
        {
            if (code.Length == 0)
            {
                Refuse(GroupColumns.Code, new("fields.required"));
            }

            Name = Text(GroupColumns.NameTh, latest?.DisplayText ?? "");
            _nameEn = Text(GroupColumns.NameEn, latest?.As<TitlePart>()?.TitleEn ?? "") is { Length: > 0 } english ? english : null;
            ReadPlace();

            foreach (var part in GroupColumns.Parts)
            {
                ReadPart(part);
            }

            PartOf(nameof(GroupPart))[nameof(GroupPart.Code)] = code;
            PartOf(nameof(GroupPart))[nameof(GroupPart.ProvinceCode)] = _province;
        }

        public RegisterGroup.Input ToInput()
            => new(Name, _nameEn, _district, PartOf(nameof(GroupPart)).Deserialize<GroupPart>(AppJson.Options)!, PartOf(nameof(GroupContactPart)).Deserialize<GroupContactPart>(AppJson.Options)!);

        private void ReadPlace()
        {
            var (province, district) = (known?.ProvinceCode ?? "", known?.AreaPath.Split('/')[^2] ?? "");
            var typed = ThaiDigits.ToAscii(row[GroupColumns.Province.Name]);
            _province = !row.Has(GroupColumns.Province.Name) ? province
                : (Provinces.Find(typed) ?? Provinces.All.FirstOrDefault(p => p.NameTh == typed || p.NameEn.Equals(typed, StringComparison.OrdinalIgnoreCase)))?.Code ?? "";
            _district = row.Has(GroupColumns.District.Name) ? ThaiDigits.ToAscii(row[GroupColumns.District.Name]) : district;

            if (_province.Length == 0)
            {
                Refuse(GroupColumns.Province, new(typed.Length == 0 ? "fields.required" : "groups.no-such-province"));
            }
            else if (_district != district && !(DistrictCode().IsMatch(_district) && _district.StartsWith(_province, StringComparison.Ordinal)))
            {
                Refuse(GroupColumns.District, new("groups.district-code-invalid"));
            }

            Compare(GroupColumns.Province, province, _province);
            Compare(GroupColumns.District, district, _district);
        }

        private string Text(ImportColumn column, string before)
        {
            if (!row.Has(column.Name) && (latest is not null || !column.Required))
            {
                return before;
            }

            FieldDefinition field = new(column.Name, FieldKind.Text, "", "") { Required = column.Required, Max = 150 };
            var value = FieldValues.Read(field, row[column.Name], out var problem);

            if (problem is not null && row[column.Name] != before)
            {
                Refuse(column, problem);
                return row[column.Name];
            }

            var after = problem is null ? FieldValues.TextOf(field, value) : before;
            Compare(column, before, after);
            return after;
        }

        private void ReadPart(PartColumn column)
        {
            var part = PartOf(column.Part);
            var before = GroupCells.TextOf(column, part[column.Property]);

            if (!row.Has(column.Column.Name) && latest is not null)
            {
                return;
            }

            // What stands there already may stay, by whatever rule it once came in.
            if (latest is not null && row[column.Column.Name] == before)
            {
                return;
            }

            var value = GroupCells.Read(column, row[column.Column.Name], out var problem);

            if (problem is not null)
            {
                Refuse(column.Column, problem);
                return;
            }

            Compare(column.Column, before, GroupCells.TextOf(column, value));

            if (value is null)
            {
                part.Remove(column.Property);
            }
            else
            {
                part[column.Property] = value;
            }
        }

        private JsonObject PartOf(string name)
        {
            if (_parts[name] is JsonObject part)
            {
                return part;
            }

            JsonObject made = [];
            _parts[name] = made;
            return made;
        }

        private void Compare(ImportColumn column, string before, string after)
        {
            if (before != after)
            {
                Changes.Add(new(column.Name, before, after));
            }
        }

        private void Refuse(ImportColumn column, Problem problem) => Problems.Add(CellProblem.Of(column.Name, row[column.Name], problem));
    }
}
