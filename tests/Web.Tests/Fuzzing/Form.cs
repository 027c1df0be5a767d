using System.Globalization;
using System.Text;
using Almanach.Core.Tests.Library;
using Almanach.Web.Tests.CockpitRooms;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Fuzzing;

/// <summary>One field of a posted form.</summary>
/// <param name="File">Bytes of a file, whose name is the value; null for words.</param>
internal sealed record FormField(string Name, string Value, byte[]? File = null);

/// <summary>A form as a browser would post it.</summary>
/// <param name="Filled">Its empty fields were filled.</param>
internal sealed record Form(string Action, IReadOnlyList<(string Name, string Value)> Headers, IReadOnlyList<FormField> Fields, bool Filled = false)
{
    private const string Boundary = "----AlmanachEssais";

    /// <summary>What people would send from a page: as it came, and with its empty fields filled; once for each button.</summary>
    public static IEnumerable<Form> Of(IHtmlFormElement form, string page, IReadOnlyList<(string Name, string Value)> headers, DateOnly today)
    {
        var action = form.GetAttribute("action") is { Length: > 0 } own ? own : page;
        var buttons = form.Elements.OfType<IHtmlButtonElement>().DistinctBy(button => (button.Name, button.Value, button.GetAttribute("formaction"))).Take(8).ToList<IHtmlButtonElement?>();
        foreach (var button in buttons.Count == 0 ? [null] : buttons)
            foreach (var filling in (bool[])[false, true])
            {
                var marked = new HashSet<string>();
                List<FormField> fields = [.. form.Elements.OfType<IHtmlElement>().SelectMany(element => Sent(element, filling, today, marked))];
                if (button is { Name.Length: > 0 })
                    fields.Add(new FormField(button.Name, button.Value));
                yield return new Form(button?.GetAttribute("formaction") ?? action, headers, fields, filling);
            }
    }

    public Shot Post()
    {
        if (!Fields.Any(field => field.File is not null))
            return new Shot("POST", Action, Headers, "application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(string.Join('&', Fields.Select(field => $"{Escaped(field.Name)}={Escaped(field.Value)}"))));
        using var body = new MemoryStream();
        foreach (var field in Fields)
        {
            body.Write(Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{field.Name}\"{(field.File is null ? "" : $"; filename=\"{field.Value}\"\r\nContent-Type: application/octet-stream")}\r\n\r\n"));
            body.Write(field.File ?? Encoding.UTF8.GetBytes(field.Value));
            body.Write("\r\n"u8);
        }
        body.Write(Encoding.UTF8.GetBytes($"--{Boundary}--\r\n"));
        return new Shot("POST", Action, Headers, $"multipart/form-data; boundary={Boundary}", body.ToArray());
    }

    /// <summary>As browsers do, except that half of a surrogate pair is sent as such.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
            if (text[at] < 128)
                escaped.Append(char.IsAsciiLetterOrDigit(text[at]) ? text[at] : text[at] == ' ' ? '+' : $"%{(int)text[at]:X2}");
            else if (at + 1 < text.Length && char.IsSurrogatePair(text, at))
                Bytes(Encoding.UTF8.GetBytes(text.Substring(at++, 2)));
            else
                Bytes(char.IsSurrogate(text[at]) ? [(byte)(0xE0 | (text[at] >> 12)), (byte)(0x80 | ((text[at] >> 6) & 63)), (byte)(0x80 | (text[at] & 63))] : Encoding.UTF8.GetBytes(text, at, 1));
        return escaped.ToString();

        void Bytes(byte[] bytes) => escaped.Append(string.Concat(bytes.Select(value => $"%{value:X2}")));
    }

    private static IEnumerable<FormField> Sent(IHtmlElement element, bool filling, DateOnly today, HashSet<string> marked) => element switch
    {
        IHtmlInputElement { Name.Length: > 0 } box when box.Type is "checkbox" => box.IsChecked || filling ? [new(box.Name, box.Value)] : [],
        IHtmlInputElement { Name.Length: > 0 } dot when dot.Type is "radio" => dot.IsChecked || (filling && !Chosen(dot) && marked.Add(dot.Name)) ? [new(dot.Name, dot.Value)] : [],
        IHtmlInputElement { Name.Length: > 0 } file when file.Type is "file" => filling ? [Upload(file)] : [],
        IHtmlInputElement { Name.Length: > 0 } input when input.Type is not ("submit" or "button") =>
            [new(input.Name, filling && input.Value.Length == 0 && input.Type != "hidden" && input.TabIndex >= 0 ? Typed(input, today) : input.Value)],
        IHtmlTextAreaElement { Name.Length: > 0 } area => [new(area.Name, filling && area.Value.Length == 0 ? "Un sujet utile à plusieurs départements." : area.Value)],
        IHtmlSelectElement { Name.Length: > 0 } select =>
            [new(select.Name, filling && select.Value is not { Length: > 0 } ? select.Options.Select(option => option.Value).FirstOrDefault(value => value.Length > 0) ?? "" : select.Value ?? "")],
        _ => [],
    };

    private static bool Chosen(IHtmlInputElement dot) => dot.Form?.Elements.OfType<IHtmlInputElement>().Any(other => other.Name == dot.Name && other.IsChecked) == true;

    private static string Typed(IHtmlInputElement input, DateOnly today) => input.Type switch
    {
        _ when input.GetAttribute("inputmode") == "numeric" || input.Name is "de" or "a" => "2021",
        _ when input.Type == "date" || input.Name!.StartsWith("jour", StringComparison.Ordinal) || input.Name.StartsWith("date-", StringComparison.Ordinal) =>
            today.AddDays(45 + (input.Name is [.., >= '0' and <= '9' and var digit] ? digit - '0' : 0)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "email" => "anne.martin@exemple.fr",
        "time" => "14:00",
        "number" => input.Minimum is { Length: > 0 } least ? least : "2",
        "url" => "https://exemple.fr/article",
        "tel" => "04 72 00 00 00",
        _ => input.Name!.Contains("adresse", StringComparison.Ordinal) ? "anne.martin@exemple.fr" : input.Name.Contains("annee", StringComparison.Ordinal) ? "2021" : "Les mobilités du quotidien",
    };

    private static FormField Upload(IHtmlInputElement file)
    {
        var accepted = file.GetAttribute("accept") ?? "";
        return accepted.Contains("jpeg", StringComparison.Ordinal) || accepted.Contains("image", StringComparison.Ordinal) ? new(file.Name!, "bus.jpg", Picture("bus.jpg"))
            : accepted.Contains("pdf", StringComparison.Ordinal) ? new(file.Name!, "bilan.pdf", SampleFiles.Pdf)
            : accepted.Contains("csv", StringComparison.Ordinal) ? new(file.Name!, "tableau.csv", "Organisme;Nom;Prénom;Courriel\r\nDépartement de la Drôme;Martin;Anne;anne.martin@exemple.fr\r\n"u8.ToArray())
            : new(file.Name!, "bilan.pdf", SampleFiles.Pdf);
    }

    public static byte[] Picture(string name) => File_(Path.Combine(CockpitHost.Root, "tests", "pictures", name));

    private static byte[] File_(string path) => System.IO.File.ReadAllBytes(path);
}
