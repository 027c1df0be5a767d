using Almanach.Core.Documents;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Documents;

public sealed class OutlineTests
{
    [Fact]
    public void Numbers_count_the_chapters_that_have_one()
    {
        var sections = Outline.Of(Of(Chapter("intro", numbered: false), Chapter("a"), Chapter("annexe", numbered: false), Chapter("b")));

        Assert.Equal([null, "1", null, "2"], sections.Select(section => section.Number));
    }

    [Fact]
    public void Anchors_are_unique_safe_and_never_those_of_the_page()
    {
        var sections = Outline.Of(Of(
            Chapter("contenu", blocks: new Block.Heading(1, "H", "seul")),
            Chapter("seul", blocks: [new Block.Heading(1, "H", "\"><b>"), new Block.Heading(1, "H"), new Block.Heading(1, "H")]),
            Chapter("Été !")));

        Assert.Equal(["contenu-2", "seul", "t"], sections.Select(section => section.Anchor));
        Assert.Equal(["seul-2", "b", "seul-point", "seul-point-2"],
            sections.SelectMany(section => section.Blocks).Cast<Block.Heading>().Select(heading => heading.Anchor));
    }

    [Fact]
    public void No_heading_level_is_skipped()
    {
        int[] asked = [2, 1, 2, 3, 0, 2];

        var section = Outline.Of(Of(Chapter("a", blocks: [.. asked.Select(level => new Block.Heading(level, "H"))]))).Single();

        Assert.Equal([1, 1, 2, 2, 1, 2], section.Blocks.Cast<Block.Heading>().Select(heading => heading.Level));
    }

    private static Chapter Chapter(string anchor, bool numbered = true, params Block[] blocks) => new(anchor, "Titre", "", numbered, blocks);

    private static Document Of(params Chapter[] chapters) =>
        new("d", "D", "", new Brand("p", "P", "Plate-forme", "#000000", "#ffffff", "", "", "a@example.org"), default, chapters);
}
