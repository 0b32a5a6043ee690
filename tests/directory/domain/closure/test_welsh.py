"""What notices in Welsh say on a service's own page."""

from datetime import date

import pytest

from directory.domain.closure.reading import read_closure

ON = date(2026, 3, 10)
NAMES = ("Clwb Cinio Aberheli",)

CLOSED = (
    "Mae'r grŵp wedi cau.",
    "Mae’r clwb bellach wedi cau.",
    "Mae Clwb Cinio Aberheli wedi cau ei ddrysau am y tro olaf.",
    "Mae'r prosiect wedi dod i ben.",
    "Daeth y prosiect i ben yn 2023.",
    "Nid yw'r grŵp yn rhedeg bellach.",
    "Nid yw'r clwb yn cwrdd mwyach.",
    "Rydym wedi cau.",
    "Caeodd y clwb ym mis Mawrth 2024.",
    "Mae'r gwasanaeth ar gau yn barhaol.",
    "Mae'r elusen wedi cael ei dirwyn i ben.",
    "Diolch i bawb am eich cefnogaeth dros y blynyddoedd.",
    "Dyw'r grŵp ddim yn bodoli bellach.",
    "Mae ein grŵp wedi dod i ben.",
)

CLOSING = (
    "Bydd y clwb yn cau ar 30 Mehefin 2026.",
    "Byddwn yn cau ym mis Awst 2026.",
    "Ni fyddwn yn rhedeg ar ôl y Pasg 2026.",
    "Mae'r pwyllgor wedi penderfynu cau'r clwb.",
    "Ni fydd y grŵp yn parhau.",
    "Bydd y prosiect yn dod i ben ym mis Medi 2026.",
    "Mae'r clwb ar fin cau.",
    "Cynhelir ein sesiwn olaf ar 30 Ebrill 2026.",
)

PAUSED = (
    "Mae'r clwb ar gau dros dro.",
    "Rydym ar gau nes bydd rhybudd pellach.",
    "Mae'r grŵp ar gau hyd nes y clywir yn wahanol.",
    "Rydym ar gau dros y Nadolig.",
    "Byddwn ar gau o 20 Rhagfyr tan 4 Ionawr.",
    "Ni fyddwn yn cwrdd ym mis Awst.",
    "Mae ein sesiynau wedi'u gohirio.",
    "Mae'r clwb yn cymryd seibiant dros yr haf.",
)

AT_RISK = (
    "Mae'r clwb mewn perygl o gau.",
    "Mae ein cyllid wedi dod i ben.",
    "Efallai y bydd yn rhaid i ni gau.",
    "Bydd y clwb yn cau oni bai ein bod yn dod o hyd i drysorydd.",
    "Mae dyfodol y clwb yn ansicr.",
    "Mae'r grŵp wedi cau ond bydd yr aelodau'n parhau i gwrdd.",
)

CONVERTED = (
    "Rydym wedi uno â Chlwb Cinio Aberalaw.",
    "Mae'r clwb wedi newid ei enw.",
    "Mae'r elusen bellach yn rhan o Cymdogion Menai.",
)

NOTHING = (
    "Mae'r ysgol wedi cau.",
    "Mae'r ffordd ar gau.",
    "Ar gau ar ddydd Llun.",
    "Mae'r llyfrgell wedi cau felly rydym yn cwrdd yn y neuadd.",
    "Dyddiad cau: 30 Ebrill.",
    "Mae'r arolwg wedi cau.",
    "Rydym yn cau am 5pm.",
    "Rydym wedi ailagor.",
    "Mae'r grŵp yn cwrdd bob dydd Mawrth.",
    "Nid yw'r clwb wedi cau.",
)

TABLE = [
    (kind, text)
    for kind, texts in (
        ("closed", CLOSED),
        ("closing", CLOSING),
        ("paused", PAUSED),
        ("at_risk", AT_RISK),
        ("converted", CONVERTED),
        ("nothing", NOTHING),
    )
    for text in texts
]


@pytest.mark.parametrize(("kind", "text"), TABLE)
def test_a_notice_in_welsh_is_read_as_what_it_says(kind: str, text: str) -> None:
    reading = read_closure(text, names=NAMES, is_own_page=True, on=ON)

    kinds = " ".join(notice.kind for notice in reading.notices if notice.is_own)

    assert (kinds or "nothing") == kind


def test_the_table_has_welsh_enough() -> None:
    assert len(TABLE) >= 30
