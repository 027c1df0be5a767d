namespace Almanach.Local.Hosting;

/// <summary>The folder that holds everything a platform has on one machine.</summary>
public sealed class DataFolder(string path)
{
    public const string Default = "almanach-data";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The SQLite file.</summary>
    public string Database => In("almanach.db");

    /// <summary>Uploads, documents, and the outbox under <c>mails/</c>.</summary>
    public string Files => In("files");

    /// <summary>Messages that arrive, one file each, where no other folder is set.</summary>
    public string Incoming => In("courrier");

    /// <summary>Where data files may be laid down, in a folder for each expected delivery; whoever wants it makes it.</summary>
    public string Drop => In("depot");

    /// <summary>What the person who runs the host decides; may be absent.</summary>
    public string Settings => In("almanach.json");

    /// <summary>The secrets, readable by the owner alone.</summary>
    public string Keys => In("keys.json");

    /// <summary>Creates it, closed to other accounts of the machine.</summary>
    public void Make()
    {
        if (Directory.Exists(Path))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Path);
        else
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
