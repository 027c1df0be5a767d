using System.Runtime.CompilerServices;

namespace Almanach.Web.Tests.Documents;

/// <summary>
/// Compares with the file a person approved, beside the test. To approve a change: run with <c>APPROVE=1</c>, then read the
/// difference in git.
/// </summary>
internal static class Approved
{
    public static void Matches(string name, string actual, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, name);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
    }
}
