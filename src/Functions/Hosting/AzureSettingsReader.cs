using System.Globalization;
using Almanach.Core.Links;
using Almanach.Core.Mail.Events;
using Almanach.Core.Mail.Inbox;
using Microsoft.Extensions.Configuration;

namespace Almanach.Functions.Hosting;

/// <summary>Reads the application's settings and says in French what cannot work, each setting by the name it bears.</summary>
public sealed class AzureSettingsReader
{
    /// <summary>Bytes of a key that signs; characters of the key of the API.</summary>
    public const int KeyLength = 32;

    private const string Environment = "Almanach:Environment";
    private const string Usual = "production";

    private readonly IConfiguration settings;
    private readonly List<string> problems = [];

    private AzureSettingsReader(IConfiguration settings) => this.settings = settings;

    /// <returns>The settings, or null with the problems.</returns>
    public static (AzureSettings? Settings, IReadOnlyList<string> Problems) Read(IConfiguration settings)
    {
        var reader = new AzureSettingsReader(settings);
        var read = reader.Settle();
        return (reader.problems.Count == 0 ? read : null, reader.problems);
    }

    /// <summary>Whether this is production, as it also is when nothing is said: the one place that reads it.</summary>
    public static bool IsProduction(IConfiguration settings) => Word(settings, Environment) is "" or Usual;

    private AzureSettings Settle() => new(
        Production(), Root(), Platform(), Year(), new AzureKeys(Links(), Secret("Almanach:Keys:Session"), Api()), Incoming(), Events());

    private bool Production()
    {
        if (Word(Environment) is { } word and not ("" or Usual or "development"))
            Wrong(Environment, $"«\u00A0{word}\u00A0» n’existe pas. Choisissez «\u00A0{Usual}\u00A0» ou «\u00A0development\u00A0».");
        return IsProduction(settings);
    }

    private string Root()
    {
        var root = Word("Almanach:Root").TrimEnd('/');
        if (!Uri.TryCreate(root, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Query.Length > 0)
            Wrong("Almanach:Root", "l’adresse publique manque ou n’est pas comprise. Indiquez celle que portent les liens des messages, par exemple https://pfoss.example.org.");
        else if (address is { Scheme: "http", IsLoopback: false })
            Wrong("Almanach:Root", "cette adresse n’est pas chiffrée\u00A0: les liens personnels passeraient en clair. Indiquez une adresse en https.");
        return root;
    }

    private string Platform()
    {
        var folder = Word("Almanach:Platform");
        if (folder.Length == 0 || !folder.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            Wrong("Almanach:Platform", "le dossier de la plate-forme manque ou n’est pas compris. Indiquez son nom dans platforms, par exemple pfoss-ara.");
        return folder;
    }

    private int Year()
    {
        if (int.TryParse(Word("Almanach:Year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100)
            return year;
        Wrong("Almanach:Year", "la première année de travail à ouvrir manque ou n’est pas comprise. Indiquez par exemple 2027.");
        return 0;
    }

    private LinkKeys Links()
    {
        List<KeyValuePair<string, byte[]>> keys = [];
        var broken = false;
        foreach (var line in Word("Almanach:Keys:Links").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (line.IndexOf(':') is > 0 and <= 2 and var at && Bytes(line[(at + 1)..]) is { } bytes)
                keys.Add(new(line[..at], bytes));
            else
                broken = true;
        if (broken || keys.Count == 0 || keys.DistinctBy(key => key.Key).Count() != keys.Count)
            Wrong("Almanach:Keys:Links", $"les clés qui signent les liens manquent ou ne sont pas comprises. Écrivez-les «\u00A01:…\u00A0», la plus récente d’abord, séparées par des points-virgules\u00A0; chacune est de {KeyLength} octets en base 64.");
        return new LinkKeys(keys);
    }

    private byte[] Secret(string name)
    {
        if (Bytes(Word(name)) is { } bytes)
            return bytes;
        Wrong(name, $"cette clé manque ou n’est pas comprise. Indiquez {KeyLength} octets au hasard, en base 64.");
        return [];
    }

    private string Api()
    {
        var key = Word("Almanach:Keys:Api");
        if (key.Length < KeyLength)
            Wrong("Almanach:Keys:Api", $"la clé de l’API manque ou est trop courte. Indiquez {KeyLength} caractères au hasard ou plus.");
        return key;
    }

    private IncomingSettings Incoming()
    {
        var incoming = new IncomingSettings(Word("Almanach:Incoming:Box"), "", Word("Almanach:Incoming:Key"));
        foreach (var problem in incoming.Problems())
            Wrong("Almanach:Incoming:Box", problem);
        return incoming;
    }

    private string Events()
    {
        var key = Word("Almanach:SendGrid:EventsKey");
        using var seal = EventSeal.Of(key);
        if (key.Length > 0 && seal is null)
            Wrong("Almanach:SendGrid:EventsKey", "cette clé publique n’est pas comprise. Recopiez entière celle que montre SendGrid (Settings, Mail Settings, Event Webhook, Signed Event Webhook), ou laissez vide.");
        return key;
    }

    /// <summary>Null for what is not base 64 of enough bytes.</summary>
    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= KeyLength ? bytes[..length] : null;
    }

    private string Word(string name) => Word(settings, name);

    private static string Word(IConfiguration settings, string name) => settings[name]?.Trim() is { } word && !IsReference(word) ? word : "";

    /// <summary>A reference to the vault that the platform could not follow stays as it was written: it is no value, least of all a key.</summary>
    internal static bool IsReference(string word) => word.StartsWith("@Microsoft.KeyVault", StringComparison.OrdinalIgnoreCase);

    private void Wrong(string name, string what) => problems.Add($"{name.Replace(":", "__", StringComparison.Ordinal)}\u00A0: {what}");
}
