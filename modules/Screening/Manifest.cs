using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Screening", Name = "Panels, rounds, score sheets, ranking, resolution", Dependencies = ["Accounts", "Clips", "Groups", "Letters", "Plans", "Programmes"])]
