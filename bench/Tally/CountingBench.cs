using Almanach.Adapters.Csv;
using Almanach.Core.Consultations.Tallies;
using BenchmarkDotNet.Attributes;

namespace Almanach.Bench;

/// <summary>Reading and counting, beside a bare sum over the same marks.</summary>
public class CountingBench
{
    private byte[] file = [];
    private BallotList list = new([], []);

    [ParamsAllValues]
    public TallyMethod Method { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        file = LargeElection.Of(Method);
        list = BallotFile.Read(file, Method).List!;
    }

    [Benchmark(Baseline = true)]
    public long BareSum()
    {
        var sum = 0L;
        foreach (var ballot in list.Ballots)
            for (var option = 0; option < list.Options.Count; option++)
                sum += ballot.Marks[option] ?? 0;
        return sum;
    }

    [Benchmark]
    public TallyResult Count() => TallyResult.Of(list, Method);

    [Benchmark]
    public BallotReading Read() => BallotFile.Read(file, Method);
}
