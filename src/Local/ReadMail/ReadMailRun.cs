using Almanach.Adapters.Html;
using Almanach.Core.Mail.Incoming;
using Almanach.Local.Commands;

namespace Almanach.Local.ReadMail;

/// <summary>Reads one message from a file and says what it is. Nothing is recorded.</summary>
public static class ReadMailRun
{
    public static async Task<int> Run(string file, bool json, CancellationToken stop)
    {
        if (!File.Exists(file))
            return Refuse($"Le fichier {file} n’existe pas. Vérifiez le chemin donné.");
        var length = new FileInfo(file).Length;
        if (length == 0)
            return Refuse($"Le fichier {file} est vide. Enregistrez le message entier, en-têtes compris, puis recommencez.");
        if (length > IncomingReader.MostBytes)
            return Refuse($"Le fichier dépasse {IncomingReader.MostBytes / 1_000_000}\u00A0Mo. Retirez les pièces jointes, puis recommencez.");

        var mail = new IncomingReader(new HtmlText()).Read(await File.ReadAllBytesAsync(file, stop));
        Console.Out.Write((json ? ReadMailJson.Of(mail) : ReadMailText.Of(mail)) + "\n");
        return ExitCode.Fine;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCode.Refused;
    }
}
