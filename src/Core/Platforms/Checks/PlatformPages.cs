using Almanach.Core.Library.Pages;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms.Checks;

/// <summary>Reads the texts of the public pages, <c>pages/*.md</c>; a folder may have none.</summary>
internal static class PlatformPages
{
    public static IReadOnlyDictionary<string, string> Read(IReadOnlyDictionary<string, byte[]> files, List<Problem> problems)
    {
        Dictionary<string, string> pages = new(StringComparer.Ordinal);
        foreach (var path in files.Keys.Where(path => path.StartsWith(PlatformFolder.PagesFolder, StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = path[PlatformFolder.PagesFolder.Length..^3];
            var found = new Findings(path, problems);
            pages[name] = TextBytes.Read(files[path], found);
            if (!PageShelf.Names.Contains(name))
                found.Warn("", $"Aucune page n’emploie le texte « {name} ».", $"Le nommer comme une de ces pages : {string.Join(", ", PageShelf.Names)}.");
        }
        return pages;
    }
}
