using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Showcase", Name = "The public face", Dependencies = ["Awards", "Clips", "Contents", "Groups", "Plans", "Procurement", "Programmes", "Reporting", "Screening", "Search"])]
