namespace Almanach.Core.Data.Reading;

/// <summary>Columns as spreadsheets call them.</summary>
public static class Letters
{
    /// <param name="place">From 0: A, B… Z, AA.</param>
    public static string Of(int place) => place < 26 ? ((char)('A' + place)).ToString() : Of((place / 26) - 1) + (char)('A' + (place % 26));
}
