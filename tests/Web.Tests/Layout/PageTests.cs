using System.Text;
using Almanach.Core.Engine;
using Almanach.Web.Layout;
using Almanach.Web.Tests.Documents;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;

namespace Almanach.Web.Tests.Layout;

public sealed class PageTests
{
    [Fact]
    public async Task A_page_has_a_language_a_title_one_main_and_a_way_to_skip_to_it()
    {
        var page = await Draw<Page>(new() { ["Brand"] = SampleProgramme.Brand, ["Title"] = "Thèmes 2023" });

        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Thèmes 2023 – PFOSS", page.Title);
        Assert.Equal("#" + page.QuerySelectorAll("main").Single().Id, page.Body!.FirstElementChild!.GetAttribute("href"));
        Assert.Equal(["Contact", "Proposer un sujet", "Adhérer", "Flux des actualités", "Accessibilité", "Mentions légales", "Données personnelles"], page.QuerySelectorAll(".foot a[href^='/']").Select(link => link.TextContent));
        Assert.NotNull(page.QuerySelector(".foot a[href='tel:+33465710053']"));
        Assert.Null(page.QuerySelector("nav, meta[name=referrer], meta[name=robots]"));
    }

    [Fact]
    public async Task The_navigation_says_where_one_is()
    {
        var page = await Draw<Page>(new()
        {
            ["Brand"] = SampleProgramme.Brand,
            ["Title"] = "Réseau",
            ["Wide"] = true,
            ["NoReferrer"] = true,
            ["NoIndex"] = true,
            ["Nav"] = new NavItem[] { new("Aujourd’hui", "/"), new("Réseau", "/reseau", Current: true) },
        });

        Assert.Equal("Réseau", page.QuerySelectorAll("nav [aria-current=page]").Single().TextContent);
        Assert.Equal("no-referrer", page.QuerySelector("meta[name=referrer]")!.GetAttribute("content"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Empty(page.QuerySelectorAll(".narrow"));
    }

    [Fact]
    public async Task Errors_lead_to_their_fields()
    {
        var summary = await Draw<ErrorSummary>(new() { ["Errors"] = new FieldError[] { new("titre", "Donnez un titre."), new("format", "Choisissez un format.") } });

        Assert.Equal("2 points à corriger", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal(["#titre", "#format"], summary.QuerySelectorAll("[role=alert] li a").Select(link => link.GetAttribute("href")));
        Assert.Empty((await Draw<ErrorSummary>(new() { ["Errors"] = Array.Empty<FieldError>() })).Body!.Children);
    }

    [Fact]
    public async Task A_refused_field_tells_its_hint_and_its_error_and_keeps_what_was_written()
    {
        var form = await Draw<Field>(new()
        {
            ["Id"] = "titre",
            ["Label"] = "Titre",
            ["Hint"] = "Une ligne suffit.",
            ["Error"] = "Donnez un titre.",
            ["Value"] = "\"><b>",
            ["Required"] = true,
        });

        var input = (IHtmlInputElement)form.QuerySelector("input")!;

        Assert.Equal("titre-aide titre-erreur", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.True(input.IsRequired);
        Assert.Equal("\"><b>", input.Value);
        Assert.Equal(["Une ligne suffit.", "Donnez un titre."], form.QuerySelectorAll("#titre-aide, #titre-erreur").Select(p => p.TextContent));
    }

    [Theory]
    [InlineData("deux\nlignes")] // as typed
    [InlineData("\nune ligne vide d’abord")] // HTML drops the first line feed of a textarea
    [InlineData("</textarea><script>")] // hostile
    public async Task A_box_gives_back_what_was_written(string value)
    {
        var form = await Draw<Field>(new() { ["Id"] = "pourquoi", ["Label"] = "Pourquoi", ["Rows"] = 4, ["Value"] = value });

        Assert.Equal(value, ((IHtmlTextAreaElement)form.QuerySelector("textarea")!).Value);
        Assert.Equal("Pourquoi (facultatif)", form.QuerySelector("label")!.TextContent);
    }

    [Theory]
    [InlineData(Tone.Plain, "notice")]
    [InlineData(Tone.Good, "notice ok")]
    [InlineData(Tone.Careful, "notice warn")]
    [InlineData(Tone.Wrong, "notice bad")]
    public async Task A_notice_says_first_what_its_colour_says(Tone tone, string classes)
    {
        RenderFragment text = builder => builder.AddContent(0, "Ce que vous avez écrit est gardé.");

        var notice = (await Draw<Notice>(new() { ["Title"] = "Rien n’est perdu.", ["Tone"] = tone, ["ChildContent"] = text })).QuerySelector("p")!;

        Assert.Equal("Rien n’est perdu. Ce que vous avez écrit est gardé.", notice.TextContent);
        Assert.Equal(classes, notice.ClassName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16_384)] // longer than the first buffer
    [InlineData(400_000)]
    public async Task A_page_of_any_length_comes_whole(int letters)
    {
        var text = new StringBuilder().Insert(0, "é", letters).Append("👩‍🌾 fin").ToString();
        RenderFragment content = builder => builder.AddContent(0, text);

        var page = await Draw<Page>(new() { ["Brand"] = SampleProgramme.Brand, ["Title"] = "Longue", ["ChildContent"] = content });

        Assert.Equal(text, page.QuerySelector("main")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("footer"));
    }

    [Fact]
    public async Task A_component_that_throws_reaches_the_caller()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Draw<Page>(new() { ["Brand"] = SampleProgramme.Brand with { AccentDay = "red" }, ["Title"] = "x" }));
    }

    private static async Task<IHtmlDocument> Draw<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(await HtmlPages.Render<TComponent>(parameters)));
}
