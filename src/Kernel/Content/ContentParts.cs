namespace CommunityBusinessNetwork.Kernel.Content;

/// <summary>The title of an item. Orchard's part; the English title stands beside it.</summary>
public sealed record TitlePart(string Title, string? TitleEn = null);

/// <summary>Sanitised rich text. Orchard's part; the English text stands beside it.</summary>
public sealed record HtmlBodyPart(string Html, string? HtmlEn = null);

/// <summary>The address of an item, without a slash at either end. Orchard's part.</summary>
public sealed record AutoroutePart(string Path);

/// <summary>A name by which code and recipes find an item. Orchard's part.</summary>
public sealed record AliasPart(string Alias);

/// <summary>Where an item of a menu leads. One item per entry of the menu.</summary>
public sealed record MenuPart(string Menu, string Url, int Position);
