using CommunityBusinessNetwork.Kernel.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityBusinessNetwork.Kernel.Forms;

public static class FormServices
{
    /// <summary>Binders that read what people type, and every message of the binding in the reader's language. The host calls it once.</summary>
    public static IServiceCollection AddForms(this IServiceCollection services) => services.AddSingleton<IConfigureOptions<MvcOptions>, Binding>();

    private sealed class Binding(Localizer text) : IConfigureOptions<MvcOptions>
    {
        public void Configure(MvcOptions options)
        {
            options.ModelBinderProviders.Insert(0, new TypedTextBinders(text));

            // What must be there is decided by the operation, which says so in words of its own.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            var messages = options.ModelBindingMessageProvider;
            messages.SetAttemptedValueIsInvalidAccessor((_, _) => text["forms.invalid"]);
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => text["forms.invalid"]);
            messages.SetUnknownValueIsInvalidAccessor(_ => text["forms.invalid"]);
            messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["forms.invalid"]);
            messages.SetValueIsInvalidAccessor(_ => text["forms.invalid"]);
            messages.SetValueMustBeANumberAccessor(_ => text["forms.number-invalid"]);
            messages.SetNonPropertyValueMustBeANumberAccessor(() => text["forms.number-invalid"]);
            messages.SetValueMustNotBeNullAccessor(_ => text["forms.required"]);
            messages.SetMissingBindRequiredValueAccessor(_ => text["forms.required"]);
            messages.SetMissingKeyOrValueAccessor(() => text["forms.required"]);
            messages.SetMissingRequestBodyRequiredValueAccessor(() => text["forms.required"]);
        }
    }
}
