using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Theme(Id = "TheNetworkTheme", Name = "The public site", Dependencies = ["Groups", "Showcase"])]
