using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Search", Name = "Thai full text search")]
