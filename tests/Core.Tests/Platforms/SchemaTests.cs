using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Platforms;

/// <summary>Keeps <c>platforms/platform.schema.json</c> and <c>indicators.schema.json</c>, which editors read, in step with the records.</summary>
public class SchemaTests
{
    private static readonly JsonObject _schema = Read("platform.schema.json");

    private static readonly JsonObject _indicators = Read("indicators.schema.json");

    /// <summary>Every record the files hold, found by walking from the roots.</summary>
    public static TheoryData<Type> Records() => new(Reached([typeof(Platform), typeof(YearBefore), typeof(IndicatorCatalogue)]).OrderBy(type => type.FullName, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Records))]
    public void The_schema_has_the_properties_of_the_record_and_no_other(Type record)
    {
        var described = Definition(record)["properties"]!.AsObject().Select(property => property.Key).Where(name => name is not ("$schema" or "does"));

        Assert.Equal(Parameters(record).Select(Name), described);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void The_schema_requires_what_the_reader_requires(Type record)
    {
        var required = (Definition(record)["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => name != "does");

        Assert.Equal(Parameters(record).Where(IsRequired).Select(Name).Order(), required.Order());
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void The_schema_lists_the_values_of_each_enum(Type record)
    {
        Assert.All(Parameters(record).Where(parameter => Element(parameter.ParameterType).IsEnum), parameter =>
        {
            var property = Definition(record)["properties"]![Name(parameter)]!;
            var listed = (property["enum"] ?? property["items"]!["enum"])!.AsArray().Select(value => (string)value!);

            Assert.Equal(Enum.GetNames(Element(parameter.ParameterType)).Select(JsonNamingPolicy.CamelCase.ConvertName), listed);
        });
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Everything_is_described_in_French_and_nothing_else_is_allowed(Type record)
    {
        var definition = Definition(record);

        Assert.False((bool)definition["additionalProperties"]!);
        Assert.NotEqual("", (string?)definition["description"] ?? "");
        Assert.All(definition["properties"]!.AsObject(), property => Assert.NotEqual("", (string?)property.Value!["description"] ?? ""));
    }

    [Fact]
    public void The_schema_knows_every_work_of_a_step_by_its_name()
    {
        var works = typeof(StepWork).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(work => ($"#/$defs/StepWork.{work.DerivedType.Name}", (string)work.TypeDiscriminator!));

        var described = _schema["$defs"]!["StepWork"]!["oneOf"]!.AsArray().Select(one => (string)one!["$ref"]!)
            .Select(reference => (reference, (string)_schema["$defs"]![reference["#/$defs/".Length..]]!["properties"]!["does"]!["const"]!));

        Assert.Equal(works, described);
    }

    [Fact]
    public void The_schema_defines_nothing_that_no_record_uses()
    {
        var used = Reached([typeof(Platform), typeof(YearBefore)]).Select(DefinitionName).Append("StepWork");

        var defined = _schema["$defs"]!.AsObject().Select(definition => definition.Key).Append("Platform");

        Assert.Equal(used.Order(), defined.Order());
    }

    [Fact]
    public void The_schema_of_indicators_defines_nothing_that_no_record_uses()
    {
        var used = Reached([typeof(IndicatorCatalogue)]).Select(DefinitionName);

        var defined = _indicators["$defs"]!.AsObject().Select(definition => definition.Key).Append(nameof(IndicatorCatalogue));

        Assert.Equal(used.Order(), defined.Order());
    }

    private static JsonNode Definition(Type record) =>
        record == typeof(Platform) ? _schema
        : record == typeof(IndicatorCatalogue) ? _indicators
        : (record.Namespace == typeof(IndicatorCatalogue).Namespace ? _indicators : _schema)["$defs"]![DefinitionName(record)] ?? throw new InvalidOperationException($"No definition of {record.Name}.");

    private static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folders.Root, "platforms", name)))!.AsObject();

    private static string DefinitionName(Type record) => record.DeclaringType is { } union ? $"{union.Name}.{record.Name}" : record.Name;

    private static HashSet<Type> Reached(IEnumerable<Type> roots)
    {
        var reached = new HashSet<Type>();
        var pending = new Stack<Type>(roots);
        while (pending.TryPop(out var type))
        {
            var records = type.IsAbstract ? type.GetNestedTypes().Where(one => one.BaseType == type) : [type];
            foreach (var record in records.Where(reached.Add))
                foreach (var parameter in Parameters(record))
                    if (Element(parameter.ParameterType) is { Namespace: not "System", IsEnum: false } next)
                        pending.Push(next);
        }
        return reached;
    }

    private static ParameterInfo[] Parameters(Type record) => record.GetConstructors().Single().GetParameters();

    private static string Name(ParameterInfo parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);

    private static Type Element(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : type;

    private static bool IsRequired(ParameterInfo parameter) =>
        !parameter.ParameterType.IsGenericType
        && parameter.GetCustomAttribute<DefaultValueAttribute>() is null;
}
