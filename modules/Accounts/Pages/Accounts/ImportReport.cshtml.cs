using CommunityBusinessNetwork.Accounts.Tables;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;

namespace CommunityBusinessNetwork.Accounts.Pages.Accounts;

/// <summary>What a file of people will do, row by row, and the one button that does it.</summary>
[Authorize(Permissions.Manage)]
internal sealed class ImportReportModel(ImportTables tables, Localizer text) : ImportReportPage(tables, text, ImportModel.Kind, PersonImport.All, "/Accounts/Import");
