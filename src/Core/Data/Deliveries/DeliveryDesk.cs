using Almanach.Core.Access;
using Almanach.Core.Consultations;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Deliveries.LastYear;
using Almanach.Core.Data.Deliveries.Repairs;
using Almanach.Core.Data.Schemas;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Retention;

namespace Almanach.Core.Data.Deliveries;

/// <summary>
/// Takes the files that producers deliver: stored as they came before anything else, then said in the answer of the
/// organisation, then checked. Whatever dies in between is taken up by the effect of that answer.
/// </summary>
public sealed class DeliveryDesk(Ledger ledger, Setting setting, DeliveryShelf shelf, IDataFiles? reader, ConsultationDesk consultations, Receipts receipts, Func<CancellationToken, Task<Atlas>>? atlas = null, EarlierDesk? earlier = null)
{
    /// <summary>How often an answer that a colleague changed meanwhile is given again: each speaks of its own file.</summary>
    private const int Attempts = 10;

    /// <summary>Errors that a receipt holds.</summary>
    private const int MostTold = 5;

    /// <summary>The deliveries expected of an organisation, as they stand.</summary>
    public async Task<IReadOnlyList<DeliveryView>> Of(Consultation consultation, string organisation, CancellationToken stop = default) =>
        Views(consultation, setting.Platform.DataOrEmpty().Of(organisation), await consultations.AnswerOf(consultation.Id, organisation, stop) is { } answer ? [answer] : [], await shelf.All(consultation.Id, stop));

    /// <summary>Every delivery that a consultation expects.</summary>
    public async Task<IReadOnlyList<DeliveryView>> All(Consultation consultation, CancellationToken stop = default) =>
        Views(consultation, setting.Platform.DataOrEmpty().Deliveries, await consultations.Answers(consultation.Id, stop), await shelf.All(consultation.Id, stop));

    /// <summary>Which delivery a file without a word about it is for: the only one still awaited, or the only one whose columns it has.</summary>
    /// <returns>Its id; null where several may be meant.</returns>
    public async Task<string?> Match(Consultation consultation, string organisation, ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
    {
        var expected = await Of(consultation, organisation, stop);
        if (expected.Where(delivery => !ReceivingRules.IsSettled(delivery.State)).ToList() is [var open])
            return open.Template.Id;
        return expected.Where(delivery => Fits(delivery.Template, bytes)).ToList() is [var only] ? only.Template.Id : null;
    }

    private bool Fits(DeliveryTemplate template, ReadOnlyMemory<byte> bytes)
    {
        if (reader is null || SchemaOf(template) is not { } schema)
            return false;
        using var raw = new MemoryStream(bytes.ToArray(), writable: false);
        var opening = reader.Open(raw);
        using var file = opening.File;
        var report = TableCheck.Run(opening, new CheckOptions(schema, null, Year(template)));
        return report.Rows > 0 && !report.Errors.Counts.ContainsKey(FindingTypes.MissingLabel);
    }

    private IReadOnlyList<DeliveryView> Views(Consultation consultation, IReadOnlyList<DeliveryTemplate> templates, IReadOnlyList<Answer> answers, IReadOnlyList<DataDeposit> deposits) =>
        [.. templates.Select(template =>
        {
            var said = ReceivingRules.Before(answers.FirstOrDefault(answer => answer.Unit == template.Organisation)).ByDelivery.GetValueOrDefault(template.Id);
            var own = deposits.Where(deposit => deposit.Delivery == template.Id).ToList();
            return new DeliveryView(consultation, template.For(consultation.Year), said, own.FirstOrDefault(deposit => deposit.File == said?.File),
                [.. own.Where(deposit => deposit.File != said?.File).OrderByDescending(deposit => deposit.At)],
                template.LastDay(consultation.Year) is { } last ? setting.Zone.EndOf(last) : consultation.Closes);
        })];

    /// <summary>
    /// Takes a file, or the attestation of the one that stands. The raw bytes are kept first; then the answer says so; a file
    /// that is quickly read is checked at once, another by its effect.
    /// </summary>
    public async Task<Refusal?> Give(FileSent sent, CancellationToken stop = default)
    {
        if (await consultations.Find(sent.Consultation, stop) is not { } consultation || !consultation.Template.AsksDeliveries()
            || setting.Platform.DataOrEmpty().Find(sent.Delivery) is not { } template || template.Organisation != sent.Organisation)
            return Refusal.Because(Why.Unknown, "Ce fichier n’est pas attendu de cet organisme.");
        if (!consultation.TakesAnswersAt(sent.At))
            return ConsultationRules.Window(consultation, sent.At);

        string? file = null;
        Refusal? refusal = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = await consultations.AnswerOf(sent.Consultation, sent.Organisation, stop);
            var known = ReceivingRules.Before(before).ByDelivery;
            var stands = known.GetValueOrDefault(sent.Delivery);
            if (ReceivingRules.Check(sent, stands) is { Count: > 0 } errors)
                return Refusal.Invalid(errors);
            file ??= sent.Content is { } content ? await shelf.Keep(content, stop) : stands!.File;
            var said = ReceivingRules.Give(sent, template.For(consultation.Year), file, stands);
            refusal = await consultations.Take(sent.Consultation, Command(consultation, sent, new Dictionary<string, DeliverySaid>(known) { [sent.Delivery] = said }), before?.Revision ?? 0, stop);
            if (refusal?.Why != Why.Changed)
                break;
        }
        if (refusal is null)
            await CheckAtOnce(sent.Consultation, sent.Organisation, stop);
        return refusal;
    }

    private static AnswerCommand Command(Consultation consultation, FileSent sent, Dictionary<string, DeliverySaid> all) => new(
        sent.Organisation, sent.Organisation, sent.By,
        sent.Way switch
        {
            DeliveryWay.Page or DeliveryWay.Put or DeliveryWay.Folder => Channel.Page,
            DeliveryWay.Mail => Channel.Reply,
            DeliveryWay.Coordinator => Channel.Mail,
        },
        false, new Dictionary<string, AnswerValue> { [consultation.Template.Questions.First(question => question.Kind == QuestionKind.Deliveries).Id] = new AnswerValue.Deliveries(all) }, sent.At);

    /// <summary>What fails here is met again by the effect of the answer, which is tried anew and, failing, told to the coordinator.</summary>
    internal async Task CheckAtOnce(string consultation, string organisation, CancellationToken stop)
    {
        try
        {
            await Check(consultation, organisation, ReceivingRules.Quick, stop);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
        }
    }

    /// <summary>Checks the files of an answer that were not checked yet, or not by the repairs that were agreed to since. Done again, it does what is left.</summary>
    /// <param name="most">Larger files are left, in bytes.</param>
    public async Task Check(string consultation, string organisation, long most = long.MaxValue, CancellationToken stop = default)
    {
        if (reader is null || await consultations.Find(consultation, stop) is not { } asked || await consultations.AnswerOf(consultation, organisation, stop) is not { } answer)
            return;
        foreach (var (delivery, said) in ReceivingRules.Before(answer).ByDelivery)
            if (said.Size <= most && IsToCheck(said, await shelf.Find(consultation, delivery, said.File, stop)))
                await Check(asked, organisation, delivery, said, stop);
    }

    /// <summary>What was accepted stays as it was accepted.</summary>
    private static bool IsToCheck(DeliverySaid said, DataDeposit? held) =>
        held is null || !held.IsAccepted && (held.Checked is not { } check || RepairRules.IsStale(said, check));

    private async Task Check(Consultation consultation, string organisation, string delivery, DeliverySaid said, CancellationToken stop)
    {
        var template = setting.Platform.DataOrEmpty().Find(delivery);
        var (report, agreed) = await Run(template, said, stop);
        if (earlier is not null)
            await earlier.Compare(report, said.File, delivery, consultation.Year, SchemaOf(template), agreed, stop);
        var few = await Few(delivery, consultation.Year, said.File, agreed, stop);
        foreach (var one in few)
            report.Warnings.Add(new Finding(FindingTypes.BelowThreshold, null, null, null, null, FewWords.Remark(one)));
        await shelf.Write(consultation.Id, delivery, said.File, CheckJson.Of(report), stop);
        var found = new CheckedFile(said.At, report.IsValid, report.Rows, report.Errors.Count, report.Warnings.Count,
            report.Errors.Kept.All(error => error is { Row: not null, Field: not null }), [.. report.Errors.Kept.Take(MostTold).Select(error => error.Message)],
            report.Sheet, SchemaOf(template) is null ? "" : template!.Schema,
            said.Repairs, agreed.Mends.Count > 0 ? agreed.Hash : "", report.Mended.Sum(mended => mended.Rows), report.Offers.Count, few.Count > 0 ? few : null);
        var deposit = new DataDeposit(consultation.Id, delivery, consultation.Year, template?.For(consultation.Year).Period ?? "", organisation,
            said.File, said.Name, said.Size, said.By, said.Way, said.At, found);
        if (report.Profiles.Count > 0)
            await shelf.WriteSchema(deposit, SchemaInference.Of(report), stop);
        var receipt = await receipts.OfFile(
            new FileNews(consultation, delivery, organisation, said.Repairs?.By ?? said.By, said.Name, DeliveryWords.Found(said, found), DeliveryWords.Receipt(said, found, report.Mended)),
            $"receipt-delivery-{consultation.Id}-{delivery}-{said.File[..16]}{(said.Repairs is { } consent ? $"-{consent.Offer}" : "")}", said.Repairs?.At ?? said.At, stop);
        await ledger.Carry(async () => await ledger.Find<DataDeposit>(DataDeposit.Partition, deposit.Key, stop) is { } held
            ? IsToCheck(said, held.Value) ? Write(new Change.Replace(held.Key, Stored.Write(deposit), held.Version)) : new Draft.Nothing()
            : Write(new Change.Insert(deposit.Key, Stored.Write(deposit))), stop);

        Draft Write(Change change) => new Draft.Write(DataDeposit.Partition, [change], receipt is null ? [] : [receipt]);
    }

    /// <summary>Checks a file by what was agreed to; what is agreed to ahead is known once it was checked without.</summary>
    private async Task<(CheckReport Report, MendList Agreed)> Run(DeliveryTemplate? template, DeliverySaid said, CancellationToken stop)
    {
        var agreed = await shelf.Mends(said.File, said.Repairs?.List ?? "", stop);
        var report = await Run(template, said.File, agreed, stop);
        if (said.Repairs is not { IsAhead: true } || report.Offers.Where(offer => offer.Sure).Select(offer => offer.Mend).ToList() is not { Count: > 0 } sure)
            return (report, agreed);
        agreed = MendList.Of(sure);
        await shelf.Keep(said.File, agreed, stop);
        return (await Run(template, said.File, agreed, stop), agreed);
    }

    private async Task<CheckReport> Run(DeliveryTemplate? template, string hash, MendList agreed, CancellationToken stop)
    {
        await using var raw = await shelf.Raw(hash, stop) ?? throw new InvalidOperationException($"The raw file {hash} is gone.");
        var opening = reader!.Open(raw);
        using var file = opening.File;
        return TableCheck.Run(opening, new CheckOptions(SchemaOf(template), null, Year(template), NeedsTerritories(template) && atlas is not null ? await atlas(stop) : null) { Agreed = agreed });
    }

    /// <summary>Counts below the threshold of their source, as the dashboard would read them; none of a file that it cannot read.</summary>
    private async Task<IReadOnlyList<FewUnits>> Few(string delivery, int year, string hash, MendList agreed, CancellationToken stop)
    {
        var catalogue = setting.Folder.Indicators;
        List<FewUnits> all = [];
        foreach (var reading in catalogue.Readings.Where(reading => reading.Delivery == delivery && FewUnits.Concerns(reading, catalogue)))
        {
            await using var raw = await shelf.Raw(hash, stop) ?? throw new InvalidOperationException($"The raw file {hash} is gone.");
            var lists = atlas is null ? null : await atlas(stop);
            if (NormalisedFile.Of(reader!, reading, raw, year, lists, agreed) is { Table: not null } read)
                all.AddRange(FewUnits.Of(SeriesTable.Read(read.Data), reading, catalogue, lists));
        }
        return all;
    }

    /// <summary>The lists are read only where something is held against them.</summary>
    private bool NeedsTerritories(DeliveryTemplate? template) =>
        SchemaOf(template) is { } schema ? schema.Fields.Any(field => field.Territory is not null) : Year(template) is not null;

    private TableSchema? SchemaOf(DeliveryTemplate? template) => template is null ? null : setting.Folder.Schemas.GetValueOrDefault(template.Schema);

    private static int? Year(DeliveryTemplate? template) => template is { TerritoryYear: > 0 } ? template.TerritoryYear : null;

    /// <inheritdoc cref="ReceivingRules.Accept"/>
    public async Task<Refusal?> Accept(string consultation, string delivery, string seen, string reason, string actor, DateTimeOffset now, string? seenMends = null, CancellationToken stop = default)
    {
        if (setting.Platform.DataOrEmpty().Find(delivery) is not { } template)
            return Refusal.Because(Why.Unknown, "Cette livraison n’est plus attendue.");
        return await ledger.Carry(async () =>
        {
            var said = ReceivingRules.Before(await consultations.AnswerOf(consultation, template.Organisation, stop)).ByDelivery.GetValueOrDefault(delivery);
            var held = said is null ? null : await ledger.Find<DataDeposit>(DataDeposit.Partition, DataDeposit.KeyOf(consultation, delivery, said.File), stop);
            return ReceivingRules.Accept(said, held?.Value, seen, reason, now, seenMends) switch
            {
                Decision<DataDeposit>.Accepted { State: var accepted } => new Draft.Write(DataDeposit.Partition, [new Change.Replace(held!.Key, Stored.Write(accepted), held.Version)],
                [
                    new Effect.Note(actor, $"livraison {consultation}/{delivery} acceptée", $"note-delivery-{consultation}-{delivery}-{seen[..16]}", now, ""),
                    .. setting.Folder.Indicators.Readings.Any(reading => reading.Delivery == delivery) ? [new Effect.TakeInFile(consultation, delivery, seen, $"series-{consultation}-{delivery}-{seen[..16]}", now)] : Array.Empty<Effect>(),
                ]),
                Decision<DataDeposit>.Refused refused => new Draft.Refuse(refused.Refusal),
                _ => new Draft.Nothing(),
            };
        }, stop);
    }

    /// <summary>
    /// Deletes, each night, the deposits that another file replaced and nobody accepted, once the months of the platform are over
    /// since they came: row, report, and bytes unless another deposit or answer has the same. What stands or was accepted stays.
    /// </summary>
    /// <returns>How many were deleted.</returns>
    public async Task<int> Retain(Func<DateTimeOffset, bool> past, CancellationToken stop = default)
    {
        var all = await shelf.All(stop);
        List<DataDeposit> gone = [];
        HashSet<string> standing = [];
        foreach (var asked in all.GroupBy(deposit => deposit.Consultation))
        {
            var said = (await consultations.Answers(asked.Key, stop)).SelectMany(answer => ReceivingRules.Before(answer).ByDelivery).Select(one => (one.Key, one.Value.File)).ToHashSet();
            standing.UnionWith(said.Select(one => one.File));
            gone.AddRange(asked.Where(deposit => !deposit.IsAccepted && !said.Contains((deposit.Delivery, deposit.File)) && past(deposit.At)));
        }
        standing.UnionWith(all.Except(gone).Select(deposit => deposit.File));
        foreach (var deposit in gone.Take(RetentionRules.MostANight))
            await shelf.Delete(deposit, alone: !standing.Contains(deposit.File), stop);
        return Math.Min(gone.Count, RetentionRules.MostANight);
    }

    /// <summary>The latest consultation that collects files, of the years around one; null before the first.</summary>
    public async Task<Consultation?> Latest(int year, CancellationToken stop = default)
    {
        Consultation? latest = null;
        foreach (var template in setting.Platform.Consultations.Where(template => template.AsksDeliveries()))
            foreach (var near in new[] { year - 1, year, year + 1 })
                if (await consultations.Find($"{near}-{template.Id}", stop) is { } one && (latest is null || one.Opened > latest.Opened))
                    latest = one;
        return latest;
    }

    /// <summary>Of the coordinator, a file she received otherwise: the depositor is « coordination ».</summary>
    public Task<Refusal?> Record(string consultation, string delivery, string name, Stream content, bool attests, DateTimeOffset now, bool agreesAhead = false, CancellationToken stop = default) =>
        Give(new FileSent(consultation, delivery, setting.Platform.DataOrEmpty().Find(delivery)?.Organisation ?? "", Coordination.Id, DeliveryWay.Coordinator, name, content, attests, now) { AgreesAhead = agreesAhead }, stop);
}
