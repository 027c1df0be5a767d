using System.Text.Json;
using Almanach.Core.Tests.Platforms;

namespace Almanach.Core.Tests.Data.Secrecy;

/// <summary>The published examples, kept outside the repository.</summary>
internal static class Examples
{
    public static JsonElement Given(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Folders.Root, "..", "shared", "data", "secrecy-examples.json"));
        Assert.SkipUnless(File.Exists(path), "The published examples of ../shared/data/secrecy-examples.json are not on this machine.");
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        return file.RootElement.GetProperty(name).Clone();
    }
}
