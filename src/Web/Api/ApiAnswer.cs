using System.Text.Json;
using Almanach.Core.Engine;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Api;

/// <summary>What an endpoint of the API answers.</summary>
internal abstract record ApiAnswer
{
    private ApiAnswer() { }

    public abstract Task Write(HttpContext context);

    public static ApiAnswer Of<T>(T value) => new Value<T>(value);

    /// <summary>Done, or why not.</summary>
    public static ApiAnswer Of(Refusal? refusal) => refusal is null ? new Value<Done>(new Done()) : new Refused(refusal);

    /// <summary>What was found, or a 404 that says what there is not.</summary>
    public static ApiAnswer Found<T>(T? value, string missing)
        where T : class => value is null ? new Refused(Refusal.Because(Why.Unknown, missing)) : new Value<T>(value);

    public static ApiAnswer Refuse(int status, string message) => new Error(status, new ErrorText(message, []));

    private sealed record Value<T>(T Content) : ApiAnswer
    {
        public override Task Write(HttpContext context) => Send(context, StatusCodes.Status200OK, Content);
    }

    /// <summary>A page to look at.</summary>
    public sealed record Page(byte[] Html) : ApiAnswer
    {
        public override Task Write(HttpContext context)
        {
            context.Response.ContentType = Layout.HtmlPages.ContentType;
            return context.Response.Body.WriteAsync(Html).AsTask();
        }
    }

    public sealed record Refused(Refusal Refusal) : ApiAnswer
    {
        public override Task Write(HttpContext context) =>
            Send(context, Status(Refusal.Why), new ErrorView(new ErrorText(Refusal.Message, Refusal.Fields)));

        private static int Status(Why why) => why switch
        {
            Why.Invalid => StatusCodes.Status400BadRequest,
            Why.Unknown => StatusCodes.Status404NotFound,
            Why.NotYetOpen or Why.Closed or Why.Changed or Why.NotNow => StatusCodes.Status409Conflict,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private sealed record Error(int Status, ErrorText Text) : ApiAnswer
    {
        public override Task Write(HttpContext context) => Send(context, Status, new ErrorView(Text));
    }

    private static Task Send<T>(HttpContext context, int status, T value)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Of<T>())).AsTask();
    }
}
