using System.Runtime.CompilerServices;
using System.Text;

namespace Almanach.Web.Tests.Mail;

/// <summary>
/// Compares with a file that a person has looked at and approved. On a difference the new bytes are written beside it as
/// <c>name.received.ext</c>: approve them by renaming, or mend the code.
/// </summary>
internal static class Approved
{
    public static void Is(string fileName, string received, [CallerFilePath] string test = "") =>
        Is(fileName, Encoding.UTF8.GetBytes(received), test);

    public static void Is(string fileName, byte[] received, [CallerFilePath] string test = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(test)!, "approved", fileName);
        var beside = Path.ChangeExtension(approved, ".received" + Path.GetExtension(approved));
        if (File.Exists(approved) && File.ReadAllBytes(approved).AsSpan().SequenceEqual(received))
        {
            File.Delete(beside);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
        File.WriteAllBytes(beside, received);
        Assert.Fail($"{fileName} is not what was approved: compare it with {Path.GetFileName(beside)}.");
    }
}
