using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;
using Fluid;
using Fluid.Ast;

namespace CommunityBusinessNetwork.Notices.Templates;

/// <summary>
/// The part of Liquid that notices are written in: gaps, filters, <c>if</c>, <c>unless</c> and <c>case</c>.
/// Loops and variables are left out, so that a text ends and stays as long as it looks.
/// </summary>
internal static class Liquid
{
    private const int MostSteps = 2000;
    private static readonly string[] Tags = ["if", "unless", "case", "comment", "raw"];
    private static readonly FluidParser Parser = MakeParser();
    private static readonly TemplateOptions Options = new() { CultureInfo = CultureInfo.InvariantCulture, MaxSteps = MostSteps };

    /// <summary>What is wrong with a text; null when it can be filled.</summary>
    public static Problem? Check(string text, IReadOnlyCollection<string> gaps, string field)
    {
        if (!Parser.TryParse(text, out var template, out var fault))
        {
            return new("notices.broken", field, ("fault", fault));
        }

        var names = new Names();
        names.VisitTemplate(template);

        return names.Gaps.FirstOrDefault(g => !gaps.Contains(g)) is { } unknown ? new("notices.unknown-gap", field, ("gap", unknown))
            : names.Filters.FirstOrDefault(f => !Options.Filters.TryGetValue(f, out _)) is { } filter ? new("notices.unknown-filter", field, ("filter", filter))
            : null;
    }

    /// <summary>The text with its gaps filled. A gap without a value is empty, and false where a condition asks for it.</summary>
    /// <exception cref="FormatException">The text is broken: it was kept without being checked.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string?> values)
    {
        if (!Parser.TryParse(text, out var template, out var fault))
        {
            throw new FormatException(fault);
        }

        var context = new TemplateContext(Options);

        foreach (var (name, value) in values.Where(v => v.Value is not null))
        {
            context.SetValue(name, value!);
        }

        return template.Render(context, NullEncoder.Default);
    }

    private static FluidParser MakeParser()
    {
        var parser = new FluidParser();

        foreach (var tag in parser.RegisteredTags.Keys.Except(Tags).ToList())
        {
            parser.RegisteredTags.Remove(tag);
        }

        return parser;
    }

    /// <summary>What a template names.</summary>
    private sealed class Names : AstVisitor
    {
        public List<string> Gaps { get; } = [];
        public List<string> Filters { get; } = [];

        protected override Expression VisitMemberExpression(MemberExpression memberExpression)
        {
            if (memberExpression.Segments[0] is IdentifierSegment first)
            {
                Gaps.Add(memberExpression.Segments.Count == 1 ? first.Identifier : $"{first.Identifier}.…");
            }

            return base.VisitMemberExpression(memberExpression);
        }

        protected override Expression VisitFilterExpression(FilterExpression filterExpression)
        {
            Filters.Add(filterExpression.Name);
            return base.VisitFilterExpression(filterExpression);
        }
    }
}
