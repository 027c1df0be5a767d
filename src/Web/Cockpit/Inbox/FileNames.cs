namespace Almanach.Web.Cockpit.Inbox;

/// <summary>Names of files that strangers chose.</summary>
internal static class FileNames
{
    /// <summary>The last part of the name, of characters a name may have; « pièce-2 » for none.</summary>
    public static string Safe(string name, int number)
    {
        var last = name.Split('/', '\\')[^1];
        var kept = string.Concat(last.Where(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' or '(' or ')')).Trim(' ', '.');
        return kept.Length == 0 ? $"piece-{number}" : kept.Length > 100 ? kept[^100..] : kept;
    }
}
