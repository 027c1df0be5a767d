using Almanach.Core.Documents;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Almanach.Web.Layout;

/// <summary>A text with its **bold** runs and its line breaks.</summary>
public sealed class Written : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var run in Runs.Of(Text))
        {
            if (run.Bold)
                builder.OpenElement(0, "strong");
            Lines(builder, run.Text);
            if (run.Bold)
                builder.CloseElement();
        }
    }

    private static void Lines(RenderTreeBuilder builder, string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                builder.AddMarkupContent(1, "<br>");
            builder.AddContent(2, lines[i]);
        }
    }
}
