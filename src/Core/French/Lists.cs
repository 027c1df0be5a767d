namespace Almanach.Core.French;

public static class Lists
{
    /// <summary>« a, b et c »; « a et b »; « a »; nothing for none.</summary>
    public static string Join(IEnumerable<string> items) => items.ToArray() switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => $"{string.Join(", ", first)} et {last}",
    };
}
