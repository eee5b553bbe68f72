using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Contents", Name = "Content types and items, pages, news, menus")]
