using Almanach.Core.Engine;
using Almanach.Core.Links;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle;

/// <summary>The hour, the place and the video link of a meeting to come.</summary>
public static class CycleArrangements
{
    public const int MaxPlace = 120;

    public const int MaxLink = 500;

    /// <summary>Whether they can still change: it has not begun, and nobody called it off.</summary>
    public static bool MayChange(Step step, DateTimeOffset now) => step is { Work: StepWork.Meet, IsBehind: false } && step.Starts > now;

    internal static Decision<YearPlan> Decide(YearPlan plan, Step step, CycleCommand.Arrange command)
    {
        if (step.Work is not StepWork.Meet meet)
            return Refusal.Because(Why.NotNow, $"« {step.Title} » n’est pas une réunion.");
        if (!MayChange(step, command.Now))
            return Refusal.Because(Why.NotNow, $"« {step.Title} » a commencé ou n’a pas lieu : son heure, son lieu et son lien ne changent plus.");
        var arranged = step with
        {
            Starts = command.Starts,
            Ends = step.Ends + (command.Starts - step.Starts),
            Work = meet with { Place = command.Place, Remote = command.Place.Length == 0, Link = command.Link },
        };
        if (arranged.Starts == step.Starts && Meetings.Presence.Address(meet) == Meetings.Presence.Address((StepWork.Meet)arranged.Work))
            return Decision.Done<YearPlan>();
        if (Check(command) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        return Decision.Accept(plan.With(arranged),
            [StepEffects.Noted(plan.Year, step, command, "modifiée", "heure, lieu ou lien de visioconférence"), .. Told(plan, step, meet, command),
            .. ToRegistered.Of(plan.Year, step, Meetings.Registration.MeetingChange.Arranged, command.Now)]);
    }

    private static List<FieldError> Check(CycleCommand.Arrange command)
    {
        List<FieldError> errors = [];
        if (command.Starts <= command.Now)
            errors.Add(new FieldError("heure", "Choisissez une heure à venir."));
        return [.. errors, .. Check(command.Place, command.Link)];
    }

    /// <summary>What is amiss with a place and a video link.</summary>
    internal static IEnumerable<FieldError> Check(string place, string link)
    {
        if (place.Length > MaxPlace)
            yield return new FieldError("lieu", $"Gardez {MaxPlace} caractères au plus.");
        if (link.Length > 0 && !IsLink(link))
            yield return new FieldError("lien", "Ce lien ne mène nulle part. Collez l’adresse entière, qui commence par https://.");
    }

    private static bool IsLink(string text) => text.Length <= MaxLink && text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && WebAddress.IsOne(text);

    /// <summary>People told of it get one message, with what it was before.</summary>
    private static IEnumerable<Effect> Told(YearPlan plan, Step step, StepWork.Meet was, CycleCommand.Arrange command) => StepEffects.IsTold(plan, step)
        ? [new Effect.TellArrangement($"{plan.Year}-{step.Id}", step.Starts, Meetings.Presence.Where(was),
            $"arranged-{plan.Year}-{step.Id}-{Todo.Stamp(command.Now)}", command.Now, $"{plan.Year}/{step.Id}")]
        : [];
}
