using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Replies;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Consultations.Replies;

public sealed class ReplyRulesTests
{
    [Theory]
    [InlineData("", 1, "La réponse est dans une pièce jointe.")]
    [InlineData(" \n\n", 2, "La réponse est dans une pièce jointe.")]
    [InlineData("", 0, "Le message est vide.")]
    [InlineData("👍", 0, "Le message est vide.")]
    [InlineData("Voir le fichier joint.", 1, "La réponse est dans une pièce jointe.")]
    [InlineData("Mes réponses en rouge dans votre message.", 0, "La réponse est dans le message cité.")]
    [InlineData("Je ne suis plus en poste à la Carsat.", 0, "La personne dit qu’elle n’occupe plus ses fonctions, ou qu’une autre la remplace.")]
    [InlineData("Merci de me retirer de votre liste.", 0, "La personne demande à ne plus recevoir de messages.")]
    [InlineData("Je ne souhaite plus recevoir vos messages.", 0, "La personne demande à ne plus recevoir de messages.")]
    [InlineData("Vous vous trompez de personne.", 0, "La personne dit que le message ne lui était pas destiné.")]
    [InlineData("Je transmets à Odile.", 0, "Le message est transmis à quelqu’un d’autre, ou renvoie à quelqu’un d’autre.")]
    [InlineData("Je vous réponds la semaine prochaine.", 0, "La réponse viendra plus tard.")]
    [InlineData("Comment fait-on pour s'inscrire", 0, "Le message pose une question ou demande quelque chose.")]
    [InlineData("J'ai déjà répondu.", 0, "Le message revient sur une réponse déjà donnée.")]
    [InlineData("Oui ?", 0, "Le message pose une question.")]
    [InlineData("Peut-être", 0, "La réponse est hésitante ou sous condition.")]
    public void What_is_no_answer_says_why(string text, int files, string because) =>
        Assert.Equal(because, Given.Why(Given.Read(Given.Presence, text, Given.Meeting(), files: files)));

    [Fact]
    public void A_secret_vote_is_never_read_and_another_only_where_the_platform_allows_it()
    {
        Assert.Contains("secret", Given.Why(Given.Read(Vote(new VoteRules(Secret: true, ByReply: true)), "Le logement")), StringComparison.Ordinal);
        Assert.Contains("C’est un vote", Given.Why(Given.Read(Vote(new VoteRules()), "Le logement")), StringComparison.Ordinal);
        Assert.Equal("a", Given.Said(Given.Read(Vote(new VoteRules(ByReply: true)), "Nous votons pour le logement")));
        Assert.Equal("?", Given.Said(Given.Read(Vote(new VoteRules(ByReply: true)), "Nous votons pour le logement ou les droits")));
        Assert.Equal("rien", Given.Said(Given.Read(Vote(new VoteRules(ByReply: true)), "Nous nous abstenons")));
        Assert.Equal("?", Given.Said(Given.Read(Vote(new VoteRules(ByReply: true)), "vote blanc")));
        Assert.Equal("", Given.Said(Given.Read(Vote(new VoteRules(ByReply: true, Blank: true)), "vote blanc")));
    }

    [Theory]
    [InlineData(QuestionKind.Grades, "Le logement : très bien")]
    [InlineData(QuestionKind.Ranking, "1. Le logement 2. Les droits")]
    public void Grades_and_ranks_are_never_read(QuestionKind kind, string text) => Assert.Equal("?", Given.Said(Given.Read(Vote(new VoteRules(ByReply: true), kind), text)));

    [Fact]
    public void Grades_are_a_vote_even_where_nothing_says_so() =>
        Assert.Contains("vote", Given.Why(Given.Read(Given.Asking(Given.Question(QuestionKind.Grades)), "Très bien")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Sans objection", "a NoObjection")]
    [InlineData("Pas d'objection de ma part.", "a NoObjection")]
    [InlineData("Bonjour, nous n'avons pas d'objection. Bonne journée", "a NoObjection")]
    [InlineData("Une objection : le budget", "?")]
    [InlineData("Pas d'objection, mais une réserve", "?")]
    [InlineData("oui", "?")]
    public void Consent_is_read_where_one_thing_is_put_to_it(string text, string said)
    {
        var one = Given.Asking(Given.Question(QuestionKind.Consent, true, ("a", "Le programme")));

        Assert.Equal(said, Given.Said(Given.Read(one with { Template = one.Template with { Vote = new VoteRules(ByReply: true) } }, text)));
        Assert.Equal("?", Given.Said(Given.Read(Vote(new VoteRules(ByReply: true), QuestionKind.Consent), text)));
    }

    [Fact]
    public void A_reply_to_several_questions_at_once_is_looked_at() =>
        Assert.Contains("plusieurs questions", Given.Why(Given.Read(Given.Asking(Given.Question(QuestionKind.Attendance), Given.Question(QuestionKind.Choice, true, ("a", "A"))), "oui")), StringComparison.Ordinal);

    [Fact]
    public void An_older_mail_does_not_undo_a_newer_answer()
    {
        var newer = Given.Before(("attendance", new AnswerValue.Attendance(AttendanceMode.Excused, ""))) with { At = Given.Now.AddHours(1) };

        Assert.Equal("Une réponse plus récente est déjà enregistrée.", Given.Why(Given.Read(Given.Presence, "oui", Given.Meeting(), newer)));
    }

    [Fact]
    public void A_colleague_does_not_change_what_another_answered_but_may_say_the_same()
    {
        var colleague = Given.Before(("engagement", new AnswerValue.Engagement(Interest.Some, Effort.Attend, ""))) with { By = "c-2" };
        var asked = Given.Asking(Given.Question(QuestionKind.Engagement));

        Assert.Equal("Some Attend", Given.Said(Given.Read(asked, "Nous participerons", before: colleague)));
        Assert.Contains("autre personne", Given.Why(Given.Read(asked, "Pas intéressés", before: colleague)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_megabyte_is_answered_at_once()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();

        foreach (var asked in new[] { Given.Themes, Given.TwoDates, Given.Presence })
            Assert.Equal("Le message est trop long pour être une réponse.", Given.Why(Given.Read(asked, string.Concat(Enumerable.Repeat("oui, le 13 ", 100_000)), Given.Meeting())));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), clock.Elapsed.ToString());
    }

    [Theory]
    [InlineData("oui ")]
    [InlineData("le 13 et ")]
    [InlineData("- a\n")]
    [InlineData("je ne serai pas la, ")]
    [InlineData("Thème 1 : ")]
    [InlineData("((((")]
    [InlineData("bonjour ")]
    public void What_is_as_long_as_may_be_is_read_in_a_moment(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, ReplyRules.MostCharacters / piece.Length));
        foreach (var asked in new[] { Given.Themes, Given.TwoDates, Given.Presence })
            Given.Read(asked, "oui", Given.Meeting());
        var clock = System.Diagnostics.Stopwatch.StartNew();

        foreach (var asked in new[] { Given.Themes, Given.TwoDates, Given.Presence })
            Given.Read(asked, text, Given.Meeting());

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
    }

    private static Consultation Vote(VoteRules rules, QuestionKind kind = QuestionKind.Choice)
    {
        var asked = Given.Asking(Given.Question(kind, true, ("a", "Le logement"), ("b", "L’accès aux droits")));
        return asked with { Template = asked.Template with { Vote = rules } };
    }
}
