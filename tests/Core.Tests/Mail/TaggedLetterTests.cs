using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Texts;
using FsCheck;
using FsCheck.Fluent;
using static Almanach.Core.Tests.Mail.Letters;

namespace Almanach.Core.Tests.Mail;

public class TaggedLetterTests
{
    private static readonly string Nom = Slots.Mark("nom"), Liste = Slots.Mark("liste"), Lien = Slots.Mark("lien");

    private static readonly Letter Everywhere = Plain with
    {
        Subject = $"Pour {Nom}, {Liste}",
        Bodies = new(
            $"<title>{Nom}</title><p title=\"{Nom}\">{Nom} {Liste}</p><ul>{Liste}</ul><a href=\"{Lien}\">{Lien}</a>",
            $"Bonjour {Nom},\n\n– {Liste}\n\nou {Liste}\n– {Liste}\nVoir {Lien}\n– {Liste}\n"),
    };

    private static readonly Gen<string> AnyValue = Gen.Frequency(
        (4, Gen.Elements("été", "œuvre", " ", "a", "–", "-")),
        (2, Gen.Elements("&", "<b>", "\"", "'", "\n", "\t", "\0", "\u2028", "\uE000nom\uE001", "\uD800", new TaggedLetter(Everywhere).Subject)))
        .ListOf().Select(pieces => string.Concat(pieces));

    [Fact]
    public void Whatever_the_values_hold_the_filled_tags_say_what_the_copy_says()
    {
        var letter = new TaggedLetter(Everywhere);
        var people = (from nom in AnyValue from items in AnyValue.ListOf() select Person(nom, [.. items])).ToArbitrary();

        Prop.ForAll(people, person =>
        {
            if (letter.Values(person) is { } values)
                Assert.Equal(LetterCopy.Of(Everywhere, person), Filled(letter, values));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Theory]
    [InlineData("Fin")] // no slot at all
    [InlineData("– [liste]")] // nothing but a list
    [InlineData("– [liste]\n\nFin")] // begins with a list
    [InlineData("Voici\n– [liste]")] // ends with one
    [InlineData("Voici\n\n– [liste]\n– [liste]\n\nFin\n")] // one after the other
    [InlineData("Pour [nom][liste], [nom]")] // touching
    [InlineData("Voici\r\n\r\n– [liste]\r\n\r\nFin [nom]\r\n")] // line ends of elsewhere
    public void A_list_leaves_its_lines_or_none_wherever_it_stands_and_words_are_cleaned_as_a_line(string text)
    {
        var letter = With(text: text.Replace("[liste]", Liste, StringComparison.Ordinal).Replace("[nom]", Nom, StringComparison.Ordinal));
        var tagged = new TaggedLetter(letter);

        foreach (var person in (Addressee[])[Person("a"), Person("a", "un"), Person("a\r", "\nun", "deux\ntrois")])
            Assert.Equal(LetterCopy.Of(letter, person), Filled(tagged, tagged.Values(person)!));
    }

    [Fact]
    public void A_slot_written_the_same_way_twice_has_one_tag()
    {
        var tagged = new TaggedLetter(With($"<p>{Nom}, {Nom}</p>", $"{Nom} et {Nom}"));

        Assert.Equal(2, tagged.Values(Person("Zoé"))!.Count); // in HTML, and as words
    }

    [Fact]
    public void A_value_that_holds_a_tag_is_to_be_written_out()
    {
        var tag = new TaggedLetter(Everywhere).Values(Person("Zoé"))!.Keys.First();

        Assert.Null(new TaggedLetter(Everywhere).Values(Person($"Zoé {tag}")));
    }

    [Fact]
    public void An_open_slot_and_a_link_that_is_none_are_found_before_anything_leaves()
    {
        var tagged = new TaggedLetter(Everywhere);

        Assert.Throws<MissingSlotException>(() => tagged.Values(To(("nom", "Zoé"))));
        Assert.Throws<ArgumentException>(() => tagged.Values(Person("Zoé") with { Slots = Filling("javascript:alert(1)", "Zoé", []) }));
    }

    [Fact]
    public void The_subject_is_one_line_in_every_copy()
    {
        var letter = Plain with { Subject = $"Pour\n{Nom}" };

        Assert.Equal("Pour a b", LetterCopy.Of(letter, Person("a\nb")).Subject);
        Assert.Equal("Pour a b", Filled(new(letter), new TaggedLetter(letter).Values(Person("a\nb"))!).Subject);
    }

    [Fact]
    public void Headers_travel_in_ascii_those_with_slots_apart()
    {
        var letter = Plain with { Headers = [new("X-Theme", "Été"), new("List-Unsubscribe", $"<https://x.example/d/{Nom}>"), new("auto-submitted", "auto-replied")] };

        Assert.Equal(
            [new("X-Auto-Response-Suppress", "OOF, AutoReply"), new("X-Theme", "=?utf-8?Q?=C3=89t=C3=A9?="), new("auto-submitted", "auto-replied")],
            LetterHeaders.Shared(letter));
        Assert.Equal([new("List-Unsubscribe", "<https://x.example/d/j1>")], LetterHeaders.Personal(letter)(Person("j1")));
        Assert.Throws<ArgumentException>(() => LetterHeaders.Personal(letter)(Person("j1\r\nBcc: a@x.example")));
        Assert.Throws<ArgumentException>(() => LetterHeaders.Shared(letter with { Headers = [new("Bcc", "a@x.example")] }));
    }

    private static LetterCopy Filled(TaggedLetter letter, IReadOnlyDictionary<string, string> values)
    {
        return new(Fill(letter.Subject), Fill(letter.Html), Fill(letter.Text));

        string Fill(string text) => values.Aggregate(text, (filled, value) => filled.Replace(value.Key, value.Value, StringComparison.Ordinal));
    }

    private static Addressee Person(string nom, params string[] items) => To() with { Slots = Filling("https://x.example/r?a=1&b=2", nom, items) };

    private static Dictionary<string, SlotValue> Filling(string lien, string nom, string[] items) => new()
    {
        ["nom"] = new SlotValue.Text(nom),
        ["lien"] = new SlotValue.Text(lien),
        ["liste"] = new SlotValue.Lines(items),
    };
}
