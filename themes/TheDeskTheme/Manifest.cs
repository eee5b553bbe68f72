using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Theme(Id = "TheDeskTheme", Name = "Staff, committee and applicants", Dependencies = ["Desk"])]
