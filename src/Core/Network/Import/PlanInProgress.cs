using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Network.Import;

/// <summary>The plan while rows are taken one after the other: what earlier rows added counts for later ones.</summary>
internal sealed class PlanInProgress(Roster roster, Platform platform, string source, DateOnly today)
{
    private readonly OrganisationFinder _finder = new(roster.Organisations.Values);
    private readonly Dictionary<string, Organisation> _organisations = roster.Organisations.ToDictionary();
    private readonly Dictionary<string, Contact> _byAddress = roster.Contacts.Values
        .Where(contact => contact.Address.Length > 0).GroupBy(contact => contact.Address, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.OrderByDescending(contact => contact.Active).First(), StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly OrderedDictionary<string, Organisation> _writtenOrganisations = [];
    private readonly OrderedDictionary<string, Contact> _writtenContacts = [];
    private readonly List<string> _inform = [];
    private readonly ContactIds _ids = new(roster.Contacts.Keys);
    private readonly List<PlannedLine> _lines = [];

    public IReadOnlyList<PlannedLine> Lines => _lines;

    public ImportedRows Rows => new([.. _writtenOrganisations.Values], [.. _writtenContacts.Values], _inform);

    public void Take(ImportedMember row)
    {
        var (organisation, verdict, reasons) = Organisation(row);
        if (organisation is null || !row.IsPerson)
        {
            Say(row, verdict, row[Meaning.Organisation] is { Length: > 0 } name ? name : row.Name, reasons);
            return;
        }
        Person(row, organisation, verdict, reasons);
    }

    private void Say(ImportedMember row, Verdict verdict, string subject, IReadOnlyList<string> reasons) =>
        _lines.Add(new PlannedLine(row.Line, verdict, subject, reasons));

    private (Organisation? Organisation, Verdict Verdict, List<string> Reasons) Organisation(ImportedMember row)
    {
        var name = row[Meaning.Organisation];
        if (name.Length == 0)
            return row.Addresses.Select(address => _byAddress.GetValueOrDefault(address)).OfType<Contact>().FirstOrDefault() is { } contact
                && _organisations.GetValueOrDefault(contact.Organisation) is { } own
                    ? (own, Verdict.Unchanged, []) : (null, Verdict.Doubtful, ["L’organisme n’est pas dit."]);
        return _finder.Find(name) switch
        {
            [var one] => Changed(row, _organisations[one.Id]),
            [] => Added(row, name),
            var several => (null, Verdict.Doubtful, [$"Plusieurs organismes portent ce nom\u00A0: {Lists.Join(several.Select(one => one.Name))}. Écrivez le nom en entier."]),
        };
    }

    private (Organisation?, Verdict, List<string>) Added(ImportedMember row, string name)
    {
        if (_finder.Nearest(name) is { } near)
            return (null, Verdict.Doubtful, [$"Cet organisme ressemble à «\u00A0{near.Name}\u00A0». Écrivez ce nom-là si c’est lui, ou ajoutez d’abord le nouveau."]);
        if (College(row[Meaning.College]) is not { } college)
            return (null, Verdict.Doubtful, [row[Meaning.College].Length == 0
                ? "Cet organisme n’est pas connu. Ajoutez-le d’abord, ou donnez son collège dans une colonne «\u00A0Collège\u00A0»."
                : $"Le collège «\u00A0{row[Meaning.College]}\u00A0» n’est pas connu. Les collèges sont {Lists.Join(platform.Colleges.Select(one => $"«\u00A0{one.Name}\u00A0»"))}."]);
        List<string> reasons = ["Nouvel organisme."];
        var given = row[Meaning.OrganisationFor];
        var sentence = given.Length > 0 ? given : OrganisationWords.For(name);
        if (sentence is null)
            reasons.Add($"Dans une phrase, il sera appelé «\u00A0{name}\u00A0»\u00A0: vérifiez l’article.");
        var organisation = new Organisation(OrganisationWords.Id(name, _organisations.Keys), name, sentence ?? name, college, row[Meaning.OrganisationKind], row.Charter, row[Meaning.Commitment]);
        Write(organisation);
        _finder.Add(organisation);
        return (organisation, Verdict.Added, reasons);
    }

    private (Organisation?, Verdict, List<string>) Changed(ImportedMember row, Organisation known)
    {
        if (!known.Active)
            return (null, Verdict.KeptOut, ["Cet organisme est marqué comme ayant quitté la plate-forme\u00A0: rien n’est repris."]);
        List<string> reasons = [];
        var next = known with
        {
            Kind = New(known.Kind, row[Meaning.OrganisationKind], "type d’organisme", reasons),
            Commitment = New(known.Commitment, row[Meaning.Commitment], "engagement", reasons),
            CharterSigned = row.Charter ?? known.CharterSigned,
        };
        if (next.CharterSigned != known.CharterSigned)
            reasons.Add($"Signature de la charte\u00A0: {FrenchDates.Day(next.CharterSigned!.Value)}.");
        if (next != known)
            Write(next);
        if (College(row[Meaning.College]) is { } college && college != known.College)
            reasons.Add("Le collège n’est pas celui du réseau\u00A0: il n’est pas changé par un import.");
        return (next, next == known ? Verdict.Unchanged : Verdict.Changed, reasons);
    }

    private void Person(ImportedMember row, Organisation organisation, Verdict about, List<string> reasons)
    {
        var subject = row.Name.Length > 0 ? $"{row.Name}, {organisation.Name}" : $"{row.Addresses.Concat(row.Broken).First()}, {organisation.Name}";
        reasons.AddRange(row.Broken.Select(address => $"«\u00A0{address}\u00A0» n’est pas une adresse."));
        reasons.AddRange(row.Addresses.Skip(1).Select(address => $"Une seule adresse est prise\u00A0: «\u00A0{address}\u00A0» est laissée."));
        if (row.Addresses.Count == 0)
        {
            var known = SameName(row, organisation);
            Say(row, known is null ? Verdict.Doubtful : about, subject, known is null ? [.. reasons, "Sans adresse, cette personne ne peut pas être ajoutée."] : reasons);
            return;
        }
        var address = row.Addresses[0];
        if (_seen.TryGetValue(address, out var line))
            Say(row, Verdict.Doubtful, subject, [.. reasons, $"Cette adresse est déjà à la ligne {line}\u00A0: seule la première est prise."]);
        else if (_byAddress.GetValueOrDefault(address) is { } contact)
            Known(row, organisation, contact, about, subject, reasons);
        else
            New(row, organisation, address, subject, reasons);
        _seen.TryAdd(address, row.Line);
    }

    private void Known(ImportedMember row, Organisation organisation, Contact contact, Verdict about, string subject, List<string> reasons)
    {
        if (!contact.Active)
            Say(row, Verdict.KeptOut, subject, [.. reasons, "Cette personne est marquée comme partie\u00A0: elle n’est pas réinscrite."]);
        else if (contact.Suppressed)
            Say(row, Verdict.KeptOut, subject, [.. reasons, "Cette personne ne veut plus de messages\u00A0: elle n’est pas réinscrite."]);
        else if (contact.Organisation != organisation.Id)
            Say(row, Verdict.Doubtful, subject, [.. reasons, $"Cette adresse est celle {Elision.De(contact.Name)}, {_organisations[contact.Organisation].Name}. Si la personne a changé d’organisme, marquez son départ, puis ajoutez-la."]);
        else if (IsSomebodyElse(row, contact))
            Say(row, Verdict.Doubtful, subject, [.. reasons, $"Cette adresse est celle {Elision.De(contact.Name)}. Si c’est une autre personne, donnez-lui son adresse."]);
        else
            Update(row, contact, about, subject, reasons);
    }

    private void Update(ImportedMember row, Contact contact, Verdict about, string subject, List<string> reasons)
    {
        if (NotARole(row) is { } problem)
        {
            Say(row, Verdict.Doubtful, subject, [.. reasons, problem]);
            return;
        }
        var next = contact with
        {
            FirstName = contact.FirstName.Length == 0 ? New("", row.FirstName, "prénom", reasons) : contact.FirstName,
            LastName = contact.LastName.Length == 0 ? New("", row.LastName, "nom", reasons) : contact.LastName,
            Function = New(contact.Function, row[Meaning.Function], "fonction", reasons),
            Roles = Roles(row, contact.Organisation, contact.Id, contact.Roles, Over(contact), reasons),
        };
        var changes = next.FirstName != contact.FirstName || next.LastName != contact.LastName || next.Function != contact.Function || !next.Roles.SequenceEqual(contact.Roles);
        if (changes)
            Write(next);
        Say(row, changes ? Verdict.Changed : about, subject, reasons);
    }

    private void New(ImportedMember row, Organisation organisation, string address, string subject, List<string> reasons)
    {
        if (row.Name.Length == 0 && row[Meaning.Function].Length == 0)
        {
            Say(row, Verdict.Doubtful, subject, [.. reasons, "Donnez un nom, ou la fonction de cette adresse."]);
            return;
        }
        if (NotARole(row) is { } problem)
        {
            Say(row, Verdict.Doubtful, subject, [.. reasons, problem]);
            return;
        }
        var id = _ids.Next();
        var roles = Roles(row, organisation.Id, id, [], [], reasons);
        var from = row[Meaning.Source] is { Length: > 0 } own ? own : source;
        var contact = new Contact(id, organisation.Id, row.FirstName, row.LastName, address, row[Meaning.Function], roles.Count > 0 ? roles : [new Role(RoleKind.Reader)], from, today);
        Write(contact);
        _inform.Add(id);
        Say(row, Verdict.Added, subject, [.. reasons, $"Nouvelle personne\u00A0: {RoleWords.Join(contact.Roles, platform)}."]);
    }

    /// <summary>Bodies where the term of somebody is over.</summary>
    private HashSet<string> Over(Contact contact) => [.. (contact.Terms ?? []).Where(term => term.IsOver(today)).Select(term => term.Body)];

    /// <summary>Roles are only added; an organisation keeps its one référent, and no term is renewed.</summary>
    private List<Role> Roles(ImportedMember row, string organisation, string contact, IReadOnlyList<Role> before, HashSet<string> over, List<string> reasons)
    {
        List<Role> roles = [.. before];
        var told = RoleCells.Of(row[Meaning.Roles], platform).Roles;
        void Add(Role role)
        {
            if (roles.Contains(role))
                return;
            if (role.Body is { } body && over.Contains(body))
            {
                reasons.Add($"Son mandat est échu ({RoleWords.Name(role, platform)})\u00A0: un import ne le renouvelle pas.");
                return;
            }
            roles.Add(role);
            if (before.Count > 0)
                reasons.Add($"Rôle ajouté\u00A0: {RoleWords.Name(role, platform)}.");
        }
        if ((row.Says(Meaning.Referent) == true || told.Contains(new Role(RoleKind.Referent))) && !roles.Contains(new Role(RoleKind.Referent)))
        {
            if (Referent(organisation) is { } other && other.Id != contact)
            {
                reasons.Add($"{other.Name} est déjà la personne référente\u00A0: {(row.Name.Length > 0 ? row.Name : "cette personne")} devient suppléante.");
                Add(new Role(RoleKind.Suppleant));
            }
            else
                Add(new Role(RoleKind.Referent));
        }
        if (row.Says(Meaning.Referent) == false && roles.Contains(new Role(RoleKind.Referent)))
            reasons.Add("Le fichier ne la dit plus référente\u00A0: un import n’enlève aucun rôle.");
        if (row.Says(Meaning.Suppleant) == true)
            Add(new Role(RoleKind.Suppleant));
        foreach (var role in told.Where(role => role.Kind != RoleKind.Referent).OrderByDescending(role => role.Kind == RoleKind.Chair))
            if (role.Kind != RoleKind.Member || roles.All(held => role.Body is null ? held.Kind != RoleKind.Member : held.Body != role.Body))
                Add(role);
        // Being kept informed goes without saying for whoever has another role.
        if (told.Count > 0 && before.Where(role => role.Kind != RoleKind.Reader).Except(told).ToList() is { Count: > 0 } kept)
            reasons.Add($"Le fichier ne dit plus {RoleWords.Join(kept, platform)}\u00A0: un import n’enlève aucun rôle.");
        foreach (var body in row.Bodies.Where(body => roles.All(role => role.Body != body)))
            Add(new Role(RoleKind.Member, body));
        return roles;
    }

    /// <summary>A role nobody knows may be a slip of the pen: the row waits for a person.</summary>
    private string? NotARole(ImportedMember row) => RoleCells.Of(row[Meaning.Roles], platform).Unknown is { Count: > 0 } unknown
        ? $"{Lists.Join(unknown.Select(word => $"«\u00A0{word}\u00A0»"))} n’est pas un rôle connu. Les rôles sont {Lists.Join(RoleCells.Known(platform).Select(name => $"«\u00A0{name}\u00A0»"))}."
        : null;

    private Contact? Referent(string organisation) => roster.Contacts.Values.Where(contact => !_writtenContacts.ContainsKey(contact.Id)).Concat(_writtenContacts.Values)
        .FirstOrDefault(contact => contact.Active && contact.Organisation == organisation && contact.Is(RoleKind.Referent));

    private Contact? SameName(ImportedMember row, Organisation organisation) => roster.Contacts.Values.FirstOrDefault(contact =>
        contact.Organisation == organisation.Id && row.Name.Length > 0 && ColumnReader.Plain(contact.Name) == ColumnReader.Plain(row.Name));

    /// <summary>Another name, not a spelling of the same: no word in common.</summary>
    private static bool IsSomebodyElse(ImportedMember row, Contact contact)
    {
        var (given, known) = (ColumnReader.Plain(row.Name).Split(' '), ColumnReader.Plain(contact.Name).Split(' '));
        return row.Name.Length > 0 && contact.Name.Length > 0 && !given.Intersect(known).Any();
    }

    private string? College(string text) => text.Length == 0 ? null
        : platform.Colleges.FirstOrDefault(college => ColumnReader.Plain(college.Name) == ColumnReader.Plain(text) || college.Id.Equals(text, StringComparison.OrdinalIgnoreCase))?.Id;

    /// <summary>A blank cell erases nothing; the same words are no change.</summary>
    private static string New(string before, string given, string what, List<string> reasons)
    {
        if (given.Length == 0 || ColumnReader.Plain(given) == ColumnReader.Plain(before))
            return before;
        reasons.Add(before.Length == 0 ? $"{char.ToUpperInvariant(what[0])}{what[1..]}\u00A0: {given}." : $"{char.ToUpperInvariant(what[0])}{what[1..]}\u00A0: «\u00A0{before}\u00A0» devient «\u00A0{given}\u00A0».");
        return given;
    }

    private void Write(Organisation organisation) => _writtenOrganisations[organisation.Id] = _organisations[organisation.Id] = organisation;

    private void Write(Contact contact) => _writtenContacts[contact.Id] = _byAddress[contact.Address] = contact;
}
