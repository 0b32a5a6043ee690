"""The words that a closure may be told of: what is called a service, what never is, and who speaks."""

SERVICES = frozenset(
    {
        "group", "groups", "club", "clubs", "service", "services", "charity", "project", "projects", "programme",
        "scheme", "society", "association", "organisation", "organization", "choir", "playgroup", "pre-school",
        "circle", "team", "drop-in", "drop-ins", "dropin", "class", "classes", "session", "sessions", "workshop",
        "workshops", "activities", "helpline", "network", "trust", "foundation", "company", "cic", "cio",
        "partnership", "fellowship", "federation", "initiative", "enterprise", "co-op", "cooperative", "co-operative",
        "guild", "league", "foodbank", "pantry", "larder", "playscheme", "creche", "meetings", "lunches", "walks",
        "shed", "befriending", "support", "provision", "operation", "operations", "u3a", "branch", "band",
        "orchestra", "pilot", "troupe", "squad", "unit", "pack", "toddlers", "tots", "gatherings", "gathering",
        "playcentre",
        # Welsh, with the changed first letters
        "grwp", "grwpiau", "clwb", "glwb", "chlwb", "gwasanaeth", "wasanaeth", "prosiect", "brosiect", "elusen",
        "cymdeithas", "gymdeithas", "cynllun", "gynllun", "sesiynau", "sesiwn", "dosbarth", "dosbarthiadau", "cor",
        "cylch", "gylch", "menter", "fenter", "mudiad", "fudiad", "sefydliad", "rhaglen", "cwmni", "gwmni", "cangen",
        "gangen", "cyfarfodydd", "gweithdy", "gweithdai",
    }
)  # fmt: skip
"""What a page may call the service it is about, in `normalise_name` form."""

PAIRS = frozenset(
    {
        ("food", "bank"), ("baby", "bank"), ("warm", "bank"), ("warm", "space"), ("toy", "library"), ("repair", "cafe"),
        ("community", "cafe"), ("youth", "centre"), ("day", "centre"), ("community", "shop"), ("drop", "in"),
        ("after-school", "care"), ("help", "line"), ("advice", "line"), ("coffee", "morning"), ("coffee", "mornings"),
        ("weekly", "meeting"), ("weekly", "meetings"), ("youth", "project"), ("soup", "kitchen"),
    }
)  # fmt: skip
"""Two words that are a service together."""

HOUSES = frozenset({"centre", "hub", "canolfan", "ganolfan", "hwb"})
"""A house may be the service or only where it is: the service if its name says so, or if no name is known."""

PEOPLE = frozenset(
    {
        "committee", "trustees", "members", "membership", "organisers", "organizers", "volunteers", "directors",
        "owners", "board", "management", "leaders", "staff", "pwyllgor", "ymddiriedolwyr", "aelodau",
    }
)  # fmt: skip
"""Who decides it for the service: "the committee has decided to close"."""

THINGS = frozenset(
    {
        "road", "roads", "street", "lane", "bridge", "footpath", "path", "park", "door", "doors", "window", "windows",
        "gate", "gates", "application", "applications", "consultation", "consultations", "survey", "surveys",
        "questionnaire", "poll", "vote", "voting", "ballot", "school", "schools", "shop", "shops", "store", "booking",
        "bookings", "comment", "comments", "registration", "registrations", "enrolment", "nominations", "nomination",
        "entries", "entry", "competition", "tender", "vacancy", "vacancies", "post", "posts", "job", "position",
        "recruitment", "tickets", "sales", "list", "lists", "register", "account", "accounts", "case", "complaint",
        "petition", "appeal", "offer", "deal", "deadline", "date", "time", "line", "lines", "phones", "switchboard",
        "office", "offices", "reception", "round", "rounds", "call", "page", "pages", "site", "website", "blog",
        "thread", "topic", "chat", "gap", "gaps", "year", "season", "term", "day", "ceremony", "event", "events",
        "exhibition", "show", "tour", "submissions", "auction", "sale", "border", "borders", "funding", "fund",
        "grant", "grants", "money", "lease", "contract", "agm", "eyes", "mouth", "ranks", "market", "toilets",
        "toilet", "lift", "kitchen", "facebook", "twitter", "instagram", "referrals", "referral", "evening", "game",
        "match", "loan", "shutters", "pandemic", "lockdown", "war", "life", "career", "reign", "relationship",
        "benefit", "benefits", "book", "books", "raffle", "draw", "crowdfunder", "fundraiser", "campaign",
        "collection", "stall", "tombola", "lottery", "quiz", "webinar", "curtains", "valve", "lid", "loop", "circuit",
        "courts", "pitch", "pitches", "bar", "ffordd", "heol", "stryd", "drws", "drysau", "arolwg", "ymgynghoriad",
        "ceisiadau", "ysgol", "ysgolion", "siop", "cofrestru", "dyddiad", "swyddfa", "cyllid", "arian",
    }
)  # fmt: skip
"""What closes or ends and says nothing of a service, whoever owns it."""

SPEAKERS = frozenset(
    {
        "we", "we've", "we're", "we'll", "i", "i've", "us", "our", "ours", "ein", "ni", "rydym", "rydyn", "ydym",
        "byddwn", "fyddwn", "dydyn", "dydym", "dan",
    }
)  # fmt: skip
WE_IN_WELSH = frozenset({"rydym", "rydyn", "ydym", "byddwn", "fyddwn", "dydyn", "dydym", "dan"})
POSSESSIVES = frozenset({"our", "ein"})
POINTERS = frozenset({"it", "this", "it's", "hwn", "hon"})
OTHERS = frozenset(
    {
        "a", "an", "any", "another", "other", "others", "many", "some", "several", "most", "few", "your", "their",
        "his", "her", "each", "every", "they", "they've", "they're", "he", "she", "you", "you've", "you're", "more",
        "which", "whose", "people", "these", "those", "similar", "various", "nearly", "almost", "over", "eich", "eu",
        "local",
    }
)  # fmt: skip
"""Words with which somebody else is meant: "many clubs", "your group"."""
ARTICLES = frozenset({"the", "this", "all", "my", "its", "y", "yr", "r"})
ADVERBS = frozenset(
    {
        "now", "sadly", "unfortunately", "regrettably", "also", "since", "recently", "finally", "already",
        "permanently", "very", "reluctantly", "therefore", "currently", "today", "just", "both", "all", "then",
        "later", "itself", "ltd", "limited", "please", "note", "yes", "however", "officially", "formally", "would",
        "is", "are", "has", "have", "was", "were", "be", "been", "will", "had", "that", "having", "being", "who",
        "which", "eventually", "subsequently", "soon", "still", "gone", "there", "mae", "roedd", "bydd", "fydd",
        "nid", "yw", "ydy", "dyw", "dydy", "oes", "ddim", "bellach", "notice", "news", "update", "important",
        "announcement", "sad", "only", "to", "going", "due", "set", "not", "no", "did", "does", "do", "first",
        "session's", "by", "long",
    }
)  # fmt: skip
"""Words that may stand beside a subject and are no part of it."""
PREPOSITIONS = frozenset(
    {
        "of", "in", "at", "for", "by", "with", "to", "from", "on", "near", "after", "before", "about", "into",
        "under", "over", "between", "through", "during", "without", "within", "due", "owing", "because", "despite",
        "following", "until", "since", "where", "which", "who", "whom", "whose", "run", "based", "held", "supporting",
        "providing", "known", "called", "that", "as", "like", "than", "outside", "o", "ar", "i", "gan", "gyda", "yn",
        "ym", "am", "dros", "drwy", "heb", "wrth", "yng", "ger",
    }
)  # fmt: skip
"""After one of these a noun is not the subject: "the friends of the library", "the hall where we meet"."""
DAYS = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays",
        "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "morning", "afternoon", "evening", "weekend",
        "weekday", "one", "two", "half",
    }
)  # fmt: skip
"""With one of these a group is a part of the service: "our Tuesday group"."""
