using Almanach.Adapters.Territories;

namespace Almanach.Local.Territories;

/// <summary>
/// Brings a file from the disk or from the web. An address is http or https and nothing else, also where it leads on to:
/// <c>file:</c> opens no file of this machine.
/// </summary>
internal static class TerritoryFetch
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int MostHops = 5;

    /// <exception cref="TerritoryFileException">Not there, too large, or no answer.</exception>
    public static async Task<TerritoryUpload> Get(string from, string? credit, CancellationToken stop)
    {
        if (!from.Contains("://", StringComparison.Ordinal))
            return new TerritoryUpload(Path.GetFileName(from), await Disk(from, stop), credit);
        if (!Uri.TryCreate(from, UriKind.Absolute, out var address) || !IsWeb(address))
            throw new TerritoryFileException("Seules les adresses en https (ou http) se téléchargent. Pour un fichier de cette machine, donnez son chemin.");
        // Without what may be secret: a password, a key in the query.
        return new TerritoryUpload(address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped), await Web(address, stop), credit);
    }

    private static async Task<byte[]> Disk(string path, CancellationToken stop)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new TerritoryFileException("Ce fichier n’existe pas. Vérifiez le chemin donné.");
        if (file.Length > TerritoryImport.MostBytes)
            throw TooLarge();
        return await File.ReadAllBytesAsync(path, stop);
    }

    private static async Task<byte[]> Web(Uri address, CancellationToken stop)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(20) };
        using var http = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = TerritoryImport.MostBytes };
        try
        {
            for (var hop = 0; hop <= MostHops; hop++)
            {
                using var response = await http.GetAsync(address, stop);
                if (response.IsSuccessStatusCode)
                    return await response.Content.ReadAsByteArrayAsync(stop);
                if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } next || !IsWeb(new Uri(address, next)))
                    throw new TerritoryFileException($"Le serveur répond {(int)response.StatusCode}. Vérifiez l’adresse, ou téléchargez le fichier avec un navigateur puis donnez son chemin.");
                address = new Uri(address, next);
            }
            throw new TerritoryFileException("L’adresse mène d’une adresse à l’autre sans fin. Téléchargez le fichier avec un navigateur, puis donnez son chemin.");
        }
        catch (HttpRequestException tooLarge) when (tooLarge.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw TooLarge();
        }
        catch (HttpRequestException)
        {
            throw new TerritoryFileException("Le serveur ne répond pas. Vérifiez l’adresse et l’accès au web, ou téléchargez le fichier avec un navigateur puis donnez son chemin.");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TerritoryFileException("Le téléchargement a duré plus de cinq minutes. Téléchargez le fichier avec un navigateur, puis donnez son chemin.");
        }
    }

    private static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;

    private static TerritoryFileException TooLarge() => new("Le fichier dépasse 300 mégaoctets. Choisissez des contours moins précis.");
}
