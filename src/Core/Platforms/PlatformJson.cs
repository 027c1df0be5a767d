using System.Text.Json;
using System.Text.Json.Serialization;
using Almanach.Core.Network;

namespace Almanach.Core.Platforms;

/// <summary>How the folder's JSON files map to records: camelCase, enums as camelCase strings.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowOutOfOrderMetadataProperties = true,
    WriteIndented = true,
    Converters =
    [
        typeof(CamelCase<ActionKind>), typeof(CamelCase<Alternation>), typeof(CamelCase<AnswerUnit>),
        typeof(CamelCase<DocumentKind>), typeof(CamelCase<LateAnswers>), typeof(CamelCase<OptionSource>),
        typeof(CamelCase<QuestionKind>), typeof(CamelCase<RoleKind>),
    ])]
[JsonSerializable(typeof(Platform))]
[JsonSerializable(typeof(YearBefore))]
public sealed partial class PlatformJson : JsonSerializerContext;

/// <summary><c>JourneeEchanges</c> is written <c>journeeEchanges</c>; numbers are refused.</summary>
public sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
