using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Notices", Name = "Templates, outbox of messages, reminders", Dependencies = ["Groups", "Programmes"])]
