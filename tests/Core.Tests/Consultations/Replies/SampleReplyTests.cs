namespace Almanach.Core.Tests.Consultations.Replies;

/// <summary>Sample mails, each read as an answer to what it was written in answer to. Those not listed must be looked at by a person.</summary>
public sealed class SampleReplyTests
{
    [Fact]
    public void Of_mails_about_themes_none_is_misunderstood() => Same(Themes, name => Given.Said(Given.Read(Given.Themes, Texts[name])));

    [Fact]
    public void Of_mails_about_two_dates_none_is_misunderstood() => Same(Dates, name => Given.Said(Given.Read(Given.TwoDates, Texts[name])));

    [Fact]
    public void Of_mails_about_a_meeting_none_is_misunderstood() => Same(Presence, name => Given.Said(Given.Read(Given.Presence, Texts[name], Given.Meeting())));

    [Fact]
    public void Dates_that_a_longer_poll_offers_are_understood_too()
    {
        Assert.Equal("12- 13+ 15+", Given.Said(Given.Read(Given.Dates("20270412", "20270413", "20270415"), Texts["thunderbird-html-absence-trap"])));
        // « OK le matin » is neither a yes nor a no.
        Assert.Equal("?", Given.Said(Given.Read(Given.Dates("20270412", "20270413", "20270414", "20270415"), Texts["dates-as-table"])));
    }

    private static readonly Dictionary<string, string> Texts = Given.Samples().ToDictionary(sample => sample.Name, sample => sample.Text);

    private static void Same(string expected, Func<string, string> said) => Assert.Equal(
        expected.Split('\n', StringSplitOptions.RemoveEmptyEntries), Texts.Keys.Select(name => $"{name}: {said(name)}").Where(line => !line.EndsWith(": ?", StringComparison.Ordinal)));

    private const string Themes = """
        bluemind-postal-signature: Vieillir en quartier prioritaire
        charset-declared-latin1-is-cp1252: L'« aller vers » – 12 € par foyer
        charset-declared-latin1-is-utf8: Les séniors isolés à la frontière du département [À discuter.]
        charset-unknown-name: Le handicap à l'école
        decomposed-accents: La précarité étudiante à Saint-Aubin
        disclaimer-after-quote: rien
        disclaimer-bilingual: Le surendettement
        domino-block: Le sujet des retraites agricoles (petites pensions), avec un zoom sur les femmes
        domino-html-only: rien
        gmail-html-only-ordered-list: La petite enfance hors de la métropole ! | Le reste à vivre après paiement du loyer ! | Les aidants familiaux !
        gmail-ras: rien
        gmail-web-wrapped: Un travail commun avec l'université sur la santé mentale des étudiants, en particulier ceux qui vivent loin de leur famille
        human-file-number: Le numéro de dossier unique du demandeur de logement
        inotes-a-ecrit-dashes: Le suicide des agriculteurs : sujet grave, trop peu documenté
        mime-no-blank-line-after-headers: rien
        orange-webmail: Le logement des travailleurs saisonniers
        outlook-alternative-doubled-lines: Le non-recours à la prime d'activité [Nous pouvons fournir des données à la commune dès janvier.]
        outlook-html-only-bullets: L'accès à l'emploi des jeunes sans diplôme | Les ménages « invisibles » des statistiques | La mobilité en zone rurale
        outlook-ios: rien
        outlook-text-no-space-colons: Un observatoire des mobilités domicile-travail [Nous disposons de données depuis 2015, et deux doctorants peuvent y contribuer.]
        protonmail: Mesurer l'effet de la fermeture de la maternité de Saint-Aubin
        reply-marker-line-in-quote: rien
        sfr-webmail: rien
        sogo: L'accès aux soins dentaires des enfants
        subject-base64-split-mid-character: rien
        trap-own-lines-with-gt-html: Mieux connaître les jeunes ni en emploi ni en formation | Suivre les loyers du parc privé | Cartographier les services publics
        trap-own-lines-with-gt: Mieux connaître les jeunes ni en emploi ni en formation | Suivre les loyers du parc privé | Cartographier les services publics
        trap-separator-lines-in-text: Les gardes d'enfants en horaires décalés | La vacance des logements | Le pouvoir d'achat des retraités
        yahoo-web: Je propose que l'on parle des foyers monoparentaux
        zimbra-le-a-ecrit: Le coût de la restauration scolaire | La vie associative dans les quartiers | L'accueil des gens du voyage
        """;

    private const string Dates = """
        android-old-smartphone: 13+
        dates-one-line: 13+ 15-
        iphone-short: 13+
        laposte-open-xchange: 13- 15+
        mailman-footer-own-part: 13+
        mailman-footer-same-part: 15+
        obm-message-original: 13+ 15+
        outlook-2010-message-d-origine: 13+ 15-
        outlook-android: 13+ 15+
        roundcube-iso-date: 13+
        winmail-dat: 13+ 15+
        """;

    private const string Presence = """
        antivirus-garanti-sans-virus: OnSite
        device-line-asks-pardon: OnSite
        device-line-yahoo-claim: OnSite
        external-banner-and-confidentiality: OnSite
        foot-without-closing-paper: Excused
        gmail-android: OnSite
        inline-logo-related: OnSite
        new-outlook-one-word: OnSite
        notes-column-headers: Excused
        outlook-android-obtenez: Represented Mme Picaud
        outlook-android-telecharger: OnSite
        outlook-web-appendonsend: Remote
        outlook-web-html-only: Excused (je suis en congés cette semaine-là)
        pgp-mime-signed: Remote
        samsung-email: OnSite
        samsung-oui-et-merci: OnSite
        smime-signed: Represented M. Lemaire
        sogo-non-merci: Excused
        wanadoo-message-du: OnSite
        yahoo-iphone: Excused
        """;
}
