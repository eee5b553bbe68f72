using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Plans", Name = "Business plans and budget lines", Dependencies = ["Groups", "Programmes"])]
