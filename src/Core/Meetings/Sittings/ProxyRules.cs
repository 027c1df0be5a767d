using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings.Sittings;

/// <summary>Who may represent whom (pouvoirs). Pure.</summary>
public static class ProxyRules
{
    /// <summary>What is amiss with the proxies of a sheet. Field names are those of the cockpit's form.</summary>
    /// <param name="proxies">Who is represented, and by whom.</param>
    /// <param name="nameOf">The name of a contact.</param>
    public static IReadOnlyList<FieldError> Check(
        Body body, IReadOnlyList<Seat> seats, IReadOnlyDictionary<string, AttendanceMode> modes, IReadOnlyDictionary<string, string> proxies, Func<string, string> nameOf)
    {
        List<FieldError> errors = [];
        foreach (var contact in modes.Where(row => row.Value == AttendanceMode.Represented).Select(row => row.Key).Order(StringComparer.Ordinal))
            if (Problem(body, seats, modes, contact, proxies.GetValueOrDefault(contact), nameOf) is { } problem)
                errors.Add(new FieldError($"pouvoir-{contact}", problem));
        if (errors.Count == 0)
            errors.AddRange(proxies.Where(pair => modes.GetValueOrDefault(pair.Key) == AttendanceMode.Represented).GroupBy(pair => pair.Value)
                .Where(held => held.Count() > body.Proxies).OrderBy(held => held.Key, StringComparer.Ordinal)
                .Select(held => new FieldError($"pouvoir-{held.Select(pair => pair.Key).Max(StringComparer.Ordinal)}",
                    $"{nameOf(held.Key)} porterait {held.Count()} pouvoirs\u00A0: cette instance en admet {body.Proxies} par personne. Donnez l’un d’eux à quelqu’un d’autre.")));
        return errors;
    }

    /// <summary>Only who is represented has a proxy: what the form still holds of others is dropped.</summary>
    public static IReadOnlyDictionary<string, string> Kept(IReadOnlyDictionary<string, AttendanceMode> modes, IReadOnlyDictionary<string, string> proxies) =>
        proxies.Where(pair => pair.Value.Length > 0 && modes.TryGetValue(pair.Key, out var mode) && mode == AttendanceMode.Represented).ToDictionary();

    /// <summary>The members that people named when they answered: a proposal, to be checked like any other.</summary>
    /// <param name="members">Names of the members, by contact.</param>
    public static IReadOnlyDictionary<string, string> Announced(IReadOnlyDictionary<string, AnswerValue.Attendance> said, IReadOnlyDictionary<string, string> members)
    {
        var named = members.Select(pair => (Contact: pair.Key, Words: Words(pair.Value).ToHashSet())).Where(pair => pair.Words.Count > 0).ToList();
        return said.Where(pair => pair.Value is { Mode: AttendanceMode.Represented, Representative.Length: > 0 })
            .Select(pair => (pair.Key, Holder: named.Where(member => member.Words.SetEquals(Words(Name(pair.Value.Representative)))).ToList() is [var only] ? only.Contact : null))
            .Where(pair => pair.Holder is not null && pair.Holder != pair.Key).ToDictionary(pair => pair.Key, pair => pair.Holder!);
    }

    private static readonly string[] Civilities = ["m", "mme", "mlle", "mr", "madame", "monsieur", "dr"];

    /// <summary>What stands before the organisation: « Mme Martin Claire (Insee) », « Claire Martin, Insee ».</summary>
    private static string Name(string typed) => typed.Split([',', '(', ';', ':', '–', '/'])[0];

    /// <summary>The words of a name, in whatever order and case; a compound first name is one word.</summary>
    private static string[] Words(string name) =>
        [.. Typography.Fold(name).Split([' ', '.', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries).Where(word => !Civilities.Contains(word))];

    private static string? Problem(
        Body body, IReadOnlyList<Seat> seats, IReadOnlyDictionary<string, AttendanceMode> modes, string contact, string? holder, Func<string, string> nameOf)
    {
        var name = nameOf(contact);
        if (body.Proxies == 0)
            return $"Cette instance n’admet pas de pouvoir\u00A0: notez {name} en absence, excusée ou non.";
        if (string.IsNullOrEmpty(holder))
            return $"Dites qui représente {name}, parmi les membres présents.";
        if (holder == contact)
            return $"{name} ne peut pas se représenter elle-même ou lui-même\u00A0: choisissez un autre membre.";
        if (seats.FirstOrDefault(seat => seat.Contact == holder) is not { } seat)
            return $"La personne qui représente {name} n’est pas membre de cette instance. Choisissez un membre présent.";
        if (!modes.TryGetValue(holder, out var mode) || mode == AttendanceMode.Excused)
            return $"{nameOf(holder)} n’est pas là et ne peut pas représenter {name}. Choisissez un membre présent.";
        if (mode == AttendanceMode.Represented)
            return $"{nameOf(holder)} se fait représenter\u00A0: un pouvoir ne se transmet pas. Choisissez pour {name} un membre présent.";
        return body.ProxiesWithinCollege && seats.FirstOrDefault(other => other.Contact == contact)?.College != seat.College
            ? $"{nameOf(holder)} n’est pas du même collège que {name}\u00A0: cette instance ne l’admet pas. Choisissez un membre du même collège."
            : null;
    }
}
