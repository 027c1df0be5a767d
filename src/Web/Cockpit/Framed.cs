using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Almanach.Web.Cockpit;

/// <summary>Draws a page of the cockpit with the frame of its request around it.</summary>
public sealed class Framed<TPage> : ComponentBase
    where TPage : IComponent
{
    [Parameter, EditorRequired]
    public required CockpitFrame Frame { get; set; }

    [Parameter, EditorRequired]
    public required IDictionary<string, object?> Parameters { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<CascadingValue<CockpitFrame>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<CockpitFrame>.Value), Frame);
        builder.AddComponentParameter(2, nameof(CascadingValue<CockpitFrame>.ChildContent), (RenderFragment)Page);
        builder.CloseComponent();
    }

    private void Page(RenderTreeBuilder builder)
    {
        builder.OpenComponent<TPage>(0);
        builder.AddMultipleAttributes(1, Parameters!);
        builder.CloseComponent();
    }
}
