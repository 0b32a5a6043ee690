"""The wordings in English of what is to close, and of what has closed."""

from functools import partial

from directory.domain.closure.classes import About, Kind, Rule, rule
from directory.domain.closure.english_parts import (
    ADVERBS,
    DATED,
    DOORS,
    END_CUES,
    ENDED,
    ENDING,
    FINAL_SESSION,
    GOES_ON,
    NOT_HOURS,
    NOTHING_MORE,
    TO_END,
)
from directory.domain.closure.english_pauses import OF_BODY

_closing = partial(rule, Kind.CLOSING)
_closed = partial(rule, Kind.CLOSED)

_SOON = (
    r"(?:(?:will|'ll|we shall) (?:(?:now|sadly|be|have to|need to|unfortunately|therefore|all|also|formally|officially"
    r"|be forced to) ){0,3}|(?:is|are|'re|was|were) (?:(?:sadly|now|currently|all) )?(?:to|due to|set to|about to"
    r"|going to|planning to|having to|being forced to|preparing to) |(?:must"
    r"|(?<!may )(?<!might )(?<!could )(?<!would )ha(?:s|ve) to) )"
)
_DECIDED = (
    r"(?:(?:(?:made|make|taken|take|took) (?:the|an?) (?:\w+ ){0,3}?)?decision|decided|agreed|voted|resolved"
    r"|resolution|intend\w*|chosen|choice|announce\w*|sad\w*|sorry)"
)
_NOT_OF_YEAR = (
    r"(?!.{0,60}\b(?:term|season|christmas|before|until|block|course|the year|half|this year|cancelled|full)\b)"
)
_STATES = (
    *("be", "is", "are", "was", "being", "'re", "remain", "remains", "remained", "stay", "keep", "temporarily"),
    *("currently", "normally", "usually", "generally", "always", "also", "still"),
)
_NO_STATE = "".join(f"(?<!{word} )" for word in _STATES)
"""Before "closed" as what was done: "is closed" tells how it is."""
_ENDS_CLAUSE = (
    r"(?= *(?:$|[.,;!]|(?:in|on|due|because|as|and|after|following|at the end|with effect|now|for good|permanently)\b))"
)

CLOSING: tuple[Rule, ...] = (
    # "will close", "is due to close", "is closing"
    _closing(END_CUES, rf"\b{_SOON}(?:be )?(?:{TO_END}|{ENDING}|{ENDED}){NOT_HOURS}{DOORS}", About.OBJECT),
    _closing(
        END_CUES,
        rf"\b(?:is|are|'re|am|be) {ADVERBS}(?:(?:in the process of )?{ENDING}|being {ENDED}){NOT_HOURS}{DOORS}",
        About.OBJECT,
    ),
    # "the project ends on 30 September"
    _closing(
        "end|finish",
        r"\b(?:will (?:(?:now|sadly|be) ){0,2}|(?:is|are) (?:due|set|going) to )(?:end(?:ing)?|finish(?:ing)?)\b"
        r"(?= *(?:$|[.,;]|on|in|at the end|after|this|next|by|from|and|due|because))|\b(?:is|are) (?:sadly "
        r"|now )?ending\b|\bends (?:on|in|at the end)\b(?! time)",
        is_weak=True,
        needs_date=True,
    ),
    # "decided to close the club"
    _closing(
        END_CUES,
        rf"\b{_DECIDED} (?:(?!had\b|has\b|have\b)\w+ ){{0,4}}?(?:to|that) (?:(?:the|we|our"
        rf"|it) (?:\w+ ){{0,3}}should )?(?:be )?(?:{TO_END}|bring [\w ]{{1,30}} to an? (?:end|close)"
        rf"|{ENDED}){NOT_HOURS}{DOORS}",
        About.OBJECT,
    ),
    # "announce the closure of"
    _closing(
        "closure|closing|winding|end of|disband",
        r"\b(?:announc\w+|regret\w*|sad\w*|news of|notice of|decided on|inform (?:you|members) (?:of|about)|planned"
        r"|forthcoming|impending|imminent|upcoming) (?:the )?(?:permanent )?(?:winding[ -]up/)?(?:closure|closing"
        r"|winding[ -]up|end|disbanding|disbandment) of\b",
        About.OBJECT,
    ),
    _closing(
        "last|final",
        rf"\b(?:last|final)(?: ever)? {FINAL_SESSION} (?:(?:will be|is|takes place|will take place|will be held"
        rf"|is to be)\b|of (?:our|the) (?:group|club)\b){_NOT_OF_YEAR}",
        About.SPEAKER,
    ),
    # "will no longer be running", "unable to continue"
    _closing(
        "will no longer",
        rf"\bwill no longer (?:be )?(?:{GOES_ON}|available|offered|provided|taking place|take place)\b(?= *(?:$|[.,;]"
        r"|after|from|beyond|due|because|as of|and|past|with effect))",
    ),
    _closing(
        "will not|won't|unable to|not be|longer|not to|cannot",
        rf"\b(?:will not|won't) (?:be )?{GOES_ON} (?:after|beyond|past|any ?more|again)\b|\b(?:will not|won't|cannot"
        r"|can no longer|unable to|(?:has|have) decided not to|no longer able to) (?:be )?continu(?:e|ing)(?= *(?:$"
        r"|[.,;]|after|beyond|past|due|because|and|(?:to )?(?:run|meet|operat|offer|provid)|with th|our work|without"
        r"|the (?:group|club|service|charity)))",
    ),
    _closing(
        "clos|shut",
        r"\b(?:clos(?:es|ing)|shut(?:s|ting)) (?:down\b|for good|permanently|(?:its|our|their) doors)",
        About.OBJECT,
    ),
)

CLOSED: tuple[Rule, ...] = (
    # "has closed", "have had to close", but not "has ceased accepting"
    _closed(
        END_CUES,
        rf"(?:\b(?:has|have)|'ve|'s) {ADVERBS}(?:(?:had|been forced|been obliged"
        rf"|needed) to (?:be )?)?{ADVERBS}(?:been )?(?:{ENDED}|{TO_END}){NOT_HOURS}(?! (?:accept\w*|tak(?:e|ing)"
        rf"|giving|making|offering|to (?:accept|take|offer|provide|give|make|have)\b))(?: (?:trading|to \w+|operat\w+"
        rf"|running|all \w+))?{DOORS}",
        About.OBJECT,
    ),
    # "was wound up", "closed in March"
    _closed(
        END_CUES,
        rf"\b(?:(?:was|were|be|had) {ADVERBS}(?:(?:forced |obliged |reluctantly )?to )?(?:be )?(?:{TO_END}|{ENDED})"
        rf"|(?<=[\w).\"] ){_NO_STATE}(?:{ENDED}|came to an end)(?: (?:trading|to (?:exist|operate|trade|run|function"
        rf"|meet)|operat(?:ing|ions)|running))?){NOT_HOURS}{DOORS}(?= *(?:$|[.,;!)]|(?:in|on|at (?:the )?(?:end|easter"
        r"|christmas)|during|due|because|owing|after|following|last|earlier|when|back|as|some|several|many|years"
        r"|with effect)\b))",
    ),
    # "has ended", "finished in 2023"
    _closed(
        "ended|finished|stopped|withdrawn|scrapped|axed|over|an end",
        rf"(?:\b(?:has|have)|'ve|'s) {ADVERBS}(?:been )?(?:ended|finished|stopped|withdrawn|scrapped"
        rf"|axed){_ENDS_CLAUSE}|\b(?:ended|finished|stopped) (?:in|on|at) {DATED}|\b(?:is|are) (?:now|sadly) (?:over"
        r"|finished|at an end)\b",
        is_weak=True,
    ),
    # "is now closed", "permanently closed"
    _closed(
        "clos|shut|defunct|no more|disband|dissolv|wound|discontinu",
        rf"\b(?:is|are|'re|has) (?:now|sadly|permanently|since|finally|officially) (?:\w+ )?closed\b{NOT_HOURS}"
        rf"|\bpermanently (?:closed|shut)\b|\bclosed (?:permanently|for good)\b|(?:^"
        rf"|(?<=[:(-])) *now closed\b(?= *(?:$|[.,;!)]))|{OF_BODY}is closed *(?=$|[.!])|\b(?:is"
        rf"|are) {ADVERBS}(?:defunct|no more|disbanded|dissolved|wound[ -]up|discontinued)\b",
    ),
    # "no longer runs", "does not meet any more", "will not reopen"
    _closed(
        "no longer",
        rf"\bno longer (?:be |being )?(?:{GOES_ON}|active|viable|in (?:operation|existence|use|being|business)"
        rf"|available|open|going|with us|taking place|takes? place|provided|offered|delivered|held|an active \w+"
        rf"|a going concern|exist as \w+){NOTHING_MORE}",
    ),
    _closed(
        "more|longer|open|return|restart",
        rf"\b(?:does|do|is|are)(?: not|n't) {GOES_ON} any ?(?:more|longer)\b|\b(?:will not|won't"
        rf"|not) (?:be )?(?:re-?open(?:ing)?|restart(?:ing)?|returning)\b(?! (?:until|till|before|on \w+days?"
        r"|for \w+))",
    ),
    # "thank you for all your support over the years"
    _closed(
        "thank",
        r"\bthank(?:s|ing)?\b[^.;!?]{0,120}?\b(?:support(?:ed|ing|ers)?|custom(?:ers)?|loyalty|friendship|kindness"
        r"|helped|help|volunteers)\b[^.;!?]{0,60}?\b(?:over|down|through(?:out)?|during|in) (?:all )?(?:the|these"
        r"|those|our) (?:\w+ ){0,3}?years\b",
        About.SPEAKER,
    ),
    _closed(
        "closure of|closing of|winding|demise of|disband",
        r"\b(?:following|since|after|upon|marks?|marked) (?:the )?(?:sad |recent |permanent )?(?:closure|closing"
        r"|winding[ -]up|demise|disbanding|disbandment) of\b",
        About.OBJECT,
    ),
    _closed(
        "liquidat|out of business",
        r"\b(?:in|into|entered|enter) (?:voluntary |creditors' )?liquidation\b|\bgone out of business\b",
    ),
    _closed(
        "last ever|final ever",
        rf"\b(?:last|final) ever {FINAL_SESSION} (?:was|took place|has taken place)\b",
        About.SPEAKER,
    ),
)
