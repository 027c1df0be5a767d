using Almanach.Core.French;

namespace Almanach.Core.Data.Secrecy.Words;

/// <summary>What became of the hidden figures, for whoever decides: how many can be worked out, and how nearly.</summary>
static class ToldWords
{
    /// <summary>« 2 chiffres cachés se calculent exactement à partir des autres. 3 autres restent protégés. »</summary>
    public static string Of(AuditReport report)
    {
        var computed = report.Leaks.Count(leak => leak.Interval.IsComputed);
        var unknown = report.Leaks.Count(leak => leak.Interval.Proof == IntervalProof.Undecided);
        var near = report.Leaks.Count - computed - unknown;
        var safe = report.Cells.Count - report.Leaks.Count;
        List<string> sentences = [];
        Add(computed, "se calcule exactement à partir des autres", "se calculent exactement à partir des autres");
        Add(near, "se devine de trop près à partir des autres", "se devinent de trop près à partir des autres");
        Add(unknown, "n’a pas pu être jugé\u00A0: dans le doute, il n’est pas protégé", "n’ont pas pu être jugés\u00A0: dans le doute, ils ne sont pas protégés");
        Add(safe, "reste protégé", "restent protégés");
        return string.Join(' ', sentences);

        void Add(int count, string one, string many)
        {
            if (count > 0)
                sentences.Add($"{Numbers.Count(count, sentences.Count == 0 ? "chiffre caché" : "autre", sentences.Count == 0 ? "chiffres cachés" : "autres")} {(count == 1 ? one : many)}.");
        }
    }
}
