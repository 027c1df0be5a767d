using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Newsletter;

/// <summary>Loads a newsletter and takes what the coordinator and contributors change of it.</summary>
public sealed class NewsletterDesk(Ledger ledger, Setting setting, CycleDesk cycle, IFiles files)
{
    public async Task<Shelf> Load(string newsletter, CancellationToken stop = default) => (await Held(newsletter, stop)).Shelf;

    /// <summary>The edition that a step sends, as it stands; as it begins where nothing is gathered yet. Null for a step that sends none.</summary>
    public async Task<EditionInPlan?> Find(string edition, CancellationToken stop = default)
    {
        if (await StepOf(edition, stop) is not ({ } plan, { Work: StepWork.SendEdition work } step) || Letter(work.Newsletter) is not { } letter)
            return null;
        var shelf = await Load(letter.Id, stop);
        return new EditionInPlan(shelf.Find(edition) ?? Edition.Begin(plan.Year, step, work, letter, setting.Zone), step, work, letter, shelf);
    }

    /// <summary>Every edition of the years that are open, in the order in which they leave; those of years before from what was kept.</summary>
    public async Task<IReadOnlyList<EditionInPlan>> All(NewsletterSetting letter, IReadOnlyList<int> years, CancellationToken stop = default)
    {
        var shelf = await Load(letter.Id, stop);
        List<EditionInPlan> all = [];
        foreach (var year in years)
            foreach (var step in (await cycle.Find(year, stop))?.Steps ?? [])
                if (step.Work is StepWork.SendEdition work && work.Newsletter == letter.Id)
                    all.Add(new EditionInPlan(shelf.Find(Edition.IdOf(year, step.Id)) ?? Edition.Begin(year, step, work, letter, setting.Zone), step, work, letter, shelf));
        return [.. all.OrderBy(one => one.Step.Starts).ThenBy(one => one.Edition.Id, StringComparer.Ordinal)];
    }

    /// <summary>What an edition held when it left; null for one that has not, or whose file is past keeping.</summary>
    public async Task<EditionContent?> Content(Edition edition, CancellationToken stop = default) =>
        edition.Sent is not null && await files.Read(edition.File, stop) is { } bytes ? Stored.Read<EditionContent>(bytes) : null;

    /// <summary>Editions that were sent, the last first.</summary>
    public async Task<IReadOnlyList<Edition>> Sent(CancellationToken stop = default)
    {
        List<Edition> sent = [];
        foreach (var letter in setting.Platform.Newsletters)
            sent.AddRange((await Load(letter.Id, stop)).Editions.Where(edition => edition.State == EditionState.Sent));
        return [.. sent.OrderByDescending(edition => edition.Sent).ThenBy(edition => edition.Id, StringComparer.Ordinal)];
    }

    /// <summary>What an article command changes; the audit log says what the coordinator did.</summary>
    public Task<Refusal?> Apply(NewsletterSetting letter, ArticleCommand command, string actor, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        var held = await Held(letter.Id, stop);
        // An edition that only the plan knows so far is one an article can be meant for.
        if (Target(command) is { Length: > 0 } target)
            held = held with { Shelf = await Known(held.Shelf, target, stop) };
        var decision = ArticleRules.Decide(held.Shelf, letter, command);
        return decision is Decision<Shelf>.Accepted accepted
            ? held.Write(accepted.State, [new Effect.Note(actor, $"lettre: {Verb(command)} {command.Article}", $"note-article-{command.Article}-{Todo.Stamp(command.Now)}-{Verb(command)}", command.Now, "")])
            : Answer(decision);
    }, stop);

    private static string Target(ArticleCommand command) => command switch
    {
        ArticleCommand.Write write => write.Edition,
        ArticleCommand.MoveTo move => move.Edition,
        _ => "",
    };

    private static string Verb(ArticleCommand command) => command switch
    {
        ArticleCommand.Write => "écrit",
        ArticleCommand.Edit => "modifié",
        ArticleCommand.Approve => "approuvé",
        ArticleCommand.SetAside => "écarté",
        ArticleCommand.TakeUp => "repris",
        ArticleCommand.MoveTo => "déplacé",
        ArticleCommand.Raise => "remonté",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The coordinator's words at the head of an edition, and its title.</summary>
    /// <param name="seen">The <see cref="Edition.OpeningSeen"/> she changed, so that two tabs do not overwrite each other. Null when it does not matter.</param>
    public async Task<Refusal?> Open(string edition, string title, string opening, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (title.Length is 0 or > ArticleRules.MaxTitle)
            return Refusal.Invalid(new FieldError("titre", title.Length == 0 ? "Donnez un titre." : $"Gardez {ArticleRules.MaxTitle} caractères au plus."));
        if (opening.Length > ArticleRules.MaxOpening)
            return Refusal.Invalid(new FieldError("ouverture", $"Gardez {ArticleRules.MaxOpening} caractères au plus."));
        return await Change(edition, (shelf, one) => (one.Edition.Title, one.Edition.Opening) == (title, opening) ? Decision.Done<Shelf>()
            : !one.Edition.IsAhead ? Refusal.Because(Why.Closed, "Ce numéro est parti\u00A0: il ne change plus.")
            : seen is not null && seen != one.Edition.OpeningSeen ? Refusal.Because(Why.Changed, "Ce numéro a changé pendant que vous écriviez, peut-être dans un autre onglet. Vos mots sont dans le formulaire\u00A0; relisez, puis enregistrez de nouveau.")
            : Decision.Accept(shelf.With(one.Edition with { Title = title, Opening = opening })),
            new Effect.Note(actor, $"lettre: ouverture {edition}", $"note-opening-{edition}-{Todo.Stamp(now)}", now, StepName(edition)), stop);
    }

    /// <summary>It does not appear: its articles wait for the next one.</summary>
    public async Task<Refusal?> GiveUp(string edition, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        return await Change(edition, (shelf, one) => one.Edition.State == EditionState.Sent
            ? Refusal.Because(Why.Closed, "Ce numéro est parti.")
            : EditionRules.GiveUp(shelf, one.Edition), new Effect.Note(actor, $"lettre: abandon {edition}", $"note-giveup-{edition}-{Todo.Stamp(now)}", now, StepName(edition)), stop);
    }

    /// <summary>Brings an organisation's contributions, as its answer stands now, to the edition they were called for.</summary>
    public async Task Collect(Consultation consultation, Answer answer, CancellationToken stop = default)
    {
        if (EditionCall.EditionOf(consultation) is not { } called || await Find(called, stop) is not { } found)
            return;
        var contributions = answer.Values.GetValueOrDefault(EditionCall.Question) is AnswerValue.Contributions given ? given.Items : [];
        var refusal = await ledger.Carry(async () =>
        {
            var held = await Held(found.Letter.Id, stop);
            var target = held.Shelf.Find(called) is { State: not EditionState.Planned } ? "" : called;
            var changed = EditionRules.Received(await Known(held.Shelf, target, stop), found.Letter, target, consultation.Id, answer.Unit, contributions);
            return held.Write(changed, []);
        }, stop);
        if (refusal is not null)
            throw new InvalidOperationException($"The contributions of {answer.Unit} were not written: performed again later.");
    }

    /// <summary>Takes a change of one edition, with what follows.</summary>
    internal Task<Refusal?> Change(string edition, Func<Shelf, EditionInPlan, Decision<Shelf>> decide, Effect? also, CancellationToken stop) =>
        Change(edition, (shelf, one) => Task.FromResult(decide(shelf, one)), also, stop);

    /// <inheritdoc cref="Change(string, Func{Shelf, EditionInPlan, Decision{Shelf}}, Effect, CancellationToken)"/>
    /// <param name="decide">May keep a file first: it is asked again when somebody else wrote first.</param>
    internal async Task<Refusal?> Change(string edition, Func<Shelf, EditionInPlan, Task<Decision<Shelf>>> decide, Effect? also, CancellationToken stop)
    {
        if (await Find(edition, stop) is not { } found)
            return Refusal.Because(Why.Unknown, "Ce numéro n’existe pas. Revenez à la liste des numéros.");
        return await ledger.Carry(async () =>
        {
            var held = await Held(found.Letter.Id, stop);
            var one = found with { Shelf = held.Shelf, Edition = held.Shelf.Find(edition) ?? found.Edition };
            var decision = await decide(held.Shelf, one);
            return decision is Decision<Shelf>.Accepted accepted ? held.Write(accepted.State, [.. accepted.Effects, .. also is null ? Array.Empty<Effect>() : [also]]) : Answer(decision);
        }, stop);
    }

    private static Draft Answer(Decision<Shelf> decision) => decision is Decision<Shelf>.Refused refused ? new Draft.Refuse(refused.Refusal) : new Draft.Nothing();

    /// <summary>The shelf with an edition that only the plan knew so far.</summary>
    private async Task<Shelf> Known(Shelf shelf, string edition, CancellationToken stop) =>
        edition.Length > 0 && shelf.Find(edition) is null && await Find(edition, stop) is { } found ? shelf.With(found.Edition) : shelf;

    private NewsletterSetting? Letter(string id) => setting.Platform.Newsletters.FirstOrDefault(letter => letter.Id == id);

    private static string StepName(string edition) => edition.Length > 5 ? $"{edition[..4]}/{edition[5..]}" : "";

    private async Task<(YearPlan? Plan, Step? Step)> StepOf(string edition, CancellationToken stop) =>
        edition.Length > 5 && edition[4] == '-' && int.TryParse(edition[..4], out var year) && await cycle.Find(year, stop) is { } plan ? (plan, plan.Find(edition[5..])) : default;

    internal async Task<HeldShelf> Held(string newsletter, CancellationToken stop)
    {
        Dictionary<string, string> versions = [];
        List<Edition> editions = [];
        List<Article> articles = [];
        var partition = Edition.Partition(newsletter);
        await foreach (var held in ledger.List<Edition>(partition, Edition.Prefix, stop))
        {
            editions.Add(held.Value);
            versions[held.Key] = held.Version;
        }
        await foreach (var held in ledger.List<Article>(partition, Article.Prefix, stop))
        {
            articles.Add(held.Value);
            versions[held.Key] = held.Version;
        }
        return new HeldShelf(partition, new Shelf(editions, articles), versions, new Shelf(editions, articles));
    }
}

/// <summary>An edition with the step that sends it.</summary>
public sealed record EditionInPlan(Edition Edition, Step Step, StepWork.SendEdition Work, NewsletterSetting Letter, Shelf Shelf)
{
    public IReadOnlyList<Article> Articles => Shelf.Of(Edition.Id, Letter);
}
