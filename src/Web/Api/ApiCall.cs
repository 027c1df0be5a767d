using System.Globalization;
using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Web.Api;

/// <summary>One call of the API: its office, its instant, what its address says.</summary>
internal sealed class ApiCall(Office office, HttpContext context)
{
    public const string Actor = "coordination";

    /// <summary>What the rules call the fields of a meeting to plan or to decide on, and what the API does.</summary>
    public static IReadOnlyDictionary<string, string> MeetingNames { get; } = new Dictionary<string, string>
    {
        ["jour"] = "starts",
        ["duree"] = "minutes",
        ["lieu"] = "place",
        ["lien"] = "link",
        ["ordre"] = "agenda",
        ["invitation"] = "invites",
        ["malgre"] = "despite",
        ["raison"] = "reason",
        ["motif"] = "reason",
    };

    public Office Office => office;

    public DateTimeOffset Now { get; } = office.Now;

    public CancellationToken Stop => context.RequestAborted;

    public int Year => int.Parse(this["year"], CultureInfo.InvariantCulture);

    /// <summary>A part of the address.</summary>
    public string this[string name] => (string)context.Request.RouteValues[name]!;

    /// <summary>A day of the query (<c>2022-03-07</c>), or another one when it is not given; null when it is no day.</summary>
    public DateOnly? Day(string name, DateOnly otherwise) =>
        context.Request.Query[name].ToString() is not { Length: > 0 } text ? otherwise
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsSound(day) ? day : null;

    /// <summary>An instant of the query (ISO 8601 with its offset, whose plus sign a query turns into a space); null when it is none.</summary>
    public DateTimeOffset? Instant(string name) =>
        DateTimeOffset.TryParseExact(context.Request.Query[name].ToString().Replace(' ', '+'), ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && IsSound(DateOnly.FromDateTime(instant.UtcDateTime)) ? instant : null;

    /// <summary>Words of the query on one line; empty when they are not given.</summary>
    public string Words(string name) => Line(context.Request.Query[name].ToString());

    public ITables Tables => context.RequestServices.GetRequiredService<ITables>();

    /// <summary>A text as a form of the cockpit would send it: one line, no control character.</summary>
    public static string Line(string text) => string.Join(' ', Hosting.Fields.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Local midnight at which a day begins.</summary>
    public DateTimeOffset Begins(DateOnly day) => office.Setting.Zone.At(day, TimeOnly.MinValue);

    public DateOnly Today => office.Setting.Zone.DayOf(Now);

    public static ApiAnswer BadDay(string name) =>
        ApiAnswer.Of(Refusal.Invalid(new FieldError(name, $"Donnez «\u00A0{name}\u00A0» comme 2022-03-07, entre 2000 et 2100.")));

    public static ApiAnswer BadInstant(string name) =>
        ApiAnswer.Of(Refusal.Invalid(new FieldError(name, "Donnez des dates entre 2000 et 2100, avec leur décalage horaire.")));

    public static bool IsSound(DateTimeOffset instant) => IsSound(DateOnly.FromDateTime(instant.UtcDateTime));

    /// <summary>Dates that calendars and stamps can bear.</summary>
    public static bool IsSound(DateOnly day) => day.Year is >= 2000 and <= 2100;

    /// <summary>A name in an address or a reference: letters, digits, dash, dot, underscore.</summary>
    public static bool IsName(string text, int most = 200) =>
        text.Length > 0 && text.Length <= most && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
