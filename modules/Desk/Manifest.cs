using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Desk", Name = "Dashboard, tasks, audit, recipes, set-up")]
