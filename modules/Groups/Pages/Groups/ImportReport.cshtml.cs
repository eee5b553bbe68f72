using CommunityBusinessNetwork.Groups.Tables;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Imports;
using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Authorization;

namespace CommunityBusinessNetwork.Groups.Pages.Groups;

/// <summary>What a file of groups will do, row by row, and the one button that does it.</summary>
[Authorize(Permissions.Manage)]
internal sealed class ImportReportModel(ImportTables tables, Localizer text) : ImportReportPage(tables, text, ImportModel.Kind, GroupColumns.All, "/Groups/Import");
