//! Words by which tense and direction are read.

use dateline_lexicon::Class;

/// Words that point forward by themselves.
pub(super) const FUTURE: &[&str] =
    &["will", "'ll", "’ll", "shall", "won't", "wo", "upcoming", "scheduled", "slated", "due"];

/// Verbs of scheduled events, whose present tense points forward.
pub(super) const SCHEDULED: &[&str] = &[
    "aim",
    "air",
    "appear",
    "arrive",
    "become",
    "begin",
    "close",
    "come",
    "compete",
    "convene",
    "debut",
    "depart",
    "elect",
    "end",
    "expect",
    "expire",
    "face",
    "fly",
    "gather",
    "go",
    "graduate",
    "head",
    "hold",
    "hope",
    "host",
    "intend",
    "join",
    "kick",
    "land",
    "last",
    "launch",
    "leave",
    "meet",
    "move",
    "open",
    "pause",
    "perform",
    "plan",
    "play",
    "premiere",
    "prepare",
    "present",
    "publish",
    "race",
    "reconvene",
    "release",
    "reopen",
    "resume",
    "retire",
    "return",
    "run",
    "sail",
    "screen",
    "sign",
    "sit",
    "start",
    "stop",
    "switch",
    "take",
    "tour",
    "travel",
    "turn",
    "unveil",
    "visit",
    "vote",
    "want",
    "wed",
];

/// What is ahead: "set for", "due to", "planned".
pub(super) const AHEAD: &[&str] = &[
    "due",
    "scheduled",
    "set",
    "expected",
    "supposed",
    "planned",
    "slated",
    "anticipated",
    "predicted",
    "projected",
    "tipped",
    "billed",
    "timed",
    "booked",
];

/// What gives something another day, or its day, before "for", "to" or "until".
pub(super) const MOVED: &[&str] = &[
    "postponed",
    "moved",
    "rescheduled",
    "delayed",
    "adjourned",
    "shifted",
    "pushed",
    "deferred",
    "back",
    "forward",
    "off",
    "called",
    "fixed",
    "pencilled",
    "penciled",
];

/// Words after which a noun stands, and no verb whose subject they are.
pub(super) const NO_SUBJECT: &[Class] = &[
    Class::Article,
    Class::Determiner,
    Class::Postdeterminer,
    Class::Possessive,
    Class::Preposition,
    Class::ConjunctivePreposition,
    Class::Coordinator,
    Class::To,
    Class::Be,
    Class::Have,
    Class::Do,
    Class::Modal,
];

/// Plural subjects that do not end in "s".
pub(super) const PLURAL: &[&str] =
    &["they", "we", "you", "i", "who", "which", "that", "people", "police", "men", "women", "children"];

/// Words before a limit.
pub(super) const LIMITS: &[&str] = &["by", "until", "till", "effective", "beginning", "starting", "payable"];

/// Words after which an infinitive points forward: "is expected to", "plans to", "is due to".
pub(super) const PROSPECT: &[&str] = &[
    "expected",
    "expects",
    "expect",
    "plans",
    "plan",
    "planned",
    "planning",
    "due",
    "set",
    "agreed",
    "hopes",
    "hope",
    "intends",
    "intend",
    "vowed",
    "likely",
    "ready",
    "promised",
    "supposed",
    "going",
    "wants",
    "want",
    "is",
    "are",
    "aims",
    "preparing",
    "pledged",
    "about",
    "poised",
    "bound",
    "continue",
    "proposed",
    "invited",
    "decided",
];

/// Forms of the past that do not end in "ed".
pub(super) const PAST: &[&str] = &[
    "was", "were", "had", "did", "said", "went", "took", "came", "made", "got", "gave", "told", "left", "met", "held",
    "won", "lost", "began", "fell", "rose", "became", "brought", "bought", "sold", "sent", "spoke", "wrote", "saw",
    "found", "led", "ran", "paid", "struck", "grew", "knew", "thought", "felt", "kept", "stood", "broke", "drove",
    "chose", "flew", "hit", "shot", "fought", "built", "drew", "threw", "beat", "wore", "sought", "caught", "taught",
    "sank", "swept", "spent", "lent", "heard", "blew", "rang", "sang", "shook", "woke", "stole", "bore", "swore",
    "wasn't", "weren't", "hadn't", "didn't", "been", "ago", "slid", "shut", "died", "'d", "froze", "laid", "lay",
    "dealt", "withdrew", "overcame", "hung", "dug", "hid", "bit", "slept", "wound", "stuck", "fled", "forgot",
];

/// Forms after which a participle is of the present.
pub(super) const BE: &[&str] = &["is", "are", "'s", "’s", "'re", "’re"];

/// Words between which and a noun a form in "ed" is an adjective.
pub(super) const ARTICLES: &[&str] = &["the", "a", "an", "his", "her", "their", "its", "our", "my"];

/// Words in "ed" that are no forms of the past.
pub(super) const NOT_PAST: &[&str] = &[
    "need", "indeed", "hundred", "speed", "feed", "seed", "breed", "bed", "red", "shed", "wed", "united", "succeed",
    "proceed", "exceed", "bleed", "embed", "greed", "deed", "weed", "sacred", "naked",
];

/// Forms of speech after which "would" is the future seen from the past: "she said it would open".
pub(super) const REPORTING: &[&str] = &[
    "said",
    "told",
    "announced",
    "added",
    "promised",
    "pledged",
    "vowed",
    "warned",
    "predicted",
    "confirmed",
    "stated",
    "insisted",
    "declared",
    "estimated",
    "explained",
    "wrote",
    "decided",
    "agreed",
    "hoped",
    "expected",
    "thought",
];
