namespace Almanach.Functions.Storage;

/// <summary>
/// The version of a record: the ETag of its row, and the commits it remembers, so that who replaces it hands them on
/// without reading it again.
/// </summary>
internal readonly record struct RowVersion(string ETag, CommitMarks Marks)
{
    public string Text => $"{ETag} {Marks.Text}";

    /// <summary>Null for a version we never gave: it matches no record, and the service would call it a bad request.</summary>
    public static RowVersion? Parse(string version)
    {
        var space = version.IndexOf(' ', StringComparison.Ordinal);
        return space > 4 && version.StartsWith("W/\"", StringComparison.Ordinal) && version[space - 1] == '"'
            ? new(version[..space], new(version[(space + 1)..]))
            : null;
    }
}
