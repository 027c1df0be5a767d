namespace Almanach.Core.Documents;

/// <summary>The right-hand cell of a sheet's row as it is drawn: a paragraph, bullets, or one that introduces the others.</summary>
/// <param name="Lead">The paragraph; null when the cell is a list alone.</param>
public sealed record SheetContents(string? Lead, IReadOnlyList<string> Bullets)
{
    /// <summary>One text is a paragraph; several are bullets; a first one that ends with a colon introduces them.</summary>
    public static SheetContents Of(SheetRow row)
    {
        if (row.Contents.Count <= 1)
            return new(row.Contents.Count == 1 ? row.Contents[0] : "", []);
        return row.Contents[0].EndsWith(':') ? new(row.Contents[0], [.. row.Contents.Skip(1)]) : new(null, row.Contents);
    }
}
