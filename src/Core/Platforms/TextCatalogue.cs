namespace Almanach.Core.Platforms;

/// <summary>
/// The texts a platform must have in <c>textes/</c>, and the words in brackets the program fills in each. Any other word
/// would be mailed as it stands, so it is refused.
/// </summary>
public static class TextCatalogue
{
    private static readonly string[] _person = ["organisme", "prénom", "lien", "ma page", "plateforme"];

    private static readonly Dictionary<string, TextWords> _fixed = new(StringComparer.Ordinal)
    {
        ["relance"] = Person(["rappel"], "demandes"),
        ["accuse"] = Person(["année", "titre", "clôture"], "réponse"),
        [MailReceipt] = Person(["année", "titre", "clôture"], "réponse"),
        ["proposition-retiree"] = Person(["année", "titre", "clôture", "par", "suite"], "propositions"),
        ["devenir-regroupement"] = Person(["année"], "propositions"),
        ["devenir-copil"] = Person(["année"], "propositions"),
        ["convocation"] = Person(["année", "titre", "jour et heures", "lieu"], "date", "ordre du jour"),
        ["document"] = Person(["année"], "document"),
        ["approbation"] = Person(["année", "titre"], "clôture"),
        [MinutesAgain] = Person(["année", "titre"], "clôture"),
        ["compte-rendu-approuve"] = Person(["année"], "document"),
        ["invitation-date"] = Person(["année", "titre"], "clôture"),
        [DateChosen] = Person(["année", "titre", "jour et heures", "lieu"], "date"),
        ["report-reunion"] = Person(["année", "titre", "jour et heures", "lieu"], "ancienne date", "date"),
        ["changement-reunion"] = Person(["année", "titre", "jour et heures", "ancienne date", "ancien lieu"], "date", "lieu"),
        ["seconde-convocation"] = Person(["année", "titre", "jour et heures", "lieu"], "ancienne date", "date", "ordre du jour"),
        ["annulation-reunion"] = Person(["année", "titre", "lieu"], "date"),
        ["maintien-reunion"] = Person(["année", "titre", "jour et heures", "lieu"], "date"),
        [Succession] = Person([], "prédécesseur", "demandes"),
        [NameSuccessor] = Person([], "personne", "situation"),
        ["bienvenue-information"] = Person([], "source"),
        ["nouveau-lien"] = Person(["titre", "clôture"], "lien"),
        [SpaceLink] = Person([], "clôture"),
        ["code-connexion"] = new(["code", "plateforme"], ["code"]),
    };

    /// <summary>Whoever asks for it enters the members’ area by it.</summary>
    public const string SpaceLink = "lien-espace";

    /// <summary>To the members of a body: a new version of its minutes to approve.</summary>
    public const string MinutesAgain = "approbation-nouvelle";

    /// <summary>To those who come: which of the dates put to them was chosen.</summary>
    public const string DateChosen = "date-retenue";

    /// <summary>To whoever takes somebody's place: what waits for her.</summary>
    public const string Succession = "prise-de-relais";

    /// <summary>To a colleague of whoever left, or cannot be reached any more: who takes the place?</summary>
    public const string NameSuccessor = "demande-successeur";

    /// <summary>What invites the whole network to a meeting; without it, the convocation does.</summary>
    public const string OpenMeeting = "invitation-rencontre";

    /// <summary>The receipt of an answer given by mail: what was understood.</summary>
    public const string MailReceipt = "accuse-courriel";

    /// <summary>The receipt of a secret ballot; needed where a vote is secret.</summary>
    public const string SecretReceipt = "accuse-secret";

    /// <summary>To whoever contributed something to a newsletter that a colleague took out; needed where a platform has one.</summary>
    public const string ContributionGone = "contribution-retiree";

    /// <summary>A working group starts; needed where a platform has some.</summary>
    public const string GroupLaunched = "groupe-lance";

    /// <summary>To whoever pilots a group that starts: what is to be done; needed where a platform has some.</summary>
    public const string GroupPilot = "groupe-pilote";

    /// <summary>The launch meeting a pilot proposed is planned; needed where a platform has groups.</summary>
    public const string LaunchMeetingAgreed = "reunion-lancement-prevue";

    /// <summary>The launch meeting a pilot proposed must change; needed where a platform has groups.</summary>
    public const string LaunchMeetingDeclined = "reunion-lancement-a-revoir";

    /// <summary>It is moved before its invitation has left; needed where a platform has groups.</summary>
    public const string LaunchMeetingMoved = "reunion-lancement-deplacee";

    /// <summary>It is called off before its invitation has left; needed where a platform has groups.</summary>
    public const string LaunchMeetingCalledOff = "reunion-lancement-annulee";

    /// <summary>What a platform with working groups must have words for.</summary>
    public static IReadOnlyList<string> Groups { get; } = [GroupLaunched, GroupPilot, GroupCarriedOver, LaunchMeetingAgreed, LaunchMeetingDeclined, LaunchMeetingMoved, LaunchMeetingCalledOff];

    /// <summary>A working group is put off; needed where a platform has some.</summary>
    public const string GroupCarriedOver = "groupe-reporte";

    /// <summary>Somebody asked for a place and must confirm; needed, like the four that follow, to open a registration.</summary>
    public const string RegistrationAsked = "inscription-demandee";

    public const string RegistrationConfirmed = "inscription-confirmee";

    public const string RegistrationWaiting = "inscription-attente";

    /// <summary>Who waited has a place.</summary>
    public const string RegistrationPlaceFound = "inscription-place";

    public const string RegistrationReminder = "inscription-rappel";

    /// <summary>What a registration open to all writes.</summary>
    public static IReadOnlyList<string> Registration { get; } =
        [RegistrationAsked, RegistrationConfirmed, RegistrationWaiting, RegistrationPlaceFound, RegistrationReminder];

    /// <summary>Calls for contributions to an edition; needed, like the three that follow, where a platform has a newsletter.</summary>
    public const string EditionCall = "appel-contributions";

    /// <summary>Puts the articles of an edition to its editors.</summary>
    public const string EditionReview = "relecture-lettre";

    /// <summary>Tells the coordinator what left, and what waits.</summary>
    public const string EditionSent = "numero-parti";

    /// <summary>Asks the coordinator what becomes of an edition of which nothing left.</summary>
    public const string EditionHeld = "numero-retenu";

    /// <summary>What a platform with a newsletter must have words for.</summary>
    public static IReadOnlyList<string> Editions { get; } = [EditionCall, EditionReview, EditionSent, EditionHeld];

    /// <summary>To an address given on the public form of the newsletters: confirm, or nothing comes; needed to open that form.</summary>
    public const string SubscriptionAsked = "abonnement-a-confirmer";

    /// <summary>A meeting of the programme is not held this time; needed where kinds of meeting have conditions.</summary>
    public const string NotHeld = "rencontre-non-tenue";

    /// <summary>Tells the coordinator, some morning, of mail that waits for her; a platform without this text is told on the first page alone.</summary>
    public const string MailWaiting = "courrier-en-attente";

    /// <summary>To whoever wrote what a person must read: it has arrived, and nothing of it counts yet. Without this text nothing is said.</summary>
    public const string ReplyWaits = "courriel-a-lire";

    /// <summary>To whoever writes that she wants no more messages: where she can see to it herself. Without this text nothing is said.</summary>
    public const string ObjectionRead = "courriel-opposition";

    /// <summary>To the référent of an organisation whose request to join is accepted: so it is, and what is kept of her. Without this text she gets that of anybody who is added.</summary>
    public const string JoinWelcome = "bienvenue-adhesion";

    /// <summary>To the members of a body: figures of the dashboard that pass a threshold; needed to send it.</summary>
    public const string Alerts = "alertes-tableau-de-bord";

    /// <summary>The receipt of a delivered file: what was found in it. Without this text that of any answer is written.</summary>
    public const string FileReceipt = "accuse-fichier";

    /// <summary>To whoever delivered a file: figures it hides can be worked out of what it publishes. Without this text only the coordinator is told.</summary>
    public const string LeakFound = "secret-a-revoir";

    private static readonly Dictionary<string, TextWords> _optional = new(StringComparer.Ordinal)
    {
        [RegistrationAsked] = Person(["année", "lieu"], "titre", "date", "clôture"),
        [RegistrationConfirmed] = Person(["année", "jour et heures", "titre", "lieu", "ordre du jour"], "date"),
        [RegistrationWaiting] = Person(["année", "jour et heures", "lieu"], "titre", "date"),
        [RegistrationPlaceFound] = Person(["année", "jour et heures", "titre", "lieu", "ordre du jour"], "date"),
        [RegistrationReminder] = Person(["année", "jour et heures", "titre", "lieu", "ordre du jour"], "date"),
        [SubscriptionAsked] = Person([], "lettres", "clôture"),
        [SecretReceipt] = Person(["année", "titre", "clôture"]),
        [ContributionGone] = Person(["année", "titre", "clôture", "par", "suite"], "contributions"),
        [OpenMeeting] = Person(["année", "titre", "jour et heures", "lieu"], "date", "ordre du jour"),
        [GroupLaunched] = Person(["année"], "titre", "pilote"),
        [GroupPilot] = Person(["année"], "titre"),
        [LaunchMeetingAgreed] = Person(["année", "durée", "lieu"], "titre", "date", "envoi"),
        [LaunchMeetingMoved] = Person(["année", "durée", "lieu", "ancienne date"], "titre", "date", "envoi"),
        [LaunchMeetingCalledOff] = Person(["année"], "titre", "date"),
        [LaunchMeetingDeclined] = Person(["année"], "titre", "raison"),
        [GroupCarriedOver] = Person(["année"], "titre", "raison"),
        [EditionCall] = Person(["année", "titre", "réunion"], "clôture"),
        [EditionReview] = Person(["année", "titre", "réunion"], "clôture"),
        [EditionSent] = Person(["année"], "titre", "suite", "propositions"),
        [EditionHeld] = Person(["année"], "titre", "suite", "propositions"),
        [NotHeld] = Person(["année", "rencontre", "suite"], "titre", "raison"),
        [MailWaiting] = Person([], "messages", "depuis"),
        [ReplyWaits] = Person(["jour"], "suite"),
        [ObjectionRead] = Person(["jour"]),
        [JoinWelcome] = Person([], "source"),
        [FileReceipt] = Person(["année", "titre", "clôture"], "fichier", "constat", "réponse"),
        [LeakFound] = Person(["année", "titre", "clôture"], "réponse"),
        [Alerts] = Person(["titre", "nombre"], "alertes", "adresse"),
    };

    /// <summary>What any invitation may hold; it must say until when.</summary>
    public static TextWords Invitation { get; } = Person(["année", "titre", "réunion"], "clôture");

    /// <summary>What one may hold that asks producers about their entries: besides, their titles.</summary>
    public static TextWords ProducersInvitation { get; } = Invitation with { Allowed = [.. Invitation.Allowed, "fiches"] };

    /// <summary>What one may hold that asks for data files: besides, those expected, and until when the first of them.</summary>
    public static TextWords DeliveriesInvitation { get; } = Invitation with { Allowed = [.. Invitation.Allowed, "livraisons", "échéance"] };

    /// <summary>What some invitation may hold, where nothing says what it invites to.</summary>
    internal static TextWords AnyInvitation { get; } = Invitation with { Allowed = [.. Invitation.Allowed, "fiches", "livraisons", "échéance"] };

    /// <summary>What the words of a consultation (title, heading) may hold.</summary>
    public static IReadOnlyCollection<string> Words { get; } = ["année", "clôture"];

    /// <summary>What its lede and its reminder may hold besides: when the meeting is that it asks about.</summary>
    public static IReadOnlyCollection<string> Sentences { get; } = [.. Words, "réunion"];

    /// <summary>What titles of steps, sheets and introductions may hold.</summary>
    public static IReadOnlyCollection<string> Year { get; } = ["année"];

    /// <summary>The texts every platform needs, whatever its calendar.</summary>
    public static IReadOnlyCollection<string> Names => _fixed.Keys;

    /// <summary>What a text of a platform may hold: that of the catalogue, else that of the invitation it is.</summary>
    public static TextWords Of(string name, Platform platform) => Find(name) ?? InvitationOf(name, platform);

    /// <summary>What an invitation may hold, by what every consultation that it invites to asks.</summary>
    internal static TextWords InvitationOf(string name, Platform platform)
    {
        var invited = platform.Consultations.Where(consultation => consultation.Invitation == name).ToList();
        return invited.Count == 0 ? Invitation
            : invited.All(consultation => consultation.AsksProducers()) ? ProducersInvitation
            : invited.All(consultation => consultation.AsksDeliveries()) ? DeliveriesInvitation : Invitation;
    }

    /// <summary>What a text other than an invitation may hold; null when the program has no use for it.</summary>
    public static TextWords? Find(string name) => _fixed.GetValueOrDefault(name) ?? _optional.GetValueOrDefault(name);

    /// <summary>Whether the text leads its reader somewhere; the code to enter is typed.</summary>
    public static bool HasButton(string name) => name != "code-connexion";

    private static TextWords Person(string[] more, params string[] needed) => new([.. _person.Union(more).Union(needed)], needed);
}

/// <param name="Allowed">Words the program fills.</param>
/// <param name="Needed">Words without which the text would not say what it is for.</param>
public sealed record TextWords(IReadOnlyCollection<string> Allowed, IReadOnlyCollection<string> Needed);
