using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Programmes", Name = "Cycles, slots, entries and their submission, calendar of events", Dependencies = ["Accounts", "Groups"])]
