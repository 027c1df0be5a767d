using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Almanach.Core;
using Almanach.Web.Dashboard;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Web.Api;

/// <summary>
/// The descriptions of the API and of the open data (OpenAPI 3.1), each read off the endpoint table and the serializer when first asked for: it
/// costs nothing at start and cannot differ from what is mapped.
/// </summary>
internal static class ApiDocument
{
    public const string Path = "/api/openapi.json";

    public const string OpenPath = "/tableau-de-bord/openapi.json";

    public static RequestDelegate Serve(IEndpointRouteBuilder endpoints, bool open = false)
    {
        byte[]? bytes = null;
        return context =>
        {
            if (open)
                context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.ContentType = "application/json; charset=utf-8";
            bytes ??= JsonSerializer.SerializeToUtf8Bytes<JsonNode>(
                Of(endpoints.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>(), open, context.RequestServices.GetRequiredService<Office>().Around.Root), ApiJson.Of<JsonNode>());
            return context.Response.Body.WriteAsync(bytes).AsTask();
        };
    }

    private static JsonObject Of(IEnumerable<RouteEndpoint> endpoints, bool open, string root)
    {
        var paths = new JsonObject();
        foreach (var endpoint in endpoints)
            if (endpoint.Metadata.GetMetadata<ApiOperation>() is { } operation && operation.IsOpen == open)
            {
                var path = Address(endpoint.RoutePattern);
                if (paths[path] is not JsonObject item)
                    paths[path] = item = [];
                var method = endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods[0];
                item[method.ToLowerInvariant()] = Operation(endpoint.RoutePattern, operation, changes: !HttpMethods.IsGet(method));
            }
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = open ? "Almanach, données ouvertes" : "Almanach",
                ["version"] = "1",
                ["description"] = open
                    ? "Le tableau de bord social, pour des programmes. Sans clé. Les adresses sont celles des pages et restent. Un chiffre secret ou manquant n’a pas de valeur\u00A0: sa mention dit pourquoi."
                    : $"Tout ce que fait la coordination, pour des programmes. Chaque action peut être répétée sans dommage, ou répond 409. Les données ouvertes sont décrites à part\u00A0: {OpenPath}.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = root }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = new JsonObject { ["Error"] = Schema(ApiJson.Of<ErrorView>()) } },
        };
        if (open)
            return document;
        document["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }, new JsonObject { ["key"] = new JsonArray() });
        document["components"]!["securitySchemes"] = new JsonObject
        {
            ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
            ["key"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = ApiKey.Header },
        };
        return document;
    }

    private static JsonObject Operation(RoutePattern pattern, ApiOperation operation, bool changes)
    {
        var described = new JsonObject
        {
            ["tags"] = new JsonArray(operation.Module),
            ["summary"] = operation.Summary,
            ["parameters"] = new JsonArray([.. pattern.Parameters.Select(Parameter), .. operation.Query.Select(Parameter)]),
        };
        if (operation.Body is { } body)
            described["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", Schema(body)) };
        if (operation.Files.Count > 0)
            described["requestBody"] = new JsonObject
            {
                ["required"] = true,
                // OpenAPI 3.1 describes a file by its media type alone.
                ["content"] = new JsonObject(operation.Files.Select(type => KeyValuePair.Create(type, (JsonNode?)new JsonObject()))),
            };
        var responses = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = operation.IsOpen ? "Les données." : operation.Answer is null ? "La page." : "Fait.",
                ["content"] = operation.Answer is { } answer ? Content("application/json", Schema(answer))
                    : operation.Media.StartsWith("text/", StringComparison.Ordinal) ? Content(operation.Media, new JsonObject { ["type"] = "string" })
                    : new JsonObject { [operation.Media] = new JsonObject() },
            },
        };
        if (!operation.IsOpen)
            responses["401"] = Error("La clé manque ou n’est pas la bonne.");
        foreach (var (status, says) in Refusals(pattern, operation, changes))
            responses[status] = Error(says);
        described["responses"] = responses;
        return described;
    }

    private static IEnumerable<(string Status, string Says)> Refusals(RoutePattern pattern, ApiOperation operation, bool changes)
    {
        if (changes || operation.Query.Count > 0)
            yield return ("400", operation.IsOpen ? "Un paramètre n’est pas compris\u00A0: le message dit ce qui peut être demandé." : "Ce qui a été envoyé ne convient pas\u00A0: les champs disent pourquoi.");
        if (pattern.Parameters.Count > 0)
            yield return ("404", "L’adresse ne désigne rien.");
        if (changes)
            yield return ("409", "L’état des choses ne le permet pas\u00A0: le message dit que faire.");
        if (changes)
            yield return ("413", "Le corps est trop volumineux.");
        if (operation.Body is not null)
            yield return ("415", "Le corps n’est pas du JSON en UTF-8.");
        if (operation.Files.Count > 0)
            yield return ("415", "Le corps n’est pas un fichier d’un de ces formats.");
    }

    private static JsonNode Parameter(RoutePatternParameterPart part) => new JsonObject
    {
        ["name"] = part.Name,
        ["in"] = "path",
        ["required"] = true,
        ["schema"] = part.Name == "year"
            ? new JsonObject { ["type"] = "integer", ["minimum"] = 2000, ["maximum"] = 2100 }
            : new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9._-]{1,200}$" },
    };

    private static JsonNode Parameter(ApiQuery query) => new JsonObject
    {
        ["name"] = query.Name,
        ["in"] = "query",
        ["required"] = query.Required,
        ["description"] = query.Says,
        ["schema"] = query.Choices is { } choices ? Choice(choices)
            : query.Format.Length > 0 ? new JsonObject { ["type"] = "string", ["format"] = query.Format }
            : new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Error(string says) => new()
    {
        ["description"] = says,
        ["content"] = Content("application/json", new JsonObject { ["$ref"] = "#/components/schemas/Error" }),
    };

    private static JsonObject Content(string type, JsonNode schema) => new() { [type] = new JsonObject { ["schema"] = schema } };

    /// <summary>What the serializer takes and writes; it leaves enums to us, since they have a reader of their own, and what may be left out.</summary>
    private static JsonNode Schema(JsonTypeInfo type) => type.GetJsonSchemaAsNode(new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => (Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type) is { IsEnum: true } named
            ? Choice([.. Enum.GetNames(named).Select(JsonNamingPolicy.CamelCase.ConvertName)])
            : Described(context.PropertyInfo?.AttributeProvider, Needed(context.TypeInfo, schema)),
    });

    private static JsonObject Choice(IReadOnlyList<string> choices) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. choices.Select(choice => (JsonNode)choice)]) };

    private static JsonNode Described(ICustomAttributeProvider? property, JsonNode schema)
    {
        if (property?.IsDefined(typeof(LevelSlugAttribute), inherit: false) == true)
            schema = Choice(LevelSlugAttribute.All);
        if (schema is JsonObject described && property?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false) is [DescriptionAttribute { Description: var says }])
            described["description"] = says;
        return schema;
    }

    private static JsonNode Needed(JsonTypeInfo type, JsonNode schema)
    {
        if (schema is JsonObject described && described["required"] is JsonArray required)
        {
            required.RemoveAll(name => type.Properties.Any(property => property.Name == (string)name! && !property.IsRequired));
            if (required.Count == 0)
                described.Remove("required");
        }
        return schema;
    }

    /// <summary>The route without its constraints.</summary>
    private static string Address(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            RoutePatternSeparatorPart separator => separator.Content,
            _ => throw new System.Diagnostics.UnreachableException(),
        }))));
}
