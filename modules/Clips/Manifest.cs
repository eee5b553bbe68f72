using CommunityBusinessNetwork.Kernel.Modules;

[assembly: Module(Id = "Clips", Name = "Video clips: upload, probing, playback", Dependencies = ["Groups", "Programmes"])]
