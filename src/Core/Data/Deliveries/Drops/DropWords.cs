namespace Almanach.Core.Data.Deliveries.Drops;

/// <summary>What is said of files that were laid down, in words.</summary>
public static class DropWords
{
    /// <summary>« rsa.csv », dans « rsa-caf-rhone ».</summary>
    public static string Place(SeenDrop seen) => $"«\u00A0{seen.Name}\u00A0»{(seen.Folder.Length > 0 ? $", dans «\u00A0{seen.Folder}\u00A0»" : "")}";
}
