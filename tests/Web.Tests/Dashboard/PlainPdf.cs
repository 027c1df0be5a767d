using Almanach.Core.Ports;

namespace Almanach.Web.Tests.Dashboard;

/// <summary>A browser that prints four empty pages.</summary>
internal sealed class PlainPdf : IPdf
{
    public Task<byte[]?> Print(ReadOnlyMemory<byte> page, CancellationToken stop = default) =>
        Task.FromResult<byte[]?>([.. "%PDF-1.4\n"u8, .. "<< /Type /Pages >>"u8, .. "<< /Type /Page >>"u8, .. "<< /Type /Page >>"u8, .. "<< /Type /Page >>"u8, .. "<< /Type /Page >>"u8]);
}
