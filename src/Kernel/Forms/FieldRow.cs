using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityBusinessNetwork.Kernel.Forms;

// A form of the product, whole (the page's _ViewImports has "@addTagHelper *, CommunityBusinessNetwork.Kernel"):
//
//   <form method="post" novalidate>
//     <error-summary />
//     <input type="hidden" asp-for="Version" />
//     <field-row for="Input.Name" label="plans.name" required />
//     <field-row for="Input.Story" label="plans.story" hint="plans.story-hint" type="textarea" rows="6" />
//     <field-row for="Input.Date" label="plans.date" />                      @* DateOnly?: Thai or English, any digits *@
//     <field-row for="Input.Start" label="plans.start" />                    @* TimeOnly?: 08.30 or 08:30 *@
//     <field-row for="Input.Price" label="plans.price" />                    @* Money?: 90,000.00 *@
//     <field-row for="Input.Quantity" label="plans.quantity" unit="plans.sacks" />
//     <field-row for="Input.Province" label="plans.province" items="Model.Provinces" />
//     <field-row for="Input.Tier" label="plans.tier" type="radios" items="Model.Tiers" />
//     <field-row for="Input.Consent" label="plans.consent" />                @* bool *@
//     <field-row for="Input.Clip" label="plans.clip" accept="video/mp4" />   @* IFormFile; the form needs enctype="multipart/form-data" *@
//     <div class="acts"><button class="btn btn--main">@L["plans.save"]</button></div>
//   </form>
//
// and in the page:  if (!ModelState.IsValid) return Page();
//                   var outcome = await save.RunAsync(…, ct);
//                   if (outcome.Succeeded) return RedirectToPage(…);
//                   ModelState.Add(outcome, L); return Page();

/// <summary>
/// One field of a form: label, hint, control and what is wrong with it, tied together for a screen reader. What was typed stays, also when it could not be read.
/// Attributes that it does not know go to the control; <c>class</c> goes to the row.
/// </summary>
[HtmlTargetElement("field-row", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldRowTagHelper(Localizer text) : TagHelper
{
    /// <summary>The property that the control edits.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>The message key of the label.</summary>
    public string? Label { get; set; }

    /// <summary>The label itself, where it is data and no message.</summary>
    public string? LabelText { get; set; }

    /// <summary>The message key of the hint under the label.</summary>
    public string? Hint { get; set; }

    /// <summary>The hint itself, where it is data and no message.</summary>
    public string? HintText { get; set; }

    /// <summary>text, textarea, number, money, date-th, time, select, radios, checkbox, file, password, email or tel; by itself it follows the property's type.</summary>
    public string? Type { get; set; }

    /// <summary>What a select or radios offer.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The message key of the word behind a number.</summary>
    public string? Unit { get; set; }

    /// <summary>Says so at the label. Whether it is missing is decided by the operation.</summary>
    public bool Required { get; set; }

    /// <summary>Hides the label from the eye, for fields in a row under a common heading.</summary>
    public bool Bare { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = Read();
        var rest = output.Attributes.Where(a => a.Name != "class").ToList();
        var rowClass = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.Clear();
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = field.Type == "radios" ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", rowClass is null ? "field" : $"field {rowClass}");
        FieldLabels.Of(ViewContext.HttpContext).Add(field.Name, field.Id, field.Label);

        if (field.Type == "checkbox")
        {
            AppendHint(output, field);
            output.Content.AppendHtml(Checkbox(field, rest));
        }
        else
        {
            output.Content.AppendHtml(LabelOf(field));
            AppendHint(output, field);
            output.Content.AppendHtml(WithUnit(field, Control(field, rest)));
        }

        if (field.Errors.Count > 0)
        {
            output.Content.AppendHtml(ErrorOf(field));
        }
    }

    private Field Read()
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var entry = ViewContext.ViewData.ModelState[name];
        var kind = Nullable.GetUnderlyingType(For.Metadata.ModelType) ?? For.Metadata.ModelType;
        var type = Type ?? (Items is not null ? "select" : FieldText.TypeFor(kind));
        var hint = HintText ?? (Hint is { } key ? text[key] : type is "date-th" or "time" ? text[$"forms.{type}-hint"] : null);
        return new(
            name,
            TagBuilder.CreateSanitizedId(name, "_"),
            type,
            LabelText ?? (Label is { } labelKey ? text[labelKey] : For.Metadata.GetDisplayName()),
            hint,
            entry?.AttemptedValue ?? FieldText.Of(For.Model),
            [.. entry?.Errors.Select(e => e.ErrorMessage.Length > 0 ? e.ErrorMessage : text["forms.invalid"]) ?? []]);
    }

    private TagBuilder LabelOf(Field field)
    {
        var label = new TagBuilder(field.Type == "radios" ? "legend" : "label");
        label.AddCssClass(Bare ? "vh" : "lbl");
        label.InnerHtml.Append(field.Label);

        if (field.Type != "radios")
        {
            label.MergeAttribute("for", field.Id);
        }

        AppendRequired(label);
        return label;
    }

    private void AppendRequired(TagBuilder label)
    {
        if (Required)
        {
            var must = new TagBuilder("span");
            must.AddCssClass("muted");
            must.InnerHtml.Append(text["forms.required-mark"]);
            label.InnerHtml.Append(" ").AppendHtml(must);
        }
    }

    private static void AppendHint(TagHelperOutput output, Field field)
    {
        if (field.Hint is not null)
        {
            var hint = new TagBuilder("span");
            hint.AddCssClass("hint");
            hint.MergeAttribute("id", field.HintId);
            hint.InnerHtml.Append(field.Hint);
            output.Content.AppendHtml(hint);
        }
    }

    private TagBuilder Control(Field field, IReadOnlyList<TagHelperAttribute> rest)
    {
        var control = field.Type switch
        {
            "textarea" => Textarea(field),
            "select" => Select(field),
            "radios" => Radios(field),
            _ => Input(field),
        };
        return field.Type == "radios" ? control : Dress(control, field, rest);
    }

    private TagBuilder Dress(TagBuilder control, Field field, IReadOnlyList<TagHelperAttribute> rest)
    {
        control.MergeAttribute("id", field.Id);
        control.MergeAttribute("name", field.Name);

        if (Required)
        {
            control.MergeAttribute("aria-required", "true");
        }

        if (field.Errors.Count > 0)
        {
            control.MergeAttribute("aria-invalid", "true");
        }

        if (field.DescribedBy is { } describedBy)
        {
            control.MergeAttribute("aria-describedby", describedBy);
        }

        foreach (var attribute in rest)
        {
            control.MergeAttribute(attribute.Name, attribute.Value?.ToString() ?? "", replaceExisting: attribute.Name != "id");
        }

        return control;
    }

    private static TagBuilder Textarea(Field field)
    {
        var area = new TagBuilder("textarea");
        area.AddCssClass("in");
        area.MergeAttribute("rows", "3");

        // The line break after the opening tag is the one that a browser leaves out.
        area.InnerHtml.AppendHtml("\n").Append(field.Value);
        return area;
    }

    private TagBuilder Select(Field field)
    {
        var select = new TagBuilder("select");
        select.AddCssClass("in");

        foreach (var item in Items ?? [])
        {
            var option = new TagBuilder("option");
            option.MergeAttribute("value", item.Value ?? item.Text);
            option.InnerHtml.Append(item.Text);

            if (IsChosen(item, field))
            {
                option.MergeAttribute("selected", "selected");
            }

            if (item.Disabled)
            {
                option.MergeAttribute("disabled", "disabled");
            }

            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private TagBuilder Radios(Field field)
    {
        var group = new TagBuilder("div");
        group.AddCssClass("radios");

        foreach (var (item, at) in (Items ?? []).Select((item, at) => (item, at)))
        {
            var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            input.MergeAttribute("type", "radio");
            input.MergeAttribute("value", item.Value ?? item.Text);
            input.MergeAttribute("name", field.Name);
            input.MergeAttribute("id", at == 0 ? field.Id : $"{field.Id}-{at.ToString(CultureInfo.InvariantCulture)}");

            if (IsChosen(item, field))
            {
                input.MergeAttribute("checked", "checked");
            }

            if (field.DescribedBy is { } describedBy)
            {
                input.MergeAttribute("aria-describedby", describedBy);
            }

            var label = new TagBuilder("label");
            label.AddCssClass("radio");
            label.InnerHtml.AppendHtml(input).AppendHtml("<span>").Append(item.Text).AppendHtml("</span>");
            group.InnerHtml.AppendHtml(label);
        }

        return group;
    }

    private static bool IsChosen(SelectListItem item, Field field) => field.Value.Length > 0 ? (item.Value ?? item.Text) == field.Value : item.Selected;

    private static TagBuilder Input(Field field)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("in");
        input.MergeAttribute("type", field.Type is "password" or "email" or "tel" or "file" ? field.Type : "text");

        if (field.Type is "money" or "number" or "time")
        {
            input.MergeAttribute("inputmode", "decimal");
        }

        if (field.Type is "money" or "number")
        {
            input.AddCssClass("num");
        }

        if (field.Type is "date-th" or "time" or "money" or "number")
        {
            input.MergeAttribute("autocomplete", "off");
        }

        if (field.Type is not ("file" or "password"))
        {
            input.MergeAttribute("value", field.Value);
        }

        return input;
    }

    private IHtmlContent Checkbox(Field field, IReadOnlyList<TagHelperAttribute> rest)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttribute("type", "checkbox");
        input.MergeAttribute("value", "true");

        if (field.Value.Split(',')[0].Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            input.MergeAttribute("checked", "checked");
        }

        var label = new TagBuilder("label");
        label.AddCssClass("check");
        var words = new TagBuilder("span");
        words.InnerHtml.Append(field.Label);
        AppendRequired(words);
        label.InnerHtml.AppendHtml(Dress(input, field, rest)).AppendHtml(words);

        // A box that is not ticked sends nothing; the hidden field says no.
        var no = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        no.MergeAttribute("type", "hidden");
        no.MergeAttribute("name", field.Name);
        no.MergeAttribute("value", "false");
        return new HtmlContentBuilder().AppendHtml(label).AppendHtml(no);
    }

    private IHtmlContent WithUnit(Field field, TagBuilder control)
    {
        if ((Unit ?? (field.Type == "money" ? "forms.baht" : null)) is not { } unit)
        {
            return control;
        }

        var row = new TagBuilder("div");
        row.AddCssClass("money");
        row.InnerHtml.AppendHtml(control).AppendHtml("<span aria-hidden=\"true\">").Append(text[unit]).AppendHtml("</span>");
        return row;
    }

    private static TagBuilder ErrorOf(Field field)
    {
        var error = new TagBuilder("p");
        error.AddCssClass("err");
        error.MergeAttribute("id", field.ErrorId);
        error.InnerHtml.AppendHtml(Icon.Html("error")).AppendHtml("<span>");

        foreach (var (message, at) in field.Errors.Select((message, at) => (message, at)))
        {
            error.InnerHtml.AppendHtml(at > 0 ? "<br>" : "").Append(message);
        }

        error.InnerHtml.AppendHtml("</span>");
        return error;
    }

    private sealed record Field(string Name, string Id, string Type, string Label, string? Hint, string Value, IReadOnlyList<string> Errors)
    {
        public string HintId => $"{Id}-hint";
        public string ErrorId => $"{Id}-err";

        public string? DescribedBy => (Hint, Errors.Count) switch
        {
            (null, 0) => null,
            (null, _) => ErrorId,
            (_, 0) => HintId,
            _ => $"{HintId} {ErrorId}",
        };
    }
}

/// <summary>What stands in a control before anybody types.</summary>
internal static class FieldText
{
    public static string TypeFor(Type type)
        => type == typeof(DateOnly) ? "date-th"
            : type == typeof(TimeOnly) ? "time"
            : type == typeof(Money) ? "money"
            : type == typeof(bool) ? "checkbox"
            : type == typeof(int) || type == typeof(long) || type == typeof(decimal) ? "number"
            : typeof(IFormFile).IsAssignableFrom(type) ? "file"
            : "text";

    public static string Of(object? value) => value switch
    {
        null => "",
        DateOnly date => PageFormat.Date(date),
        TimeOnly time => Localizer.IsEnglish ? EnglishFormat.Time(time) : ThaiFormat.Time(time),
        Money money => money.ToString(),
        decimal number => number.ToString("#,0.##########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
