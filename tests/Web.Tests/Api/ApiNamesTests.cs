using System.Text.Json.Serialization;
using Almanach.Web.Hosting;

namespace Almanach.Web.Tests.Api;

public class ApiNamesTests
{
    private static readonly JsonSerializerContext Context =
        (JsonSerializerContext)typeof(PageResult).Assembly.GetType("Almanach.Web.Api.ApiJson")!.GetProperty("Default")!.GetValue(null)!;

    /// <summary>A value told as a number would mean another one as soon as the list grew.</summary>
    [Fact]
    public void Whatever_is_one_of_a_list_goes_by_its_name()
    {
        var seen = new HashSet<Type>();
        var next = new Stack<Type>(Context.GetType().GetCustomAttributesData()
            .Where(data => data.AttributeType == typeof(JsonSerializableAttribute)).Select(data => (Type)data.ConstructorArguments[0].Value!));
        var numbers = new List<string>();
        while (next.TryPop(out var type))
        {
            if (!seen.Add(type) || Context.GetTypeInfo(type) is not { } told)
                continue;
            if (type.IsEnum && !told.Converter.GetType().Name.StartsWith("ApiName", StringComparison.Ordinal))
                numbers.Add(type.Name);
            foreach (var inner in (Type?[])[told.ElementType, told.KeyType, Nullable.GetUnderlyingType(type), .. told.Properties.Select(property => property.PropertyType), .. told.PolymorphismOptions?.DerivedTypes.Select(derived => derived.DerivedType) ?? []])
                if (inner is not null)
                    next.Push(inner);
        }

        Assert.Contains(seen, type => type.IsEnum);
        Assert.Equal("", string.Join(" ", numbers.Order()));
    }
}
