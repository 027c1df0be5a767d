using Almanach.Core.Data.Schemas;

namespace Almanach.Core.Data.Deliveries.LastYear;

/// <summary>What the file that was accepted before says of the next one.</summary>
/// <param name="Year">Of its collection.</param>
/// <param name="Rows">Of data.</param>
/// <param name="Schema">By which it was checked, or that it suggests.</param>
/// <param name="Inferred">The schema that it suggests, as JSON.</param>
public sealed record EarlierFile(DataDeposit Deposit, int Year, int Rows, TableSchema Schema, byte[] Inferred)
{
    /// <summary>« L’an dernier », « En 2020 »: as the collection of that year says it.</summary>
    public string When(int year) => When(Year, year);

    internal static string When(int then, int year) => then == year - 1 ? "L’an dernier" : $"En {then}";
}

/// <summary>A column that a file is expected to have.</summary>
/// <param name="Title">Longer, in words; empty where there is none.</param>
/// <param name="Kind">« codes d’EPCI », « nombres entiers ».</param>
public sealed record ExpectedColumn(string Name, string Title, string Kind);

/// <summary>The columns that a file is expected to have, in their order.</summary>
/// <param name="From">The earlier file that says so; null where the configuration does.</param>
public sealed record ExpectedColumns(EarlierFile? From, IReadOnlyList<ExpectedColumn> Columns);
