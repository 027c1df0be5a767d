using Almanach.Core.Ports;

namespace Almanach.Adapters.Spreadsheets;

internal static class Cell
{
    public static string Cut(string text) => text.Length <= TableLimits.Cell ? text : text[..TableLimits.Cell];
}
