using System.Text.Json.Serialization;
using Almanach.Core.Platforms;

namespace Almanach.Core.Documents;

/// <summary>
/// A document of the year as a tree, drawn as an HTML page by Web and as DOCX by an adapter. Two hands, one text.
/// Texts may hold **bold** runs; nothing else is markup.
/// </summary>
/// <param name="Id">Names it in files and addresses: <c>programme-2022</c>.</param>
/// <param name="Lede">What it is and who adopted it, in one or two sentences.</param>
/// <param name="Reference">Instant it was drawn up, UTC (the date people read is in the texts).</param>
public sealed record Document(
    string Id, string Title, string Lede, Brand Brand, DateTimeOffset Reference, IReadOnlyList<Chapter> Chapters);

/// <summary>A chapter, with its line in the table of contents.</summary>
/// <param name="Anchor">Address inside the page: lower-case letters, digits, dash.</param>
/// <param name="Summary">The small line under its title in the table of contents; may be empty.</param>
/// <param name="Numbered">False for introduction and annexes without a number.</param>
public sealed record Chapter(string Anchor, string Title, string Summary, bool Numbered, IReadOnlyList<Block> Blocks);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Heading), nameof(Heading))]
[JsonDerivedType(typeof(Paragraph), nameof(Paragraph))]
[JsonDerivedType(typeof(Bullets), nameof(Bullets))]
[JsonDerivedType(typeof(Table), nameof(Table))]
[JsonDerivedType(typeof(Sheet), nameof(Sheet))]
[JsonDerivedType(typeof(Notice), nameof(Notice))]
[JsonDerivedType(typeof(Contact), nameof(Contact))]
public abstract record Block
{
    private Block() { }

    /// <summary>Level 1 stands below the chapter's title, level 2 below that.</summary>
    public sealed record Heading(int Level, string Text, string? Anchor = null) : Block;

    public sealed record Paragraph(string Text) : Block;

    public sealed record Bullets(IReadOnlyList<string> Items) : Block;

    /// <summary>A table with a caption (always present for those who listen), header cells, rows of equal length.</summary>
    public sealed record Table(string Caption, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows, bool ShowCaption = false) : Block;

    /// <summary>An action's sheet: two columns, label and contents (one paragraph, or bullets where several).</summary>
    public sealed record Sheet(string Caption, IReadOnlyList<SheetRow> Rows) : Block;

    /// <summary>Something to notice (« Priorité de l'année »).</summary>
    public sealed record Notice(string Title, string Text) : Block;

    /// <summary>« Pour toute suggestion » with the platform's phone and mailbox.</summary>
    public sealed record Contact(string Lead) : Block;
}

public sealed record SheetRow(string Label, IReadOnlyList<string> Contents);
