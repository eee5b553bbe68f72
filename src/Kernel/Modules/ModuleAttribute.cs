namespace CommunityBusinessNetwork.Kernel.Modules;

/// <summary>What a module is and which other modules it stands on. Every module stands on the kernel; that is not listed.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class ModuleAttribute : Attribute
{
    /// <summary>The folder's name, which is the feature's id as well.</summary>
    public required string Id { get; set; }

    /// <summary>What it holds, for the list of features.</summary>
    public required string Name { get; set; }

    /// <summary>The ids of the modules it references: an architecture test compares them with the project file.</summary>
    public string[] Dependencies { get; set; } = [];
}

/// <summary>A module that only holds views under <c>Themes/{Id}/</c> and their assets.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ThemeAttribute : ModuleAttribute;
