using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Secrecy;

namespace Almanach.Core.Data.Series;

/// <summary>The rules that a source asks for by name.</summary>
public static class SourceRules
{
    public static SecrecyRules Of(SourceSecrecy secrecy) => secrecy switch
    {
        SourceSecrecy.Counts => new SecrecyRules(),
        SourceSecrecy.FilosofiMedian => KnownSources.FilosofiMedian,
        SourceSecrecy.FilosofiShares => KnownSources.FilosofiShares,
        SourceSecrecy.Enterprises => KnownSources.Enterprises,
        SourceSecrecy.Police => KnownSources.Police,
        SourceSecrecy.FamilyAllowances => KnownSources.FamilyAllowances,
    };
}
