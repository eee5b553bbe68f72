using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Letters", Name = "Official letters, registers, DOCX", Dependencies = ["Groups", "Programmes"])]
