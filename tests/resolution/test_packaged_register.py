"""Laws of the register that ships."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from dateline.resolution.actors.choosing import ActorContext, ActorResolver
from dateline.resolution.actors.conflicts import Conflict, load_conflicts
from dateline.resolution.actors.register import REGISTER, ActorRegister, load_register
from dateline.resolution.actors.register_entries import Entry, Naming, find_namings, overlap
from dateline.resolution.actors.register_files import find_problems, read_files, read_plainly
from dateline.resolution.countries import load_countries
from dateline.types import Inter


@pytest.fixture(scope="module")
def register() -> ActorRegister:
    return load_register()


@pytest.fixture(scope="module")
def conflicts() -> dict[str, Conflict]:
    return {conflict.id: conflict for conflict in load_conflicts()}


def test_nothing_is_wrong_with_it() -> None:
    assert list(find_problems(read_files((REGISTER,)))) == []


def test_it_is_plain_enough_to_be_read_fast() -> None:
    plain, whole = read_plainly((REGISTER,)), read_files((REGISTER,))
    assert plain.entries == whole.entries
    assert plain.aliases == whole.aliases


def test_it_covers_enough_wars(register: ActorRegister) -> None:
    fought = Counter(conflict for entry in register.entries for conflict in entry.conflicts)
    assert len(register) >= 1300
    assert len(fought) >= 170
    assert len({country for entry in register.entries for country in entry.countries}) >= 125


def test_every_conflict_is_listed_and_has_actors(
    register: ActorRegister, conflicts: dict[str, Conflict]
) -> None:
    assert {name for entry in register.entries for name in entry.conflicts} == conflicts.keys()
    assert len(conflicts) == len(load_conflicts())
    assert all(conflict.until is None or conflict.since <= conflict.until
               for conflict in conflicts.values())  # fmt: skip


def test_an_actor_was_there_while_its_conflict_was(
    register: ActorRegister, conflicts: dict[str, Conflict]
) -> None:
    apart = [
        (entry.id, name)
        for entry in register.entries
        for name in entry.conflicts
        if (entry.since and conflicts[name].until and entry.since.year > conflicts[name].until)
        or (entry.until and entry.until.year < conflicts[name].since)
    ]
    assert apart == []


def test_dates_are_those_of_a_register_of_our_time(register: ActorRegister) -> None:
    for entry in register.entries:
        if entry.since:
            assert date(1815, 1, 1) <= entry.since <= date(2026, 12, 31), entry.id
        if entry.until:
            assert entry.until <= date(2026, 12, 31), entry.id
        assert not (entry.since and entry.until) or entry.since < entry.until, entry.id


def test_who_split_off_or_was_renamed_came_later(register: ActorRegister) -> None:
    for entry in register.entries:
        for other in filter(None, (entry.split_from, entry.formerly)):
            before = register.get_entry(other)
            assert before is not None
            if entry.since and before.since:
                # Where only the year is known, the day is 1 January.
                assert before.since.year <= entry.since.year, (entry.id, other)


def test_no_line_of_descent_turns_back(register: ActorRegister) -> None:
    for entry in register.entries:
        for field in ("parent", "split_from", "formerly"):
            seen, at = {entry.id}, getattr(entry, field)
            while at:
                assert at not in seen, (entry.id, field)
                seen.add(at)
                above = register.get_entry(at)
                at = getattr(above, field) if above else None


def test_countries_are_countries(register: ActorRegister) -> None:
    known = {country.code for country in load_countries()}
    named = {code for entry in register.entries for code in entry.countries}
    assert named <= known


def test_ids_are_slugs_and_given_once(register: ActorRegister) -> None:
    ids = [entry.id for entry in register.entries]
    assert len(set(ids)) == len(ids)
    assert all(name == name.lower() and " " not in name for name in ids)


def test_no_name_is_empty_or_unkempt(register: ActorRegister) -> None:
    names = [naming.name for naming in find_namings(register.entries, register.aliases)]
    assert all(name and name == " ".join(name.split()) for name in names)


def day_within(naming: Naming) -> date | None:
    if naming.since:
        return naming.since
    if naming.until:
        return date.fromordinal(naming.until.toordinal() - 1)
    return None


def test_every_name_resolves_to_its_entry_in_its_country_and_time(register: ActorRegister) -> None:
    resolve = ActorResolver(register)
    lost = []
    for naming in find_namings(register.entries, register.aliases):
        if naming.entry is None:
            continue
        context = ActorContext(naming.countries[:1], day_within(naming))
        chosen = resolve(naming.name, context=context).chosen
        if chosen is None or chosen.id != naming.entry.id:
            lost.append((naming.name, naming.entry.id, chosen and chosen.id))
    assert lost == []


ACRONYMS = [
    ("PLA", "CN", 2020, "peoples-liberation-army"),
    ("PLA", "IN", 2010, "pla-manipur"),
    ("FAR", "RW", 1993, "rwanda-habyarimana-army"),
    ("FAR", "GT", 1985, "far-guatemala"),
    ("FAR", "MA", 2010, "royal-moroccan-armed-forces"),
    ("AFP", "PH", 2010, "armed-forces-of-the-philippines"),
    ("RSF", "SD", 2024, "rapid-support-forces"),
    ("RSF", "SD", 2018, "rapid-support-forces-2013"),
    ("FARC", "CO", 2005, "farc"),
    ("MILF", "PH", 2005, "milf"),
    ("FNLA", "AO", 1990, "fnla"),
    ("PDF", "MM", 2022, "peoples-defence-force"),
    ("PDF", "PA", 1989, "panama-defense-forces"),
    ("PDF", "SD", 2005, "popular-defence-forces-sudan"),
    ("SSDF", "SO", 1995, "ssdf-somalia"),
    ("SSDF", "SD", 2000, "ssdf-sudan"),
    ("UPDF", "UG", 2010, "updf"),
    ("UPDF", "BD", 2010, "updf-bangladesh"),
    ("UPC", "CD", 2003, "upc-ituri"),
    ("UPC", "CF", 2018, "upc-car"),
    ("ADF", "CD", 2020, "adf"),
    ("ADF", "CM", 2020, "ambazonia-defence-forces"),
    ("CNSP", "NE", 2024, "niger-cnsp"),
    ("CNSP", "ML", 2020, "mali-cnsp"),
    ("TMC", "TD", 2021, "chad-transitional-military-council"),
    ("ISF", "LB", 2008, "internal-security-forces-lebanon"),
    ("ISF", "IQ", 2016, "iraqi-security-forces"),
    ("MIT", "TR", 2020, "mit-turkey"),
    ("MIT", "ID", 2016, "mujahidin-indonesia-timur"),
    ("BLA", "PK", 2024, "balochistan-liberation-army"),
    ("BLA", "NG", 2022, "biafra-liberation-army"),
]


@pytest.mark.parametrize(("acronym", "country", "year", "expected"), ACRONYMS)
def test_an_acronym_of_several_is_told_apart_by_country_and_day(
    acronym: str, country: str, year: int, expected: str, register: ActorRegister
) -> None:
    context = ActorContext((country,), date(year, 12, 1))
    chosen = ActorResolver(register)(acronym, context=context).chosen
    assert chosen is not None
    assert chosen.id == expected


@pytest.mark.parametrize("acronym", ["FAR", "SSDF", "CNSP", "TMC"])
def test_an_acronym_of_several_stays_open_where_neither_is_at_home(
    acronym: str, register: ActorRegister
) -> None:
    resolve = ActorResolver(register)
    assert resolve(acronym, context=ActorContext((), date(2023, 9, 1))).chosen is None
    assert resolve(acronym, context=ActorContext(("NO",), date(2023, 9, 1))).chosen is None


@pytest.mark.parametrize(
    ("organ", "actor"),
    [
        ("Amaq", "islamic-state"),
        ("al-Manar", "hezbollah"),
        ("Al-Masirah", "houthis"),
        ("Al-Aqsa TV", "hamas"),
        ("Umar Media", "ttp"),
        ("Az-Zallaqa", "jnim"),
        ("Firat News Agency", "pkk"),
        ("As-Sahab", "al-qaeda"),
        ("Hawar News Agency", "autonomous-administration-syria"),
        ("Shahada News Agency", "al-shabaab"),
    ],
)
def test_a_media_organ_is_the_group_it_speaks_for(
    organ: str, actor: str, register: ActorRegister
) -> None:
    chosen = ActorResolver(register)(organ, context=ActorContext((), date(2024, 6, 1))).chosen
    assert chosen is not None
    assert chosen.id == actor


def test_an_organ_is_one_entry_at_a_time(register: ActorRegister) -> None:
    holders: dict[tuple[str | None, str], list[Entry]] = {}
    for entry in register.entries:
        for organ in entry.organs:
            holders.setdefault((entry.country, organ), []).append(entry)
    twice = [
        (first.id, second.id)
        for entries in holders.values()
        for first, second in combinations(entries, 2)
        if overlap(first, second)
    ]
    assert twice == []


def test_state_forces_have_a_country_or_stand_beside_one(register: ActorRegister) -> None:
    homeless = [
        entry.id
        for entry in register.entries
        if entry.inter is Inter.STATE_FORCES and not entry.countries
    ]
    assert homeless == []


def test_an_entry_knows_its_relatives() -> None:
    entry = load_register().get_entry("segunda-marquetalia")  # type: ignore[arg-type]
    assert isinstance(entry, Entry)
    assert entry.related == ("farc",)
