namespace Almanach.Local.Hosting;

/// <summary>
/// A demonstration's clock has one hand: one process at a time. (Several may serve a real platform's folder.) The system
/// lets go of the file when the process ends, however it ends.
/// </summary>
public sealed class SoleProcess : IDisposable
{
    private readonly FileStream held;

    private SoleProcess(FileStream held) => this.held = held;

    /// <exception cref="StartRefusedException">Another process has the folder.</exception>
    public static SoleProcess Over(DataFolder folder)
    {
        folder.Make();
        try
        {
            return new SoleProcess(new FileStream(Path.Combine(folder.Path, "demonstration.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new StartRefusedException($"La démonstration du dossier {folder.Path} tourne déjà. Ouvrez-la, arrêtez-la, ou indiquez un autre dossier avec --data.");
        }
    }

    public void Dispose() => held.Dispose();
}
