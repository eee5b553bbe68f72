using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Groups", Name = "Savings groups and their public profile")]
