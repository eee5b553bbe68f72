using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Accounts", Name = "People, roles, areas, sign-in")]
