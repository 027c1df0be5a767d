namespace Almanach.Core.Ports;

/// <summary>Prints a page that is a file of its own (style inside, nothing fetched) as PDF, as a browser would.</summary>
public interface IPdf
{
    /// <summary>Null where printing failed or took too long: the page itself then is what people have.</summary>
    /// <param name="page">UTF-8 HTML.</param>
    Task<byte[]?> Print(ReadOnlyMemory<byte> page, CancellationToken stop = default);
}
