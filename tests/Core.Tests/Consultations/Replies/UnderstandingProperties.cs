using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Replies;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Consultations.Replies;

/// <summary>Whatever arrives, nothing throws, and what is understood is an answer the page would take.</summary>
public sealed class UnderstandingProperties
{
    private const int Texts = 3_000;

    [Fact]
    public void Whatever_is_understood_could_have_been_given_on_the_page()
    {
        var random = new Random(27);
        var samples = Given.Samples().Select(sample => sample.Text).Concat(Pieces).ToList();
        var understood = 0;

        for (var i = 0; i < Texts; i++)
        {
            var text = Mutated(samples, random);
            foreach (var (asked, meeting) in Asked)
                if (Given.Read(asked, text, meeting) is Understanding.Answered answered)
                {
                    understood++;
                    Assert.Empty(AnswerChecks.Of(asked, new AnswerCommand("caf", "caf", "c-1", Channel.Reply, answered.Declined, answered.Values, Given.Now), meeting));
                }
                else
                    Assert.EndsWith(".", Given.Why(Given.Read(asked, text, meeting)), StringComparison.Ordinal);
        }

        Assert.True(understood > Texts / 20, understood.ToString());
    }

    private static readonly (Consultation, Core.Cycle.Step?)[] Asked =
    [
        (Given.Themes, null), (Given.TwoDates, null), (Given.Presence, Given.Meeting()), (Given.Presence, Given.Meeting(remote: true)), (Given.Presence, null),
        (Given.Asking(Given.Question(QuestionKind.Engagement)), null), (Given.Asking(Given.Question(QuestionKind.Text)), null),
        (Given.Asking(Given.Question(QuestionKind.Choice, true, ("o", "Oui"), ("n", "Non"))), null),
    ];

    private static readonly string[] Pieces =
    [
        "oui", "non", "ok pour le 13", "pas le 15", "les deux", "aucune", "je serai présente", "je ne pourrai pas venir", "Mme Picaud me représentera", "en visio", "RAS", "- le logement", "Thème 1 : la santé",
        "Bonjour Claire,", "merci", "nous participerons", "très intéressés", "le 13 avril à 14 h", "\ud800", "99/99", "le 31/02", "mardi", "12:99", "•", "\t|\t", "a\tb\nc\td", "…", "« »", "Nous proposons d'étudier le logement.",
    ];

    /// <summary>Samples and pieces put together, cut, and bruised.</summary>
    private static string Mutated(IReadOnlyList<string> samples, Random random)
    {
        var text = string.Join(random.Next(3) switch { 0 => "\n", 1 => ", ", _ => "\n\n" }, Enumerable.Range(0, random.Next(1, 4)).Select(_ => samples[random.Next(samples.Count)]));
        for (var i = random.Next(4); i > 0 && text.Length > 1; i--)
        {
            var at = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at)),
                1 => text.Insert(at, ((char)random.Next(1, 0x2FFF)).ToString()),
                2 => text.Insert(at, " ,.;:?!-\n•0123456789"[random.Next(20)].ToString()),
                _ => text[..at],
            };
        }
        return text;
    }
}
