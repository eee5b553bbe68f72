using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Forms;
using CommunityBusinessNetwork.Kernel.Messages;
using CommunityBusinessNetwork.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace CommunityBusinessNetwork.Tests.Forms;

/// <summary>What people type, bound as a page binds it.</summary>
public sealed class TypedTextTests : IDisposable
{
    private static readonly Localizer Words = new(new MessageBook(SiteModules.Catalogue.Assemblies));
    private readonly ServiceProvider _services = Build();

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Bind_ThaiDigitsAndTheBuddhistEra_GivesTheDay()
        => Assert.Equal(new DateOnly(2020, 2, 29), await BindAsync<DateOnly?>("๒๙ ก.พ. ๒๕๖๓"));

    [Fact]
    public async Task Bind_AmountWithCommas_GivesSatang()
        => Assert.Equal(Money.FromBaht(50_000.50m), await BindAsync<Money?>("๕๐,๐๐๐.๕๐"));

    [Fact]
    public async Task Bind_TimeWithAFullStop_GivesTheTime()
        => Assert.Equal(new TimeOnly(8, 30), await BindAsync<TimeOnly?>("08.30 น."));

    [Fact]
    public async Task Bind_NumberInThaiDigits_GivesTheNumber()
        => Assert.Equal(1200.5m, await BindAsync<decimal?>("๑,๒๐๐.๕"));

    [Fact]
    public async Task Bind_Nothing_IsNull()
        => Assert.Null(await BindAsync<DateOnly?>("  "));

    [Theory]
    [InlineData("31/2/2563", "forms.date-no-day")]
    [InlineData("29/5/63", "forms.date-two-digits")]
    [InlineData("เมื่อวาน", "forms.date-invalid")]
    public async Task Bind_AnUnreadableDay_KeepsTheTextAndSaysWhy(string typed, string code)
    {
        ModelStateDictionary state = new();

        await BindAsync<DateOnly?>(typed, state);

        Assert.Equal((typed, Words[code]), (state["x"]!.AttemptedValue, state["x"]!.Errors.Single().ErrorMessage));
    }

    [Fact]
    public async Task Bind_AnEmptyFieldThatMustBeThere_SaysSo()
    {
        ModelStateDictionary state = new();

        await BindAsync<int>("", state);

        Assert.Equal(Words["forms.required"], state["x"]!.Errors.Single().ErrorMessage);
    }

    [Fact]
    public void Add_AProblemOfANestedField_StandsBesideTheInput()
    {
        ModelStateDictionary state = new();
        state.SetModelValue("Input.Name", new ValueProviderResult(new StringValues("")));

        state.Add(Outcome.Refused(new Problem("forms.required", "Name"), new Problem("changed-meanwhile")), Words);

        Assert.Equal(Words["forms.required"], state["Input.Name"]!.Errors.Single().ErrorMessage);
        Assert.Equal(Words["changed-meanwhile"], state[""]!.Errors.Single().ErrorMessage);
    }

    private static ServiceProvider Build()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(Words).AddForms();
        services.AddMvcCore();
        return services.BuildServiceProvider();
    }

    private async Task<T> BindAsync<T>(string typed, ModelStateDictionary? state = null)
    {
        var metadata = _services.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(typeof(T));
        var binder = _services.GetRequiredService<IModelBinderFactory>().CreateBinder(new() { Metadata = metadata, BindingInfo = new() });
        ActionContext action = new(new DefaultHttpContext { RequestServices = _services }, new(), new ControllerActionDescriptor(), state ?? new());
        FormValueProvider values = new(BindingSource.Form, new FormCollection(new() { ["x"] = typed }), System.Globalization.CultureInfo.InvariantCulture);
        var context = DefaultModelBindingContext.CreateBindingContext(action, values, metadata, bindingInfo: null, "x");
        await binder.BindModelAsync(context);
        return context.Result.Model is T bound ? bound : default!;
    }
}
