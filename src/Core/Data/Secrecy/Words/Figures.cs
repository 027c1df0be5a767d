using System.Globalization;

namespace Almanach.Core.Data.Secrecy.Words;

/// <summary>Figures as a coordinator reads them: « 1 204,5 ».</summary>
static class Figures
{
    static readonly NumberFormatInfo _french = new() { NumberGroupSeparator = "\u202F", NumberGroupSizes = [3], NumberDecimalSeparator = ",", NegativeSign = "−" };

    public static string Of(decimal value) => value.ToString("#,0.############", _french);
}
