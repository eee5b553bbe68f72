using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Reporting", Name = "BPM package and monitoring report", Dependencies = ["Awards", "Clips", "Groups", "Plans", "Procurement", "Programmes"])]
