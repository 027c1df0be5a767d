using System.Text;
using Almanach.Core.Network;

namespace Almanach.Local.Export;

/// <summary>The network as the tables of a platform's folder: what is written here is read there.</summary>
public static class NetworkCsv
{
    public static byte[] Organisations(Roster roster) => Table(
        ["id", "nom", "pour", "college", "type", "charte", "engagement", "actif"],
        roster.Organisations.Values.Select(one => new[]
        {
            one.Id, one.Name, one.For, one.College, one.Kind, one.CharterSigned is { } day ? Day(day) : "", one.Commitment, YesNo(one.Active),
        }));

    public static byte[] Contacts(Roster roster) => Table(
        ["id", "organisme", "prenom", "nom", "courriel", "fonction", "roles", "source", "depuis", "actif"],
        roster.Contacts.Values.Where(one => !one.IsErased).Select(one => new[]
        {
            one.Id, one.Organisation, one.FirstName, one.LastName, one.Address, one.Function, string.Join(' ', one.Roles.Select(role => Word(one, role))), one.Source,
            Day(one.Since), YesNo(one.Active),
        }));

    private static string Word(Contact contact, Role role)
    {
        var kind = $"{role.Kind}".ToLowerInvariant();
        return role.Body is not { } body ? kind : contact.TermIn(body) is { } term ? $"{kind}:{body}:{Day(term.Until)}" : $"{kind}:{body}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    private static string YesNo(bool value) => value ? "oui" : "non";

    private static byte[] Table(string[] header, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
            text.AppendJoin(';', row.Select(Quoted)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(";\"\n\r") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
