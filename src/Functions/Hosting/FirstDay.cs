using Almanach.Core;

namespace Almanach.Functions.Hosting;

/// <summary>Opens the platform's first year, once and for all instances.</summary>
public sealed class FirstDay(Office office, AzureSettings settings)
{
    private bool opened;

    /// <exception cref="StartRefusedException">Its calendar has begun without us.</exception>
    public async Task Open(CancellationToken stop = default)
    {
        if (opened)
            return;
        if (await office.Opening.OpenFirst(settings.Year, office.Now, stop) is { } refusal)
            throw new StartRefusedException(refusal.Message);
        opened = true;
    }
}
