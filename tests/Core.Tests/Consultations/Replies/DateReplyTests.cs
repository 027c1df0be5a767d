using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Consultations.Replies;

/// <summary>« 12+ 14- 15~ »: yes, no and if need be; what is not said is not there.</summary>
public sealed class DateReplyTests
{
    /// <summary>Monday 12, Wednesday 14 and Thursday 15 April 2027.</summary>
    [Theory]
    [InlineData("OK pour le lundi 12 avril, pas le 14", "12+ 14-")]
    [InlineData("Le 12 me convient", "12+")]
    [InlineData("disponible le 12/04", "12+")]
    [InlineData("Je suis disponible le 12 et le 15.", "12+ 15+")]
    [InlineData("le 12, le 14 et le 15 me conviennent", "12+ 14+ 15+")]
    [InlineData("OK pour le 12, le 14, pas le 15", "12+ 14+ 15-")]
    [InlineData("Le 12 plutôt, le 14 si nécessaire", "12+ 14~")]
    [InlineData("le 12 oui, le 14 à la rigueur, le 15 non", "12+ 14~ 15-")]
    [InlineData("12 : oui / 14 : non", "12+ 14-")]
    [InlineData("12/04 : non\n14/04 : OK\n15/04 : OK", "12- 14+ 15+")]
    [InlineData("12 avril oui 14 avril non 15 avril oui", "12+ 14- 15+")]
    [InlineData("oui 12 non 14", "12+ 14-")]
    [InlineData("lundi 12 avril\tmercredi 14 avril\tjeudi 15 avril\noui\tnon\toui", "12+ 14- 15+")]
    [InlineData("Les trois dates me conviennent.", "12+ 14+ 15+")]
    [InlineData("OK pour les 3 dates", "12+ 14+ 15+")]
    [InlineData("Toutes me conviennent", "12+ 14+ 15+")]
    [InlineData("toutes sauf le 15", "12+ 14+ 15-")]
    [InlineData("Disponible pour toutes les dates sauf le mercredi 14.", "12+ 14- 15+")]
    [InlineData("Aucune de ces dates", "12- 14- 15-")]
    [InlineData("Aucune ne me convient, désolée", "12- 14- 15-")]
    [InlineData("aucune sauf le 12", "12+ 14- 15-")]
    [InlineData("Je ne suis disponible à aucune de ces dates.", "12- 14- 15-")]
    [InlineData("indisponible", "12- 14- 15-")]
    [InlineData("Je suis indisponible aux dates proposées", "12- 14- 15-")]
    [InlineData("Je ne suis pas disponible à ces dates", "12- 14- 15-")]
    [InlineData("La première me convient", "12+")]
    [InlineData("Je préfère la 2e date", "14+")]
    [InlineData("la dernière", "15+")]
    [InlineData("jeudi me va", "15+")]
    [InlineData("Lundi oui, mercredi non", "12+ 14-")]
    [InlineData("Le 14 non, les autres oui", "12+ 14- 15+")]
    [InlineData("OK pour le 12, pas les autres", "12+ 14- 15-")]
    [InlineData("Absente le 12, mais d'accord pour le 14 comme pour le 15.", "12- 14+ 15+")]
    [InlineData("Je suis absente le 12, mais d'accord pour le 14 comme pour le 15.", "12- 14+ 15+")]
    [InlineData("Le 12 me convient et le 14 aussi", "12+ 14+")]
    [InlineData("Le 12 me convient tout à fait. Le 14 aussi.", "12+ 14+")]
    [InlineData("Le 12 non. Le 14 non plus.", "12- 14-")]
    [InlineData("Bonjour Claire,\n\nOui pour le 12, non pour le 14 (je suis en formation).\n\nMerci", "12+ 14-")]
    [InlineData("Je ne peux pas le 14. Le 15, c'est possible.", "14- 15+")]
    [InlineData("le 12", "12+")]
    [InlineData("le 12 ou le 15", "12+ 15+")]
    [InlineData("Oui, le 12", "12+")]
    [InlineData("Oui, le 12 me convient, pas le 15", "12+ 15-")]
    [InlineData("Je ne serai pas disponible le lundi 12 avril 2027", "12-")]
    [InlineData("Impossible le 12", "12-")]
    [InlineData("pas de problème pour le 12", "12+")]
    [InlineData("Le 14 ne me convient pas", "14-")]
    [InlineData("le 12 si besoin", "12~")]
    [InlineData("Éventuellement le 12", "12~")]
    [InlineData("lun. 12 oui, jeu. 15 non", "12+ 15-")]
    [InlineData("Le 12 je peux, le 14 je peux pas", "12+ 14-")]
    [InlineData("libre le 12, pas dispo le 14", "12+ 14-")]
    [InlineData("12/04/27 : oui", "12+")]
    [InlineData("Désolée, je ne peux pas le 12", "12-")]
    [InlineData("Malheureusement le 12 je ne peux pas", "12-")]
    [InlineData("Désolé, indisponible le 12 et le 14", "12- 14-")]
    [InlineData("Je suis disponible les 12 et 14", "12+ 14+")]
    public void Says_of_dates(string text, string said) => Assert.Equal(said, Read(Given.Dates("20270412", "20270414", "20270415"), text));

    [Theory]
    [InlineData("ce sera le 15 pour moi, le 12 non")]
    [InlineData("Je peux le 12 pas le 14")]
    [InlineData("Le 12. Non.")]
    [InlineData("le 12 oui le 14")]
    [InlineData("Merci pour les dates")]
    [InlineData("Bien noté les dates")]
    [InlineData("Désolée, le 12")]
    [InlineData("Malheureusement le 12")]
    [InlineData("Désolé pour le 12")]
    [InlineData("Hélas, le 12 et le 14")]
    [InlineData("Dommage, le 12")]
    [InlineData("Sauf le 12")]
    [InlineData("Le 12 est un lundi")]
    [InlineData("Hors le 12")]
    [InlineData("Avant le 12")]
    [InlineData("Après le 12")]
    [InlineData("Le 12 évidemment pas")]
    [InlineData("C'est noté pour le 12, l'autre non, le 15 oui")]
    [InlineData("pas le 12 mais le 14")]
    [InlineData("pas le 12, le 14")]
    [InlineData("pas le 12 et le 14")]
    [InlineData("le 12, les autres non")]
    [InlineData("Le 12, le 14 non")]
    [InlineData("Le 12, le 14 si besoin")]
    [InlineData("le 12, le 14 me convient")]
    [InlineData("le 12 plutôt que le 14")]
    [InlineData("je préfère le 12 au 14")]
    [InlineData("Je préfère éviter le 12")]
    [InlineData("à lundi")]
    [InlineData("Je note le 12")]
    [InlineData("seul le 12 me convient")]
    [InlineData("Dispo sauf le 14")]
    [InlineData("le 12 c'est compliqué")]
    [InlineData("aucune de ces dates ne me pose problème")]
    [InlineData("toutes ces dates me posent problème")]
    [InlineData("le 12 me convient pas mal")]
    [InlineData("oui non oui")]
    [InlineData("Rendez-vous le 12")]
    [InlineData("Je travaille le 12")]
    [InlineData("Je suis disponible")]
    [InlineData("✅ 12 avril\n❌ 14 avril")]
    [InlineData("☑ 12 avril\n☐ 14 avril")]
    [InlineData("12 ❌")]
    [InlineData("👎 12")]
    [InlineData("12 avril : ❌\n14 avril : ✅")]
    [InlineData("[x] 12 avril\n[ ] 14 avril")]
    [InlineData("~~12 avril~~\n14 avril")]
    [InlineData("12 :-(")]
    [InlineData("lundi 12 avril\nmercredi 14 avril\njeudi 15 avril")]
    [InlineData("le 12 bof")]
    // A date that is not offered.
    [InlineData("OK pour le 13")]
    [InlineData("le 12 mai me convient")]
    [InlineData("Mardi 12 me convient")]
    [InlineData("Le 12 avril 2026")]
    [InlineData("Vendredi")]
    [InlineData("la quatrième")]
    [InlineData("Les deux me conviennent")]
    [InlineData("12/15 : oui")]
    [InlineData("le 12 à 14 h")]
    [InlineData("Le 14 le matin")]
    // Not plainly yes, nor no.
    [InlineData("oui")]
    [InlineData("OK")]
    [InlineData("OK pour moi")]
    [InlineData("non")]
    [InlineData("Non, le 12")]
    [InlineData("Peu importe")]
    [InlineData("peut-être le 12")]
    [InlineData("le 12 sous réserve")]
    [InlineData("Le 12 si je suis rentrée")]
    [InlineData("Le 12 me va bien, le 14 moins")]
    [InlineData("Le 15 aussi")]
    [InlineData("Le 12, sinon le 14")]
    [InlineData("Le 12 non, le 12 oui")]
    [InlineData("pas les trois")]
    [InlineData("Pas le 12, le 14, le 15 me convient")]
    [InlineData("OK pour le 12, le 14 non, le 15")]
    [InlineData("Pas avant le 14")]
    [InlineData("à partir du 14")]
    [InlineData("du 12 au 15")]
    [InlineData("Le 14, mais seulement jusqu'à 16 h")]
    [InlineData("14/04 : OK le matin")]
    [InlineData("Je ne suis pas indisponible le 12")]
    [InlineData("Le 12 ne me pose pas de problème")]
    [InlineData("Le 12 pose problème")]
    // Beside the matter.
    [InlineData("Le 12 me convient, pouvez-vous réserver une salle ?")]
    [InlineData("Le 12 convient au directeur.")]
    [InlineData("Nous serons 12")]
    [InlineData("Merci pour votre mail du 12")]
    [InlineData("Je vous réponds jeudi")]
    [InlineData("Le 12 avril, le conseil a voté le budget.")]
    [InlineData("Ce sera sans moi")]
    public void Must_be_looked_at(string text) => Assert.Equal("?", Read(Given.Dates("20270412", "20270414", "20270415"), text));

    [Theory]
    [InlineData("OK pour 9 h", "12+")]
    [InlineData("le 12 à 14h30", "12-1430+")]
    public void Two_options_of_one_day_are_told_by_their_hour(string text, string said) =>
        Assert.Equal(said.Replace("12-1430", "12", StringComparison.Ordinal), Read(Given.Dates("20270412-0900", "20270412-1430"), text).Replace("120900", "12", StringComparison.Ordinal).Replace("121430", "12", StringComparison.Ordinal));

    [Fact]
    public void The_day_alone_means_neither_of_its_hours_unless_it_is_refused()
    {
        var poll = Given.Dates("20270412-0900", "20270412-1430", "20270414-0900");

        Assert.Equal("?", Read(poll, "OK pour le 12"));
        Assert.Equal("?", Read(poll, "OK à 9 h"));
        var said = Assert.IsType<AnswerValue.Dates>(Assert.IsType<Core.Consultations.Replies.Understanding.Answered>(Given.Read(poll, "Pas le 12, OK pour le 14")).Values["dates"]);
        Assert.Equal([Availability.No, Availability.No, Availability.Yes], said.ByOption.Values);
    }

    [Theory]
    [InlineData("le 17 mars", "matin-17-mars+")]
    [InlineData("OK pour mercredi 10, pas le 18", "matin-10-mars+ apres-midi-18-mars-")]
    [InlineData("le 10 au matin me convient", "matin-10-mars+")]
    [InlineData("le 10 l'après-midi", "?")]
    [InlineData("mercredi", "?")]
    [InlineData("le 17 à 9 h", "?")]
    public void Dates_that_a_platform_words_itself_are_read_in_their_labels(string text, string said)
    {
        var poll = Given.Asking(Given.Question(QuestionKind.Dates, true, ("matin-10-mars", "mercredi 10 mars, le matin"), ("matin-17-mars", "mercredi 17 mars, le matin"), ("apres-midi-18-mars", "jeudi 18 mars, l’après-midi")));

        Assert.Equal(said, Read(poll, text));
    }

    [Fact]
    public void Dates_that_are_not_spoken_of_stay_as_they_were()
    {
        var before = Given.Before(("dates", new AnswerValue.Dates(new Dictionary<string, Availability> { ["20270413"] = Availability.Yes, ["20270415"] = Availability.Yes })));

        Assert.Equal("13+ 15-", Given.Said(Given.Read(Given.TwoDates, "Finalement pas le 15", before: before)));
    }

    private static string Read(Consultation poll, string text) => Given.Said(Given.Read(poll, text));
}
