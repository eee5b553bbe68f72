using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Procurement", Name = "Purchase, inspection, handover, payment", Dependencies = ["Awards", "Groups", "Letters", "Plans", "Programmes"])]
