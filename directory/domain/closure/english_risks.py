"""The wordings in English of what may close: threats, money that ends, a reduced service."""

from functools import partial

from directory.domain.closure.classes import About, Kind, Rule, rule
from directory.domain.closure.english_parts import DOORS, NOT_HOURS

_at_risk = partial(rule, Kind.AT_RISK)

_CLOSURE = r"(?:possible |imminent |permanent )?(?:closure|closing(?: down)?|being closed|folding)\b"
_MONEY = r"(?:funding|grants?|contracts?|lottery money)(?: (?:for|from|to|that|which)(?: [\w'-]+){1,6}?)?"
OWN_MONEY = (
    r"(?P<subject>(?:our|its|the (?:project|service|group|club|scheme|charity)'s) (?:(?:core|current|main|grant"
    r"|lottery|only|own|existing|three|year)[ -]){0,3}|(?<!provide )(?<!providing )(?:(?:current|core|grant) )?"
    r"(?=funding for (?:the|our|this) ))"
)
RUNS_OUT = (
    r"(?: (?:has|have|will|is|are|due|to|was|been|be|about|now|also|only|expected|sadly)){0,5} (?:end(?:s|ed|ing)?"
    r"|r[ua]n(?:s|ning)? out|cease[sd]?|cut|withdrawn|expire[sd]?|expiring|stop(?:s|ped)?|lost|finish(?:es|ed)?"
    r"|com(?:e|es|ing) to an end|came to an end|not (?:been )?(?:renewed|extended))\b"
)
_LOST = (
    r"(?:(?:have|has|had|'ve) (?:now |sadly )?(?:lost|not secured|not been able to secure|been unable to secure"
    r"|no (?:more |further |longer term )?)|los(?:t|ing)|(?:run(?:ning)?|ran) out of|no longer (?:have|has|receives?)"
    r"|fac(?:es?|ing) (?:serious|major|severe|an? \w+|a))"
)

AT_RISK: tuple[Rule, ...] = (
    # "may have to close", "faces closure", "at risk of closure"
    _at_risk(
        "close|closure|fold|cease|shut|disband|to an end",
        r"\b(?:may|might|could|would) (?:well |soon |sadly |now |all )?(?:(?:have|need) to |be (?:forced"
        rf"|obliged) to )?(?:be )?(?:close|closed|fold|cease|shut|disband|come to an end)\b{NOT_HOURS}{DOORS}",
        About.OBJECT,
    ),
    _at_risk(
        "closure|closing|folding|being closed",
        rf"\b(?:(?:may|might|could) face|fac(?:es?|ing)|threatened (?:with|by)|under threat of|(?:at|the) risk of"
        rf"|avoid|prevent|stave off|fears? of|from|(?:there is |there's )?(?:an? |the |in )?(?:(?:very|real|serious"
        rf"|grave) ){{0,3}}danger of) {_CLOSURE}|\b(?:closure|closing) threat\b|\bthreat of clos\w+",
        About.OBJECT,
    ),
    _at_risk(
        "threat|future|fight|struggling|open|surviv|afloat|alive",
        r"\b(?:is|are|'re|now|comes?|remains?) (?:now |currently )?under threat\b|\buncertain future\b"
        r"|\bfight(?:ing)? (?:to survive|for (?:its|our) (?:future|survival)|to stay open)\b"
        r"|\bstruggling to (?:survive|stay open|keep going)\b|\b(?:help us|needs?|needed|in order)\b[^.;]{0,40}?(?: to"
        r"|help us) (?:stay open|survive\b(?! \w)|keep (?:us|the \w+) (?:open|afloat|alive))\b",
        is_weak=True,
    ),
    _at_risk(
        "future of",
        r"\bfuture of\b(?P<subject>[^.;]{1,60}?) (?:is|are|looks|remains) (?:now |currently |still "
        r"|very )?(?:uncertain|in (?:doubt|jeopardy|danger|question|the balance)|at risk|under threat|unclear|unsure"
        r"|bleak)\b",
        About.NAMED,
    ),
    # "our funding has ended", "we have lost our funding", "funded until June"
    _at_risk("funding|grant|contract|money", rf"\b{OWN_MONEY}{_MONEY}{RUNS_OUT}", About.NAMED),
    _at_risk(
        "funding|money|funds",
        rf"\b{_LOST} *(?:(?:our|its|all|any|core|main|further|council|lottery|local|authority|of|most) ){{0,4}}"
        r"(?:funding(?: (?:gap|shortfall|crisis|cuts?))?|money|funds)\b",
        is_weak=True,
    ),
    _at_risk(
        "funded",
        r"\b(?:is|are|'re) (?:currently |only |now ){0,2}funded (?:only )?(?:until|till|up to)\b",
        needs_date=True,
    ),
    # "running a reduced service"
    _at_risk(
        "reduc",
        r"\b(?:run(?:s|ning)?|offer(?:s|ing)?|operat(?:e|es|ing)|provid(?:e|es|ing)|on) (?:with |only |at )?(?:an? )?"
        r"(?:much |very |slightly )?reduced (?:service|hours|programme|timetable|opening|capacity"
        r"|number of (?:sessions|days))\b",
    ),
    _at_risk(
        "reduc|cut|scal",
        r"\b(?:had to|have to|will|are|is|having to|been forced to|(?:chosen|decided) to) (?:now |be )?(?:reduc(?:e"
        r"|ing)|cut(?:ting)?(?: back)?|scal(?:e|ing) back) (?:on )?(?:our|the|its) (?:\w+ )?(?:services?|hours"
        r"|sessions|opening|days|programme|activities)\b",
    ),
    # "help us save our lunch club"
    _at_risk(
        "save ",
        r"\b(?:help|campaign|petition|fight(?:ing)?|bid|appeal|please) (?:us )?(?:to )?save (?=(?:our|the|this) )"
        r"(?!(?:our|the) (?:planet|world|lives|date|nhs))",
        About.OBJECT,
    ),
)
