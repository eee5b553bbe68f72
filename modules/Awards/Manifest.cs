using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Awards", Name = "Awards, allotment, ledger", Dependencies = ["Groups", "Letters", "Plans", "Programmes", "Screening"])]
