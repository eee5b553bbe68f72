using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Kernel.Thai;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityBusinessNetwork.Kernel.Forms;

/// <summary>Reads days, times, amounts and numbers as people type them: Thai or Arabic digits, the Buddhist Era, commas. No culture is asked.</summary>
internal sealed class TypedTextBinders(Localizer text) : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) ? new TypedTextBinder<DateOnly>(Date, text)
            : type == typeof(TimeOnly) ? new TypedTextBinder<TimeOnly>(Time, text)
            : type == typeof(Money) ? new TypedTextBinder<Money>(Amount, text)
            : type == typeof(int) ? new TypedTextBinder<int>(Integer, text)
            : type == typeof(long) ? new TypedTextBinder<long>(Long, text)
            : type == typeof(decimal) ? new TypedTextBinder<decimal>(Decimal, text)
            : null;
    }

    private static (DateOnly?, string?) Date(string typed)
    {
        var read = ThaiDateParser.Read(typed);
        return (read.Date, read.Fault switch
        {
            DateFault.TwoDigitYear => "forms.date-two-digits",
            DateFault.NoSuchDay => "forms.date-no-day",
            _ => "forms.date-invalid",
        });
    }

    private static (TimeOnly?, string?) Time(string typed) => (ThaiDateParser.TryParseTime(typed, out var time) ? time : null, "forms.time-invalid");

    private static (Money?, string?) Amount(string typed) => (Money.TryParse(typed, out var amount) ? amount : null, "forms.money-invalid");

    private static (int?, string?) Integer(string typed)
        => (int.TryParse(Plain(typed), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null, "forms.whole-number-invalid");

    private static (long?, string?) Long(string typed)
        => (long.TryParse(Plain(typed), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null, "forms.whole-number-invalid");

    private static (decimal?, string?) Decimal(string typed)
        => (decimal.TryParse(Plain(typed), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null, "forms.number-invalid");

    private static string Plain(string typed) => ThaiDigits.ToAscii(typed).Replace(",", "", StringComparison.Ordinal);
}

/// <summary>Binds one value of a type from a person's text; what cannot be read stays in the field with the reason beside it.</summary>
internal sealed class TypedTextBinder<T>(Func<string, (T? Value, string? Refusal)> read, Localizer text) : IModelBinder
    where T : struct
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);

        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var typed = given.FirstValue?.Trim() ?? "";

        if (typed.Length == 0)
        {
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }
            else
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, text["forms.required"]);
            }

            return Task.CompletedTask;
        }

        var (value, refusal) = read(typed);

        if (value is { } readable)
        {
            bindingContext.Result = ModelBindingResult.Success(readable);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, text[refusal ?? "forms.invalid"]);
        }

        return Task.CompletedTask;
    }
}
