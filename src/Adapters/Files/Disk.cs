using System.Runtime.InteropServices;

namespace Almanach.Adapters.Files;

/// <summary>What .NET cannot say to the disk: take a name only if it is free, and make names durable.</summary>
internal static partial class Disk
{
    private const int AlreadyExists = 17;

    /// <summary>Gives the file a name of its own, atomically: false when the name is taken. The first name may remain.</summary>
    public static bool MoveToFreeName(string from, string to)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                File.Move(from, to, overwrite: false);
                return true;
            }
        }
        catch (IOException) when (File.Exists(to))
        {
            return false;
        }

        // File.Move asks first and renames then: two at once would both believe they came first. link(2) does not.
        if (Link(from, to) == 0)
            return true;
        var error = Marshal.GetLastPInvokeError();
        if (error == AlreadyExists)
            return false;
        throw new IOException($"The file could not be given its name: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    /// <summary>Makes the names in a folder survive a power cut (fsync of the folder; Windows does it by itself).</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(folder, 0);
        if (handle < 0)
            throw new IOException($"The folder could not be flushed: {Marshal.GetLastPInvokeErrorMessage()}");
        var flushed = Fsync(handle);
        _ = Close(handle);
        if (flushed != 0)
            throw new IOException("The folder could not be flushed.");
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
