namespace Almanach.Web.Cockpit;

/// <summary>Addresses of the cockpit that its pages lead to.</summary>
internal static class Addresses
{
    public const string Messages = "/cockpit/messages";
    public const string Inbox = "/cockpit/courrier";
    public const string Joins = "/cockpit/adhesions";
    public const string PersonalData = "/cockpit/donnees";
    public const string Letters = "/cockpit/lettres";
    public const string Catalogue = "/cockpit/catalogue";

    public const string Series = "/cockpit/series";

    public const string Portraits = "/cockpit/portraits";

    public const string Deliveries = "/cockpit/livraisons";
    public const string Journal = "/cockpit/journal";

    public static string Year(int year) => $"/cockpit/annee/{year}";

    public static string Prepare(int year) => $"{Year(year)}/preparer";

    public static string Wheel(int year) => $"{Year(year)}/roue";

    public static string Load(int year) => $"{Year(year)}/charge";

    public static string Step(int year, string step) => $"/cockpit/etape/{year}/{step}";

    /// <param name="name">« 2022/collecte », as effects and messages name their step.</param>
    public static string? Step(string name) =>
        name.Split('/') is [var year, { Length: > 0 } step] && int.TryParse(year, out var number) ? Step(number, step) : null;

    public static string Consultation(string id) => $"/cockpit/consultations/{id}";

    public static string Meeting(string id) => $"/cockpit/reunions/{id}";

    public static string Programme(int year) => $"/cockpit/programme/{year}";

    /// <param name="step">That draws the minutes up.</param>
    public static string Approval(int year, string step) => $"{Programme(year)}/documents/{step}/approuver";

    public static string Themes(int year) => $"/cockpit/themes/{year}";

    public const string Subjects = "/cockpit/themes/sujets";

    public static string Groups(int year) => $"/cockpit/groupes/{year}";

    /// <param name="id">Of a group that was launched.</param>
    public static string Group(string id) => $"/cockpit/groupes/suivi/{id}";

    /// <param name="id">Of an edition of a newsletter.</param>
    public static string Edition(string id) => $"{Letters}/{id}";

    public static string Organisation(string id) => $"/cockpit/reseau/{id}";

    /// <param name="id">Of somebody in the network.</param>
    public static string Contact(string id) => $"/cockpit/reseau/personnes/{id}";

    public static string Message(string key) => $"{Messages}/{Uri.EscapeDataString(key)}";

    /// <param name="id">Of a message that arrived.</param>
    public static string Received(string id) => $"{Inbox}/{Uri.EscapeDataString(id)}";

    public static string Text(string id) => $"/cockpit/textes/{id}";
}
