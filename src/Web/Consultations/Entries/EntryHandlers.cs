using Almanach.Core;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Web.Consultations.Answers;
using Almanach.Web.Consultations.Entrance;
using Almanach.Web.Hosting;
using Almanach.Web.Library.Catalogue;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Entries;

/// <summary>A producer corrects one of its entries, or proposes a new one; each is a part of its answer, and is recorded with it.</summary>
internal static class EntryHandlers
{
    public static Task<IResult> Show(string token, string id, Office office, HttpContext context) => Producing(office, token, context, visit =>
        Entry(visit, id) is { } entry
            ? Page(visit, entry, "", CardForm.Of(visit.SaidOf(entry)?.Card ?? entry.Card, visit.Shelf!.NameOf))
            : Task.FromResult(PageMapping.SeeOther(visit.Path)));

    public static Task<IResult> Take(string token, string id, Office office, HttpContext context) => Producing(office, token, context, async visit =>
    {
        var fields = await PostedForm.Read(context);
        if (Entry(visit, id) is not { } entry)
            return PageMapping.SeeOther(visit.Path);
        List<FieldError> unread = [];
        var card = CardForm.Read(fields, visit.Shelf!, entry.Card, unread);
        var said = new Dictionary<string, EntrySaid>(visit.Said.ByEntry) { [id] = new(EntryWord.ToCorrect, Card: card, Seen: fields.Text(AnswerNames.Seen)) };
        return await Recorded(visit, visit.Said with { ByEntry = said }, entry, "", fields, unread.Count > 0 ? unread : [.. EntryRules.Check(card, visit.Setting.Platform.CatalogueOrEmpty(), visit.Roster)],
            now => now.Said.ByEntry.GetValueOrDefault(id)?.Card?.Says(card) == true, office, context);
    });

    public static Task<IResult> ShowNew(string token, string? modifier, Office office, HttpContext context) => Producing(office, token, context, visit =>
        visit.Said.Added.FirstOrDefault(draft => draft.Id == modifier) is { } draft
            ? Page(visit, null, draft.Id, CardForm.Of(draft.Card, visit.Shelf!.NameOf))
            : Page(visit, null, "", CardForm.Of(EntryCard.Blank with { Producers = [new Producer(visit.Organisation.Id)] }, visit.Shelf!.NameOf)));

    public static Task<IResult> TakeNew(string token, Office office, HttpContext context) => Producing(office, token, context, async visit =>
    {
        var fields = await PostedForm.Read(context);
        var editing = fields.Text(AnswerNames.Editing);
        if (fields.Text(AnswerNames.Step) == AnswerNames.TakeBack)
            return visit.Said.Added.All(draft => draft.Id != editing) ? PageMapping.SeeOther(visit.Path)
                : await Recorded(visit, visit.Said with { Added = [.. visit.Said.Added.Where(draft => draft.Id != editing)] }, null, editing, fields, [],
                    now => now.Said.Added.All(draft => draft.Id != editing), office, context);
        List<FieldError> unread = [];
        var card = CardForm.Read(fields, visit.Roster, unread);
        var known = visit.Said.Added.Any(draft => draft.Id == editing);
        // Sent twice, it is one entry.
        IReadOnlyList<EntryDraft> added = known ? [.. visit.Said.Added.Select(draft => draft.Id == editing ? draft with { Card = card } : draft)]
            : visit.Said.Added.Any(draft => draft.Card.Says(card)) ? visit.Said.Added : [.. visit.Said.Added, new EntryDraft("", card)];
        return await Recorded(visit, visit.Said with { Added = added }, null, known ? editing : "", fields,
            unread.Count > 0 ? unread : [.. EntryRules.Check(card, visit.Setting.Platform.CatalogueOrEmpty(), visit.Roster)],
            now => now.Said.Added.Any(draft => draft.Card.Says(card)), office, context);
    });

    /// <summary>To the next entry to correct, or to what was recorded.</summary>
    public static async Task<IResult> Next(Office office, string token, HttpContext context) =>
        await LinkDoor.Open(office, token, context.RequestAborted) is Arrival.Welcome { Visit: var visit }
            ? PageMapping.SeeOther(visit.Uncorrected is { } entry ? $"{visit.Path}/fiches/{entry.Id}" : $"{visit.Path}/recu")
            : Results.NotFound();

    private static Task<IResult> Producing(Office office, string token, HttpContext context, Func<Visit, Task<IResult>> inside) =>
        Door.Answering(office, token, context, visit => visit.EntriesQuestion is null ? Task.FromResult(Results.NotFound()) : inside(visit));

    private static CatalogueEntry? Entry(Visit visit, string id) => visit.Entries.FirstOrDefault(entry => entry.Id == id);

    /// <param name="isDone">Whether the answer as it stands says it already: a double click.</param>
    private static async Task<IResult> Recorded(
        Visit visit, AnswerValue.Entries value, CatalogueEntry? entry, string draft, Fields fields, IReadOnlyList<FieldError> errors, Func<Visit, bool> isDone, Office office, HttpContext context)
    {
        if (errors.Count > 0)
            return await Page(visit, entry, draft, fields, errors);
        var values = new Dictionary<string, AnswerValue>(visit.Answer?.Values ?? new Dictionary<string, AnswerValue>()) { [visit.EntriesQuestion!.Id] = value };
        var refusal = await office.Consultations.Take(visit.Consultation.Id, Answering.Command(visit, values, office.Now), Answering.Seen(visit, fields), context.RequestAborted);
        if (refusal is null)
            return await Next(office, visit.Token, context);
        return await LinkDoor.Open(office, visit.Token, context.RequestAborted) switch
        {
            Arrival.Welcome { Visit: var now } when refusal.Why == Why.Changed && isDone(now) => await Next(office, visit.Token, context),
            Arrival.Welcome { Visit: { TakesAnswers: true } now } when entry is null || Entry(now, entry.Id) is not null =>
                await Page(now, entry is null ? null : Entry(now, entry.Id), draft, fields, Beside(refusal, visit), refusal.Why == Why.Changed ? refusal : null),
            Arrival.Welcome { Visit: var now } => await ClosedPages.Of(office, now, RefusalStatus.Of(refusal), fields, context.RequestAborted),
            _ => Results.NotFound(),
        };
    }

    /// <summary>What is wrong with the whole stands beside the first field.</summary>
    private static IReadOnlyList<FieldError> Beside(Refusal refusal, Visit visit) =>
        [.. refusal.Fields.Select(error => error.Field.Split('.')[0] == visit.EntriesQuestion!.Id ? error with { Field = "titre" } : error)];

    private static Task<IResult> Page(Visit visit, CatalogueEntry? entry, string draft, Fields fields, IReadOnlyList<FieldError>? errors = null, Refusal? changed = null) =>
        PageResult.Of<EntryCardPage>(new Dictionary<string, object?>
        {
            [nameof(EntryCardPage.Visit)] = visit,
            [nameof(EntryCardPage.Entry)] = entry,
            [nameof(EntryCardPage.Draft)] = draft,
            [nameof(EntryCardPage.Fields)] = fields,
            [nameof(EntryCardPage.Errors)] = errors ?? [],
            [nameof(EntryCardPage.Changed)] = changed,
        }, changed is not null ? RefusalStatus.Of(changed) : errors is { Count: > 0 } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
