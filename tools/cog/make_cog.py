#!/usr/bin/env python3
"""Makes src/Adapters/Territories/cog.csv.gz: the territories of France, year by year, from 1999 to 2026.

    mkdir scratch && cd scratch
    for v in 0.7.0 0.8.0 1.1.1 2.3.1 3.1.1 4.1.0 5.3.0 6.0.0; do npm pack @etalab/decoupage-administratif@$v; done
    python3 make_cog.py SCRATCH INTERCOMMUNALITE_2020.xlsx POPULATIONS_2008_2013.csv OUTPUT.csv.gz

Sources, all under Licence ouverte (see README.md beside this file): the packages above, Insee's « Intercommunalité et
métropole au 01/01/2020 » and Insee's legal populations 2008-2013 (the regions of before 2016). Only the standard
library is used; the same sources give the same bytes. What could not be settled is printed, and listed in README.md.
"""
import csv, gzip, io, json, re, sys, tarfile, unicodedata, zipfile
import xml.etree.ElementTree as ET
from collections import defaultdict

FIRST, LAST = 1999, 2026
# The year of the code list each package holds: table « Millésimes et versions de package » of its README.
PACKAGES = {2019: "0.7.0", 2021: "1.1.1", 2022: "2.3.1", 2023: "3.1.1", 2024: "4.1.0", 2025: "5.3.0", 2026: "6.0.0"}
HISTORY = "0.8.0"          # holds historique-communes.json: Insee's history from 1943 to 1 January 2019
OVERSEAS = ("975", "977", "978", "98")   # collectivities that are no departments: known from 2019, not before
MAYOTTE_FROM = 2012        # a department since 31 March 2011: the list of 1 January 2012 is the first to hold it
LYON = "200046977"         # the Métropole de Lyon, since 1 January 2015
RHONE_FROM = 2015

# Names of the regions of before 1 January 2016 (Insee, code officiel géographique 2015); which departments they held
# comes from the legal populations 2008-2013.
FORMER_REGIONS = {
    "21": "Champagne-Ardenne", "22": "Picardie", "23": "Haute-Normandie", "24": "Centre", "25": "Basse-Normandie",
    "26": "Bourgogne", "31": "Nord-Pas-de-Calais", "41": "Lorraine", "42": "Alsace", "43": "Franche-Comté",
    "54": "Poitou-Charentes", "72": "Aquitaine", "73": "Midi-Pyrénées", "74": "Limousin", "82": "Rhône-Alpes",
    "83": "Auvergne", "91": "Languedoc-Roussillon"}


def package(folder, version, name):
    with tarfile.open(f"{folder}/etalab-decoupage-administratif-{version}.tgz") as tar:
        return json.load(tar.extractfile(f"package/data/{name}.json"))


def sheet(path, number):
    """The rows of one sheet of an .xlsx, by column letter."""
    book, ns = zipfile.ZipFile(path), "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    texts = ["".join(t.text or "" for t in item.iter(ns + "t")) for item in ET.fromstring(book.read("xl/sharedStrings.xml"))]
    for row in ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(ns + "row"):
        cells = {}
        for cell in row.iter(ns + "c"):
            value = cell.find(ns + "v")
            if value is not None:
                cells[re.sub(r"\d", "", cell.get("r"))] = texts[int(value.text)] if cell.get("t") == "s" else value.text
        yield cells


def typed(name):
    return re.sub(r"\s+", " ", name.replace("'", "’").strip())


def key(name):
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]", "", plain.replace("œ", "oe").replace("æ", "ae"))


def overseas(code):
    return code.startswith(OVERSEAS)


def department(code):
    return code[:3] if code.startswith("97") else code[:2]


def runs(by_year):
    """{year: value} to [(first, last, value)], last None while it stands in LAST."""
    found = []
    for year in sorted(by_year):
        value = by_year[year]
        if found and found[-1][2] == value and found[-1][1] == year - 1:
            found[-1] = (found[-1][0], year, value)
        else:
            found.append((year, year, value))
    return [(first, None if last == LAST else last, value) for first, last, value in found]


def main(folder, intercommunality, populations, output):
    history = package(folder, HISTORY, "historique-communes")
    communes = {year: package(folder, version, "communes") for year, version in PACKAGES.items()}
    epcis = {year: package(folder, version, "epci") for year, version in {**PACKAGES, 2020: "0.8.0"}.items()}
    composition = [row for row in sheet(intercommunality, 2) if re.fullmatch(r"[0-9][0-9AB]\d{3}", row.get("A", ""))]

    # --- municipalities: code -> name for each year
    names = {}
    for year in range(FIRST, LAST + 1):
        if year < 2019:
            day = f"{year}-01-01"
            names[year] = {c["code"]: c["nom"] for c in history if c["type"] == "COM" and c.get("dateDebut", "") <= day < c.get("dateFin", "9999")}
        elif year == 2020:
            names[year] = {row["A"]: row["B"] for row in composition}
        else:
            names[year] = {c["code"]: c["nom"] for c in communes[year] if c["type"] == "commune-actuelle"}
        names[year] = {code: typed(name) for code, name in names[year].items()
                       if not (code.startswith("976") and year < MAYOTTE_FROM) and not (overseas(code) and year < 2019)}
    names[2020] |= {code: name for code, name in names[2019].items() if overseas(code) and code in names[2021]}

    # --- parts of municipalities: associated and delegated municipalities, by their municipality
    parts = {year: {c["code"]: (c["chefLieu"], typed(c["nom"])) for c in communes[year]
                    if c["type"] in ("commune-deleguee", "commune-associee")} for year in PACKAGES}

    # --- moves: which municipality of the year before stands in which of this year
    records = {c["id"]: c for c in history}
    moves, unsettled = [], []

    def pole(record):
        seen = set()
        while record is not None and record["type"] != "COM" and record["id"] not in seen:
            seen.add(record["id"])
            record = records.get(record.get("pole") or record.get("successeur") or "")
        return record

    def follow(code, year):
        """Where the history says a municipality of the year before stands on 1 January of this year."""
        day = f"{year}-01-01"
        record = next(c for c in history if c["type"] == "COM" and c["code"] == code and c.get("dateDebut", "") <= f"{year - 1}-01-01" < c.get("dateFin", "9999"))
        for _ in range(20):
            if record is None:
                return None
            if record["type"] == "COM" and day < record.get("dateFin", "9999"):
                return record["code"]
            record = pole(records.get(record.get("successeur", "")))
        return None

    def origin(code, year):
        """Which municipality of the year before held a municipality that is new this year."""
        record = next(c for c in history if c["type"] == "COM" and c["code"] == code and c.get("dateDebut", "") <= f"{year}-01-01" < c.get("dateFin", "9999"))
        for _ in range(20):
            if record is None:
                return None
            if record["type"] == "COM" and record.get("dateDebut", "") <= f"{year - 1}-01-01" and record["code"] in names[year - 1]:
                return record["code"]
            before = records.get(record.get("predecesseur", ""))
            record = pole(before) if before is not None and before["type"] != "COM" else before
        return None

    for year in range(FIRST + 1, LAST + 1):
        before, now = names[year - 1], names[year] if year != 2019 else {c: n for c, n in names[year].items() if not overseas(c)}
        if year == MAYOTTE_FROM:
            before = {**before, **{c: n for c, n in now.items() if c.startswith("976")}}
        package_now = min(y for y in PACKAGES if y >= year) if year > 2019 else None
        package_before = max(y for y in PACKAGES if y < year) if year > 2019 else None
        became = defaultdict(set)
        for code in sorted(set(before) - set(now)):
            if year <= 2019:
                to = follow(code, year)
            else:
                holder = {old: c["code"] for c in communes[package_now] if c["type"] == "commune-actuelle" for old in c.get("anciensCodes", [])}
                to = parts[package_now].get(code, (holder.get(code),))[0]
            if to in now:
                became[code].add(to)
            else:
                unsettled.append(f"{year} {code} {before[code]}: gone, heir unknown ({to})")
        for code in sorted(set(now) - set(before)):
            if any(code in heirs for heirs in became.values()):
                continue
            if year <= 2019:
                source = origin(code, year)
            else:
                holder = {old: c["code"] for c in communes[package_before] if c["type"] == "commune-actuelle" for old in c.get("anciensCodes", [])}
                source = parts[package_before].get(code, (holder.get(code),))[0]
            if source in before:
                became[source].add(code)
                if source in now:
                    became[source].add(source)
            else:
                unsettled.append(f"{year} {code} {now[code]}: new, origin unknown ({source})")
        moves += [(year, code, sorted(heirs)) for code, heirs in sorted(became.items()) if heirs != {code}]

    # --- what municipalities belong to
    member = {"EPCI": defaultdict(dict), "ARR": defaultdict(dict)}
    epci_names = defaultdict(dict)
    for year, list_ in epcis.items():
        for epci in list_:
            epci_names[epci["code"]][year] = typed(epci["nom"])
            for commune in epci["membres"]:
                if commune["code"] in names[year]:
                    member["EPCI"][commune["code"]][year] = epci["code"]
    member2020 = {row["A"]: row["C"] for row in composition if not row["C"].startswith("ZZ")}
    for code in names[2020]:
        if member["EPCI"][code].get(2020) != member2020.get(code):
            unsettled.append(f"2020 {code}: EPCI {member['EPCI'][code].get(2020)} in the package, {member2020.get(code)} at Insee (kept)")
            member["EPCI"][code].pop(2020, None)
            if code in member2020:
                member["EPCI"][code][2020] = member2020[code]
    for year, list_ in communes.items():
        for c in list_:
            if c["type"] == "commune-actuelle" and c["code"] in names[year] and c.get("arrondissement"):
                member["ARR"][c["code"]][year] = c["arrondissement"]
    for code in names[2020]:  # no list of arrondissements for 2020: taken where 2019 and 2021 agree
        around = {member["ARR"][code].get(2019), member["ARR"][code].get(2021)} - {None}
        if len(around) == 1:
            member["ARR"][code][2020] = around.pop()
        else:
            unsettled.append(f"2020 {code}: arrondissement unknown, {sorted(around)} around")

    rows, metropolis = [], []

    def territory(level, code, by_year, population=None):
        years = sorted(by_year)
        spans = runs({year: True for year in years})
        for first, last, _ in spans:
            here = [y for y in years if first <= y <= (last or LAST)]
            line = ["T", level, code, first, last or "", by_year[here[-1]]]
            rows.append(line + ([population] if population and last is None else []))
            for a, b in zip(here, here[1:]):
                if key(by_year[a]) != key(by_year[b]):
                    rows.append(["N", level, code, a, by_year[a]])

    by_code = defaultdict(dict)
    for year, list_ in names.items():
        for code, name in list_.items():
            by_code[code][year] = name
    people = {c["code"]: c["population"] for c in communes[LAST] if "population" in c and c["type"] == "commune-actuelle"}
    for code in sorted(by_code):
        territory("COM", code, by_code[code], people.get(code))
    for code, by_year in sorted(epci_names.items()):
        territory("EPCI", code, by_year)

    arrondissements = {year: {a["code"]: typed(a["nom"]) for a in package(folder, version, "arrondissements")} for year, version in PACKAGES.items()}
    arr_names = defaultdict(dict)
    for code in sorted(member["ARR"]):
        for year, arr in member["ARR"][code].items():
            arr_names[arr][year] = arrondissements[year if year != 2020 else 2021].get(arr, arr)
    for code, by_year in sorted(arr_names.items()):
        territory("ARR", code, by_year)
    every = range(FIRST, LAST + 1)
    departments = package(folder, PACKAGES[LAST], "departements")
    for d in sorted(departments, key=lambda d: d["code"]):
        since = 2019 if d["zone"] == "com" else MAYOTTE_FROM if d["code"] == "976" else FIRST
        territory("DEP", d["code"], {y: typed(d["nom"]) for y in every if y >= since})
    territory("DEP", "69D", {y: "Nouveau Rhône" for y in every if y >= RHONE_FROM})
    territory("DEP", "69M", {y: "Métropole de Lyon" for y in every if y >= RHONE_FROM})
    regions = {r["code"]: typed(r["nom"]) for r in package(folder, PACKAGES[LAST], "regions") if r["zone"] != "com"}
    of_department = {d["code"]: d["region"] for d in departments if d["zone"] != "com"}
    former = {}
    for row in csv.DictReader(open(populations, encoding="utf-8-sig"), delimiter=";"):
        former[row["DEP"]] = row["REG"]
    former.update({dep: region for dep, region in of_department.items() if dep.startswith("97")})  # overseas: unchanged
    region_names = defaultdict(dict)
    for year in every:
        for dep in of_department:
            if dep == "976" and year < MAYOTTE_FROM:
                continue
            code = of_department[dep] if year >= 2016 else former[dep]
            region_names[code][year] = FORMER_REGIONS.get(code, regions.get(code)) if year < 2015 or (year == 2015 and code != "24") else regions.get(code, FORMER_REGIONS.get(code))
    for code, by_year in sorted(region_names.items()):
        territory("REG", code, by_year)
    territory("FR", "METRO", {y: "France métropolitaine" for y in every})
    for first, last, regions_then in runs({y: tuple(sorted(c for c, n in region_names.items() if y in n and not c.startswith("0"))) for y in every}):
        metropolis.append(["A", "FR", "METRO", first, last or "", "REG", " ".join(regions_then)])

    # --- parts of municipalities and municipal arrondissements
    wards = {c["code"]: (c["commune"], typed(c["nom"])) for c in communes[LAST] if c["type"] == "arrondissement-municipal"}
    for code, (_, name) in sorted(wards.items()):
        territory("ARM", code, {y: name for y in every})
    part_years = defaultdict(dict)
    for year in list(PACKAGES) + [2020]:
        for code, (holder, name) in (parts[year] if year != 2020 else {c: v for c, v in parts[2019].items() if parts[2021].get(c, (None,))[0] == v[0]}).items():
            part_years[code][year] = (holder, name)
    for code, by_year in sorted(part_years.items()):
        territory("COMD", code, {y: name for y, (_, name) in by_year.items()})

    # --- memberships, one line a parent and span of years
    groups = defaultdict(list)
    for level in ("EPCI", "ARR"):
        for code, by_year in member[level].items():
            for first, last, parent in runs(by_year):
                groups[(level, parent, first, last, "COM")].append(code)
    for code, by_year in part_years.items():
        for first, last, holder in runs({y: h for y, (h, _) in by_year.items()}):
            groups[("COM", holder, first, last, "COMD")].append(code)
    for code, (holder, _) in wards.items():
        groups[("COM", holder, FIRST, None, "ARM")].append(code)
    for dep in of_department:
        for first, last, region in runs({y: of_department[dep] if y >= 2016 else former[dep] for y in every if dep != "976" or y >= MAYOTTE_FROM}):
            groups[("REG", region, first, last, "DEP")].append(dep)
    # The Métropole de Lyon has not changed its bounds since 2015 (ordonnance n° 2014-1543): before 2019, the members of
    # 2019, none of which had merged.
    lyon = {c: {**{y: True for y in range(RHONE_FROM, 2019) if member["EPCI"][c].get(2019) == LYON}, **{y: True for y, e in member["EPCI"][c].items() if e == LYON}} for c in member["EPCI"]}
    for code in by_code:
        if department(code) == "69":
            for first, last, part in runs({y: "69M" if y in lyon.get(code, {}) else "69D" for y in by_code[code] if y >= RHONE_FROM}):
                groups[("DEP", part, first, last, "COM")].append(code)
    for (level, parent, first, last, child), codes in sorted(groups.items(), key=lambda g: (g[0][0], g[0][1], g[0][4], g[0][2])):
        rows.append(["A", level, parent, first, last or "", child, " ".join(sorted(codes))])
    rows += metropolis
    for year, code, heirs in moves:
        rows.append(["M", year, code, " ".join(heirs)])

    text = io.StringIO(newline="")
    text.write(f"# almanach-cog 1;{FIRST};{LAST}\n")
    writer = csv.writer(text, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_NONE, escapechar=None, quotechar=None)
    writer.writerows(rows)
    with open(output, "wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as zipped:
        zipped.write(text.getvalue().encode("utf-8"))
    for line in unsettled:
        print("unsettled:", line)
    print({y: len(n) for y, n in names.items()}, len(rows), "rows", len(moves), "moves")


if __name__ == "__main__":
    main(*sys.argv[1:])
