using Almanach.Core.Consultations;

namespace Almanach.Core.Tests.Consultations.Replies;

/// <summary>The meeting is on Tuesday 24 November 2026 at 14 h, on site unless said otherwise.</summary>
public sealed class AttendanceReplyTests
{
    [Theory]
    [InlineData("oui")]
    [InlineData("Oui.")]
    [InlineData("OK")]
    [InlineData("OK pour moi, merci.")]
    [InlineData("ok pour le 24")]
    [InlineData("Présente")]
    [InlineData("présent(e)")]
    [InlineData("Je serai présent.")]
    [InlineData("Je serai présente.")]
    [InlineData("je serai présent·e")]
    [InlineData("Je serai bien présente à la réunion du 24 novembre.")]
    [InlineData("Bonjour Claire,\n\nJe serai présente le mardi 24 novembre à 14 h.\n\nBonne journée")]
    [InlineData("Bonjour,\nje viendrai\nmerci")]
    [InlineData("Je viens !")]
    [InlineData("Oui, je serai là")]
    [InlineData("Oui je participerai au comité de pilotage.")]
    [InlineData("Pas de souci je serai là")]
    [InlineData("Pas de souci, je serai là !")]
    [InlineData("Sans problème, je viendrai.")]
    [InlineData("Aucun problème, je serai présent.")]
    [InlineData("Je confirme ma présence.")]
    [InlineData("Je vous confirme ma présence au comité de pilotage du 24 novembre 2026")]
    [InlineData("C’est noté, je serai là.")]
    [InlineData("Je serai là. À mardi !")]
    [InlineData("Présence : oui")]
    [InlineData("Ma réponse pour le 24 : oui.")]
    [InlineData("Je pourrai venir.")]
    [InlineData("Sur place")]
    [InlineData("je viendrai sur place")]
    [InlineData("Comptez sur moi")]
    [InlineData("Je serai là 🙂 merci 👏")]
    [InlineData("Finalement je pourrai être présente")]
    public void Comes(string text) => Assert.Equal("OnSite", Read(text));

    [Theory]
    [InlineData("en visio")]
    [InlineData("Je serai présente en visioconférence.")]
    [InlineData("Présent, en visio.")]
    [InlineData("Oui, à distance")]
    [InlineData("Je participerai à distance.")]
    [InlineData("je serai là, en visio")]
    [InlineData("Je viendrai en distanciel le 24/11")]
    [InlineData("Plutôt en visio pour moi")]
    [InlineData("oui mais en visio")]
    public void Comes_by_video(string text) => Assert.Equal("Remote", Read(text));

    [Theory]
    [InlineData("non")]
    [InlineData("Non, désolée.")]
    [InlineData("non merci")]
    [InlineData("Excusé")]
    [InlineData("excusée")]
    [InlineData("Je suis excusée.")]
    [InlineData("Absent.")]
    [InlineData("Je serai absente.")]
    [InlineData("Je ne pourrai pas.")]
    [InlineData("Je ne pourrai pas être présente")]
    [InlineData("Je ne pourrai malheureusement pas être présente le 24.")]
    [InlineData("je pourrai pas venir")]
    [InlineData("Je ne serai pas là")]
    [InlineData("Je ne viendrai pas.")]
    [InlineData("Malheureusement, je ne peux pas venir.")]
    [InlineData("Bonjour, je ne suis pas disponible.")]
    [InlineData("pas disponible")]
    [InlineData("indisponible")]
    [InlineData("Impossible pour moi.")]
    [InlineData("Impossible pour moi le 24")]
    [InlineData("Finalement je ne pourrai pas participer.")]
    [InlineData("Je ne pourrai pas être là, excusez-moi.")]
    [InlineData("Merci d’excuser mon absence.")]
    [InlineData("Je suis dans l'impossibilité de venir")]
    [InlineData("Nous ne pourrons pas être présents.")]
    public void Does_not_come(string text) => Assert.Equal("Excused", Read(text));

    [Theory]
    [InlineData("Non, je suis en congés cette semaine-là.", "Excused (je suis en congés cette semaine-là)")]
    [InlineData("Je ne pourrai pas venir, j'ai une autre réunion ce jour-là.", "Excused (j'ai une autre réunion ce jour-là)")]
    [InlineData("Absente (en formation)", "Excused (en formation)")]
    public void Why_is_noted(string text, string said) => Assert.Equal(said, Read(text));

    [Theory]
    [InlineData("Mme Picaud me représentera.", "Mme Picaud")]
    [InlineData("Madame Anne Picaud me représentera le 24.", "Madame Anne Picaud")]
    [InlineData("Je serai représentée par Claire Martin", "Claire Martin")]
    [InlineData("Je ne pourrai pas venir, je serai remplacé par M. Jean de La Tour.", "M. Jean de La Tour")]
    [InlineData("Je donne pouvoir à Claire Martin.", "Claire Martin")]
    [InlineData("Absent, pouvoir à Mme Durand", "Mme Durand")]
    [InlineData("Je ne serai pas là mais ma collègue Odile Ferrand me remplacera.", "Odile Ferrand")]
    [InlineData("Veuillez noter que M. Lemaire assistera à la réunion à ma place.", "M. Lemaire")]
    [InlineData("Excusée. Odile Ferrand viendra à ma place.", "Odile Ferrand")]
    public void Is_represented(string text, string name) => Assert.Equal($"Represented {name}", Read(text));

    [Theory]
    // Neither yes nor no.
    [InlineData("peut-être")]
    [InlineData("Je viens, sauf si le train est annulé.")]
    [InlineData("Oui, sous réserve.")]
    [InlineData("Oui sauf imprevu")]
    [InlineData("Je pense venir.")]
    [InlineData("J'essaierai d'être là")]
    [InlineData("En principe oui")]
    [InlineData("Normalement je serai présent")]
    [InlineData("Si je peux je viendrai")]
    [InlineData("Oui si possible")]
    [InlineData("Je ne sais pas encore.")]
    [InlineData("Ça dépend de l'heure")]
    [InlineData("Oui, non, je ne sais plus")]
    [InlineData("Oui\nNon, désolé")]
    [InlineData("Je viendrai. Non, je ne pourrai pas.")]
    // Not said of the meeting, or not the whole of it.
    [InlineData("Sans problème.")]
    [InlineData("Pas de souci")]
    [InlineData("Je n'ai pas d'objection.")]
    [InlineData("Merci")]
    [InlineData("Bien reçu, merci.")]
    [InlineData("OK merci")]
    [InlineData("OK, c'est noté")]
    [InlineData("OK bien reçu")]
    [InlineData("Avec plaisir")]
    [InlineData("Je ne serai présente qu'à partir de 15 h")]
    [InlineData("Je serai présente jusqu'à 16 h.")]
    [InlineData("Je serai là mais seulement le matin")]
    [InlineData("Je ne manquerai pas de venir.")]
    [InlineData("Je ne peux pas ne pas venir")]
    [InlineData("Je ne serai pas absente")]
    [InlineData("Je ne dis pas non")]
    [InlineData("Pourquoi pas")]
    [InlineData("Je ne viendrai pas en train mais en voiture")]
    [InlineData("Veuillez m'excuser pour ce retard. Je vous dirai.")]
    [InlineData("Je serai excusé de mon retard")]
    // Somebody else.
    [InlineData("Nous serons deux : Marc Aubry et moi-même.")]
    [InlineData("Je viendrai avec ma collègue.")]
    [InlineData("Je serai accompagné d'un stagiaire.")]
    [InlineData("Je serai présente. Je représente aussi la ville de Saint-Aubin.")]
    [InlineData("Mon adjointe me représentera.")]
    [InlineData("Quelqu'un me représentera")]
    [InlineData("Qui me représentera")]
    [InlineData("Personne ne me remplacera")]
    [InlineData("OK, en formation")]
    [InlineData("Non, je viens")]
    [InlineData("Oui, excusée")]
    [InlineData("Ni oui ni non")]
    [InlineData("Présence impossible à confirmer")]
    [InlineData("mme picaud me représentera")]
    [InlineData("Mme Picaud ou M. Oger me représentera")]
    [InlineData("Mme Picaud me représentera. M. Oger me représentera.")]
    [InlineData("Mme Picaud me représentera, et je viendrai.")]
    [InlineData("Mme Picaud ne me représentera pas.")]
    [InlineData("Le Département sera représenté par Mme Oger.")]
    [InlineData("Voyez avec Mme Picaud")]
    [InlineData("Je ne pourrai pas venir. Martine prend le relais.")]
    [InlineData("J'aurais aimé être présente")]
    [InlineData("Je viens d'apprendre la date")]
    [InlineData("Je participe à une autre réunion le 24")]
    [InlineData("Je suis en congés.")]
    [InlineData("Je suis absente de mon bureau")]
    [InlineData("Bien sûr que non")]
    [InlineData("Malheureusement oui")]
    [InlineData("Impossible d'être absent")]
    [InlineData("Je confirme")]
    [InlineData("Pas de visio pour moi")]
    [InlineData("Ok pour le report")]
    [InlineData("Je remplace Jean Dupont")]
    [InlineData("Jean Dupont et Paul Martin me représenteront")]
    [InlineData("Je ne peux pas vous répondre")]
    [InlineData("Je ne viendrai qu'en visio")]
    [InlineData("Merci d'excuser Mme Durand")]
    [InlineData("OK Mme Picaud me représentera")]
    [InlineData("Présente 🤔")]
    [InlineData("Mme Durand, mon adjointe, me représentera")]
    [InlineData("Oui pour deux")]
    [InlineData("Je suis là")]
    // Another day, another hour.
    [InlineData("Je serai présente le 25 novembre.")]
    [InlineData("Présent lundi 24")]
    [InlineData("OK pour le 24 décembre")]
    [InlineData("Oui pour le 24 à 10 h")]
    [InlineData("Le 24 non, le 25 oui")]
    [InlineData("À jeudi, je viendrai")]
    // Beside the matter.
    [InlineData("Je viendrai. Y a-t-il un parking ?")]
    [InlineData("Oui ?")]
    [InlineData("Je serai présente. J'aimerais parler du budget.")]
    [InlineData("Le thème du vieillissement")]
    [InlineData("Sur place ou en visio, comme vous voulez")]
    [InlineData("Je serai là, pas en visio")]
    [InlineData("Présent ou excusé, je vous redis")]
    [InlineData("Mon absence n'est pas certaine")]
    [InlineData("Je suis absente jusqu'au 20, je réponds à mon retour")]
    public void Must_be_looked_at(string text) => Assert.Equal("?", Read(text));

    [Fact]
    public void Of_a_meeting_by_video_a_yes_is_by_video_and_nobody_comes_on_site()
    {
        Assert.Equal("Remote", Given.Said(Given.Read(Given.Presence, "Je serai présente.", Given.Meeting(remote: true))));
        Assert.Contains("visioconférence", Given.Why(Given.Read(Given.Presence, "Je viendrai sur place.", Given.Meeting(remote: true))), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_meeting_a_yes_does_not_say_how_and_a_date_is_of_nothing()
    {
        Assert.Equal("?", Given.Said(Given.Read(Given.Presence, "Je viendrai")));
        Assert.Equal("?", Given.Said(Given.Read(Given.Presence, "Absente le 24")));
        Assert.Equal("Remote", Given.Said(Given.Read(Given.Presence, "Oui, en visio")));
        Assert.Equal("Excused", Given.Said(Given.Read(Given.Presence, "Excusée")));
    }

    [Fact]
    public void A_yes_again_keeps_how_it_was_said_and_the_answers_beside_it()
    {
        var before = Given.Before(("attendance", new AnswerValue.Attendance(AttendanceMode.Remote, "train")), ("text", new AnswerValue.Text("Le budget")));

        Assert.Equal("Remote (train) + Le budget", Given.Said(Given.Read(Given.Presence, "Je serai là", Given.Meeting(), before)));
        Assert.Equal("Excused + Le budget", Given.Said(Given.Read(Given.Presence, "Finalement, je ne pourrai pas venir", Given.Meeting(), before)));
    }

    private static string Read(string text) => Given.Said(Given.Read(Given.Presence, text, Given.Meeting()));
}
