using CommunityBusinessNetwork.Accounts.Links;
using CommunityBusinessNetwork.Accounts.People;
using CommunityBusinessNetwork.Kernel.Access;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Imports;
using Microsoft.EntityFrameworkCore;

namespace CommunityBusinessNetwork.Accounts.Tables;

/// <summary>Takes people in from a table: a new user name goes the way of <see cref="InvitePerson"/>, a known one that of <see cref="ChangePerson"/>.</summary>
internal sealed class PersonImport(AppDb db, CurrentUser user, InvitePerson invite, ChangePerson change, HoldingText holdings) : ITableImport
{
    /// <summary>Asked for: every new person gets an invitation. Its value is the address with which links to this site begin.</summary>
    public const string Invites = "invite";

    public static readonly ImportColumn UserName = new("user_name", "accounts.user-name") { Required = true, HintKey = "accounts.import-user-name-hint", Example = "somsri.n" };
    public static readonly ImportColumn DisplayName = new("display_name", "accounts.name") { Required = true, ExampleKey = "accounts.example.name" };
    public static readonly ImportColumn Email = new("email", "accounts.email") { HintKey = "accounts.email-hint", Example = "somsri@example.go.th" };
    public static readonly ImportColumn Held = new("roles", "accounts.roles-and-areas") { Required = true, HintKey = "accounts.import-roles-hint", Example = "ProvinceOfficer@43; Inspector@4301" };

    public static readonly IReadOnlyList<ImportColumn> All = [UserName, DisplayName, Email, Held];

    public string Kind => "people";

    public Permission Permission => Permissions.ManagePeople;

    public IReadOnlyList<ImportColumn> Columns => All;

    public async Task<ImportRow> RunAsync(ImportCells row, CancellationToken ct)
    {
        var normal = Account.Normal(row[UserName.Name]);
        var known = await db.ManageableBy(user).AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == normal, ct);
        return known is null ? await OpenAsync(row, ct) : await ChangeAsync(row, known, ct);
    }

    private async Task<ImportRow> OpenAsync(ImportCells row, CancellationToken ct)
    {
        var site = row.Options.GetValueOrDefault(Invites);
        var outcome = await invite.RunAsync(
            new(row[UserName.Name], row[DisplayName.Name], row[Email.Name], holdings.Read(row[Held.Name]), site ?? "") { Invites = site is not null }, ct);
        return outcome.Succeeded ? new(row.Number, row[UserName.Name], row[DisplayName.Name], ImportVerdict.New, [], []) : Refused(row, row[DisplayName.Name], outcome);
    }

    private async Task<ImportRow> ChangeAsync(ImportCells row, Account known, CancellationToken ct)
    {
        var roles = await holdings.WriteAsync(known.Roles, ct);
        var name = row.Has(DisplayName.Name) ? row[DisplayName.Name] : known.DisplayName;
        var email = row.Has(Email.Name) ? PersonRules.Plain(row[Email.Name]) : known.Email;
        var typed = holdings.Read(row.Has(Held.Name) ? row[Held.Name] : roles);
        List<CellChange> changes = [.. Changed(DisplayName, known.DisplayName, name), .. Changed(Email, known.Email ?? "", email ?? ""), .. Changed(Held, roles, HoldingText.Write(typed))];

        if (changes.Count == 0)
        {
            return new(row.Number, known.UserName, name, ImportVerdict.Unchanged, [], []);
        }

        var outcome = await change.RunAsync(new(known.Id, known.Version, name, email, typed), ct);
        return outcome.Succeeded ? new(row.Number, known.UserName, name, ImportVerdict.Changed, changes, []) : Refused(row, name, outcome);
    }

    private static IEnumerable<CellChange> Changed(ImportColumn column, string before, string after)
    {
        if (before != after)
        {
            yield return new(column.Name, before, after);
        }
    }

    private static ImportRow Refused(ImportCells row, string name, Outcome outcome)
        => ImportRow.Refused(row.Number, row[UserName.Name], name, [.. outcome.Problems.Select(p => ColumnOf(p.Field) is { } column ? CellProblem.Of(column, row[column], p) : CellProblem.Of(null, "", p))]);

    private static string? ColumnOf(string? field) => field switch
    {
        null => null,
        nameof(InvitePerson.Input.UserName) => UserName.Name,
        nameof(InvitePerson.Input.DisplayName) => DisplayName.Name,
        nameof(InvitePerson.Input.Email) => Email.Name,
        _ => Held.Name,
    };
}
