namespace Almanach.Core.Data.Secrecy.Feasibility;

/// <summary>How much work is left for a component. Steps, not time: the same table gives the same report everywhere.</summary>
internal sealed class Effort(int pivots, int branches)
{
    readonly int _pivots = pivots;

    public int Pivots { get; private set; } = pivots;
    public int Branches { get; private set; } = branches;
    public int Spent => _pivots - Pivots;

    public bool Pivot() => Pivots > 0 && Pivots-- > 0;
    public bool Branch() => Branches > 0 && Branches-- > 0;
}
