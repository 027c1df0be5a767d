using Almanach.Functions.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(YearsFirst))]

namespace Almanach.Functions.Tests;

/// <summary>Whole years wait most of their time for the storage: they begin first, and the short tests run beside them.</summary>
public sealed class YearsFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(one => one.TestCollectionDisplayName.Contains($"{typeof(YearsFirst).Namespace}.Year.FaultyYear", StringComparison.Ordinal))
            .ThenByDescending(one => one.TestCollectionDisplayName.Contains($"{typeof(YearsFirst).Namespace}.Year.", StringComparison.Ordinal))];
}
