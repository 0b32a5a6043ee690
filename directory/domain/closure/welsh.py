"""The wordings of each class in Welsh, where the verb comes first and its subject stands between it and the rest."""

from functools import partial

from directory.domain.closure.classes import About, Kind, Rule, rule

_WORDS = r"(?:['\s][\w.&'-]+){1,8}?"
_IS = (
    rf"(?P<subject>\b(?:mae|roedd|bydd|fydd){_WORDS}|\b(?:r?ydym|rydyn|r'ydym|dan|byddwn|fyddwn)(?: ni)?|^|(?<=[,:] ))"
    r"(?: (?:bellach|nawr|rwan|hefyd|yn anffodus|yn swyddogol|erbyn hyn|i gyd)){0,2} ?"
)
"""Whoever does it or is it: "mae'r clwb", "rydym ni", or nobody named."""
_IS_NOT = (
    rf"(?P<subject>\b(?:ni fydd|nid yw|nid ydy|nid oes|dyw|dydy|ddim){_WORDS}|\b(?:ni fyddwn|nid ydym|dydyn"
    rf"|dydym)(?: ni)?)(?: ddim| bellach)? "
)
_ENDED = (
    r"(?:wedi (?:cau\b(?! (?:dros dro|am \d|ar ddydd|i aelodau|i geisiadau))|dod i ben|gorffen\b|peidio â|darfod"
    r"|chwalu|(?:cael )?(?:ei|eu|ein) (?:gau|chau|cau|ddirwyn|dirwyn|ddiddymu|diddymu)(?: i ben)?)|wedi'[iu] (?:gau"
    r"|chau|cau|ddirwyn|dirwyn|ddiddymu|diddymu)(?: i ben)?)"
)
_ENDING = (
    r"yn (?:cau\b(?! (?:am|rhwng|dros|yn gynnar|bob|ar ddydd(?:iau)?(?! \w+,? \d)))|dod i ben|gorffen ar|dirwyn i ben)"
)
_GOES_ON = r"yn (?:cael (?:ei|eu) (?:gynnal|cynnal)|rhedeg|cwrdd|cyfarfod|bodoli|gweithredu|weithredol|cynnal sesiynau)"
_SEASON = (
    r"(?:dros (?:y |yr )?(?:nadolig|haf|pasg|gaeaf|gwyliau|flwyddyn newydd|hanner tymor)|(?:ym"
    r"|yn)(?: ystod)? (?:mis )?(?:awst|gorffennaf)\b(?! 20))"
)
_IS_OVER = r"(?= ?(?:$|[.,;!]|oherwydd|gan|ers|ond|a|ac|felly|ar ôl|wedi|bellach|mwyach|yn anffodus|yn 20|ym)(?:\W|$))"

_welsh = partial(rule, is_welsh=True)
_of_subject = partial(_welsh, about=About.NAMED)

WELSH: tuple[Rule, ...] = (
    # "wedi uno â", "wedi newid ei enw", "bellach yn rhan o"
    _of_subject(
        Kind.CONVERTED,
        "wedi",
        rf"{_IS}wedi(?:'i)? (?:uno (?:â|ag|gyda)|newid (?:ei|ein|eu) (?:h?enw|statws)|h?ailenwi|ymuno â"
        rf"|troi'n (?:elusen|gwmni)|dod yn (?:sefydliad corfforedig|rhan o))",
    ),
    _of_subject(
        Kind.CONVERTED,
        "bellach yn|nawr yn",
        rf"{_IS}yn (?:rhan o|cael ei (?:alw|hadnabod|adnabod)|dwyn yr enw)",
    ),
    # "ar gau dros dro", "wedi'u gohirio", "ar gau nes bydd rhybudd pellach"
    _of_subject(
        Kind.PAUSED,
        "dros dro|nes |tan |hyd ",
        rf"{_IS}(?:ar gau|wedi cau|yn cau|ddim yn \w+|wedi stopio|wedi'[iu] (?:h?atal|gohirio)) (?:dros dro|hyd nes"
        rf"|nes|hyd oni|tan (?:rybudd|y \w+|mis|\d))",
    ),
    _of_subject(
        Kind.PAUSED,
        "gohirio|atal|seibiant|hoe|egwyl",
        rf"{_IS}(?:wedi(?:'[iu]| cael (?:ei|eu)) (?:gohirio|h?atal)|(?:yn|ar) (?:cymryd |gael )?(?:seibiant|hoe"
        rf"|egwyl))\b",
    ),
    _of_subject(Kind.PAUSED, "gau|cau", rf"{_IS}(?:ar gau|yn cau) {_SEASON}"),
    _of_subject(
        Kind.PAUSED,
        "ni fydd|nid yd|ddim yn|dyd",
        rf"{_IS_NOT}(?:ar agor|{_GOES_ON}) (?:{_SEASON}|ar hyn o bryd|y(?:r)? wythnos (?:hon|nesaf))",
    ),
    _of_subject(Kind.PAUSED, "ar gau", rf"{_IS}ar gau (?:o|ar|rhwng|ers)\b(?! ddydd(?:iau)?)", needs_date=True),
    _of_subject(
        Kind.PAUSED,
        "ar gau",
        rf"{_IS}ar gau (?:oherwydd|gan|heddiw|yr wythnos hon|ar hyn o bryd|am y tro|i'w (?:adnewyddu|atgyweirio))\b",
    ),
    # "bydd y clwb yn cau", "ni fyddwn yn rhedeg", "wedi penderfynu cau", "ein sesiwn olaf"
    _of_subject(
        Kind.CLOSING,
        "cau|dod i ben|gorffen|dirwyn",
        rf"{_IS}(?:{_ENDING}|ar fin (?:cau|dod i ben)|yn (?:mynd i|gorfod) gau|i gau\b(?! am))",
    ),
    _of_subject(
        Kind.CLOSING,
        "ni fydd",
        rf"(?<!\w)(?P<subject>ni (?:fydd{_WORDS}|fyddwn(?: ni)?))(?: bellach| mwyach)? (?:{_GOES_ON}|yn (?:parhau"
        rf"|ailagor|dychwelyd))(?=.{{0,30}}(?:ar ôl|mwyach|bellach|rhagor|o hyn)|{_IS_OVER[3:]}",
    ),
    _of_subject(
        Kind.CLOSING,
        "penderfyn|cyhoeddi",
        rf"{_IS}(?:wedi (?:penderfynu|cyhoeddi)|wedi gwneud y penderfyniad(?: anodd)?) (?:i )?(?:g?cau|gau|dod â"
        rf"|dirwyn|ddirwyn)",
    ),
    _welsh(
        Kind.CLOSING,
        "olaf",
        r"\b(?:cynhelir|bydd) (?:ein|y) (?:sesiwn|cyfarfod|cinio|dosbarth|diwrnod) olaf\b(?!.{0,40}(?:tymor|nadolig))",
        About.SPEAKER,
    ),
    # "wedi cau", "nid yw'r clwb yn cwrdd mwyach", "daeth … i ben", "diolch … dros y blynyddoedd"
    _of_subject(Kind.CLOSED, "wedi", rf"{_IS}{_ENDED}"),
    _of_subject(
        Kind.CLOSED,
        "bellach|mwyach|rhagor",
        rf"{_IS_NOT}{_GOES_ON}(?: ddim)? (?:bellach|mwyach|rhagor){_IS_OVER}",
    ),
    _of_subject(Kind.CLOSED, "bellach", rf"\b(?P<subject>nid yw{_WORDS}) bellach {_GOES_ON}{_IS_OVER}"),
    _of_subject(
        Kind.CLOSED,
        "daeth|caeodd|caewyd|diddymwyd",
        rf"\b(?:daeth(?P<subject>{_WORDS}) i ben|(?:caeodd|caewyd|diddymwyd)(?P<closed>{_WORDS})(?= (?:ym|yn|ar|ei|am"
        rf"|oherwydd|wedi)|[.,;!]|$))",
    ),
    _of_subject(
        Kind.CLOSED, "ar gau", rf"{_IS}ar gau (?:yn barhaol|bellach|am byth)|\bbellach ar gau\b(?! (?:dros|tan|nes))"
    ),
    _welsh(
        Kind.CLOSED,
        "diolch",
        r"\bdiolch\b[^.;!?]{0,100}\b(?:g?cefnogaeth|gefnogaeth|chefnogaeth|cwmni"
        r"|help)\b[^.;!?]{0,50}\bdros y blynyddoedd\b",
        About.SPEAKER,
    ),
    # "mewn perygl o gau", "ein cyllid wedi dod i ben", "dyfodol ansicr"
    _of_subject(
        Kind.AT_RISK,
        "perygl|bygyth|fygyth",
        rf"{_IS}(?:mewn perygl o gau|dan fygythiad|yn wynebu cau|o dan fygythiad|dan fygythiad o gau)",
    ),
    _welsh(
        Kind.AT_RISK,
        "efallai|gallai|gallem|posib|rhaid i",
        r"\b(?:efallai y bydd(?:[ '][\w.-]+){0,5}? yn rhaid|(?:mae'n|fe allai) (?:bosibl y|fod)"
        r"|gallai fod)\b[^.;]{0,40}\b(?:gau|cau)\b",
        About.SPEAKER,
    ),
    _welsh(
        Kind.AT_RISK,
        "cyllid|arian|grant",
        r"\b(?:ein (?:cyllid|arian|grant)|cyllid y (?:clwb|prosiect|grŵp|gwasanaeth"
        r"|elusen))\b[^.;]{0,30}\b(?:dod i ben|gorffen|rhedeg allan)|\bcolli (?:ein|ei) (?:cyllid|harian|grant)",
        About.SPEAKER,
    ),
    _of_subject(
        Kind.AT_RISK,
        "dyfodol",
        r"\bdyfodol(?P<subject>(?:['\s][\w.&'-]+){1,8}?) yn (?:ansicr|y fantol)|\b(?P<closed>ein) dyfodol yn ansicr",
    ),
)
