//! Phrases of web pages, as [`Patterns`].

use std::sync::LazyLock;

use super::{
    FurnitureKind as Kind,
    pattern::{Patterns, Words},
};

/// Lines that are furniture wherever they stand.
const SURE: &[(Kind, &[&str])] = &[
    (Kind::Comments, COMMENTS),
    (Kind::ReadMore, READ_MORE),
    (Kind::Share, SHARE),
    (Kind::Subscription, SUBSCRIPTION),
    (Kind::Advertisement, ADVERTISEMENT),
    (Kind::Cookies, COOKIES),
    (Kind::Copyright, COPYRIGHT),
    (Kind::PhotoCredit, &["image|photo|media copyright|source|credit :? _ *", "file photo"]),
    (Kind::Media, MEDIA),
    (Kind::Byline, &["byline : _ *", "reporting by * editing by _ *", "compiled by _ _"]),
    (Kind::Timestamp, TIMESTAMP),
    (Kind::Navigation, NAVIGATION),
];

const COMMENTS: &[&str] = &[
    "# comment|comments",
    "no comments yet?",
    "comments : #",
    "comments ( #",
    "leave|post|add|write a|your comment|reply",
    "log|sign in to write|post|leave|add|view a? comment|comments|reply",
    "log|sign in to comment",
    "log|sign in or register|sign to? up? to? comment|post|reply *",
    "you must be|log logged? in to comment|post|reply *",
    "join the conversation|discussion",
    "comments are closed|disabled|off *",
    "view|show|read|see|hide|load all|more|the? comments|replies",
    "view|show|read|see|hide|load comments|# comments?",
    "be the first to comment|reply *",
    "be the first to leave|post|write a comment",
    "have your say",
    "share your thoughts|views|opinion in the comments below?",
    "sound off in the comments below?",
    "leave your thoughts * in the comments *",
    "report this? comment",
    "sort by newest|oldest|best|top",
];

const READ_MORE: &[&str] = &[
    "read|learn|see|view|show|find more",
    "read|learn|see more here",
    "read|see more : _ *",
    "read|see more on|about|at : _ *",
    "also read : _ *",
    "read|see also :? _ *",
    "see|read also",
    "read next :? *",
    "related : _ *",
    "related :? article|articles|story|stories|content|topics|news|posts|links|coverage|reading|items",
    "related article|articles|story|stories|content|topics|posts|links : *",
    "click|tap here",
    "click|tap here to|for _ *",
    "continue|keep reading",
    "continue reading below|the *",
    "more on this story|topic|subject",
    "more stories|articles|headlines",
    "more from this? author|section",
    "you may|might also like *",
    "you may|might also be interested in",
    "recommended for you",
    "recommended reading|stories|articles|videos",
    "most read|popular|viewed|commented|shared *",
    "trending now|stories|news|articles|topics",
    "don't miss",
    "editor's|editors' pick|picks|choice",
    "what to read next",
    "up next",
    "next|previous article|story|post :? *",
    "view|see|read all related? articles|stories|news|posts|content",
    "view more related content *",
    "must read|reads",
    "read the full|rest|whole|original of? the? article|story|report|text here",
    "in case you missed it",
    "key events",
];

const SHARE: &[&str] = &[
    "share this? article|story|post|page|video|photo|image",
    "share this? article|story|post|page|video|photo|image on|via|with|by : *",
    "share this",
    "share on|via|to|with|by : *",
    "share on|via|to|with|by facebook|twitter|x|linkedin|whatsapp|reddit|telegram|email|pinterest|friends *",
    "tweet this",
    "copy|get|direct link|url",
    "link copied *",
    "email|print|save|bookmark this|the article|story|page|post",
    "email|print|save|bookmark article|story|page",
    "printer|print friendly version|page",
    "printer|print - friendly version|page",
    "send|email to|this to? a? friend",
    "follow us",
    "follow|like|find|join us on|at _ *",
    "follow|like|find us : *",
    "follow _ on twitter|facebook|instagram|telegram|x|linkedin|tiktok|youtube|mastodon *",
    "follow _ _ on twitter|facebook|instagram|telegram|x|linkedin|tiktok|youtube|mastodon *",
    "follow _ _ _ on twitter|facebook|instagram|telegram|x|linkedin|tiktok|youtube|mastodon *",
];

const SUBSCRIPTION: &[&str] = &[
    "sign up * newsletter|newsletters|inbox|email|e|alerts|updates|emails *",
    "sign up",
    "sign up now|today|here|free",
    "* ?|.|, sign up for|to * newsletter|newsletters *",
    "* ?|.|, sign up by entering your email *",
    "subscribe to|now|today|here|for|and|via|on _ *",
    "subscribe to|now|today|here",
    "subscribe to our|the|this * newsletter|podcast|channel",
    "get|receive|want * in|to your inbox *",
    "get|receive * newsletter|newsletters *",
    "enter|your your? email|e - mail? address? *",
    "enter|your your? email|e address? *",
    "already a subscriber|member *",
    "to continue reading *",
    "this article|content|story is for? subscribers|members|premium only? *",
    "* subscriber|subscribers|member|members only|exclusive story|stories|content|article|articles *",
    "subscriber|subscribers|members - only|exclusive *",
    "become a subscriber|member|supporter *",
    "log|sign in",
    "log|sign in to read|continue|access|view|your _ *",
    "log|sign in to read|continue",
    "log|sign in or|/ register|subscribe|sign|join *",
    "create|register an|a|for free? account *",
    "register|join now|today|here|free",
    "register for free *",
    "support our|independent journalism|work|reporting *",
    "donate now|today|here",
    "start your free? trial *",
    "thank you for subscribing|signing *",
];

const ADVERTISEMENT: &[&str] = &[
    "advertisement|advertisements",
    "- advertisement -",
    "story|article|content|text continues|continued below|after *",
    "advertisement story|article|- continues|continue|story|scroll *",
    "advertisement ,|:|. scroll|story|article *",
    "sponsored|promoted|paid|partner content|post|posts|story|stories|links|message|by",
    "skip ad|ads|advertisement",
    "remove|hide|report this? ad|ads",
    "scroll down? to? continue|read *",
    "advertise with us",
    "ad feedback",
    "why am i seeing this ad *",
];

const COOKIES: &[&str] = &[
    "we and our * partners * cookies *",
    "we use|set|store cookies *",
    "we use|set|store _ cookies to|for|on *",
    "this|our site|website|page|service uses|use * cookies *",
    "* by|if * you agree|consent|accept * cookies *",
    "accept|reject|allow|decline|manage|refuse all? cookie|cookies *",
    "accept|reject|allow|decline all",
    "cookie|cookies policy|settings|preferences|notice|consent|statement",
    "manage|privacy preferences|settings|options",
    "we value|respect your privacy *",
    "your privacy choices *",
    "privacy policy|notice|statement",
    "do not sell|share or? share? my personal information|data",
];

const COPYRIGHT: &[&str] = &[
    "© _ *",
    "copyright © *",
    "copyright ( c *",
    "( c ) #",
    "copyright # _ *",
    "copyright by? _ # *",
    "copyright by? _ _ # *",
    "* all rights reserved",
    "all rights reserved *",
    "this material|content|article|story|report|photograph|document may not be _ *",
    "terms of use|service",
    "terms and|& conditions",
    "terms of use|service and|&|| privacy policy",
];

const MEDIA: &[&str] = &[
    "enlarge this? image|photo",
    "click|tap to expand|enlarge|play|zoom|open|listen|watch *",
    "toggle|hide|show caption",
    "view|open|see photo|image|full? gallery|slideshow|photos|image",
    "image|photo|slide|picture # of|/ #",
    "play|watch|pause|stop video|audio|clip",
    "play|watch|listen now",
    "listen to this article|story *",
    "your browser does not support *",
    "this video|content is not available *",
    "please enable|turn javascript *",
    "video player|playback|unavailable|loading *",
    "full screen|fullscreen",
];

const TIMESTAMP: &[&str] = &[
    "# min|mins|minute|minutes read|listen|watch|video",
    "# - min|minute read|listen|watch",
    "reading|read|listening time :? # *",
    "# second|seconds|sec|secs|min|mins|minute|minutes|hour|hours|hr|hrs|day|days|week|weeks|month|months|year|years ago",
    "#h|#m|#d ago",
    "just now",
];

const NAVIGATION: &[&str] = &[
    "skip|jump to main? content|navigation|search|article",
    "skip to the? main? content|navigation",
    "back to the? top|home|homepage|article|news|search|results",
    "go to the? top|home|homepage",
    "return to the? top|home|homepage",
    "toggle|open|close|main|show|hide navigation|menu|search|sidebar",
    "site map|index",
    "contact|about us",
    "help center|centre",
    "download|get the|our app *",
    "tags|topics|categories|category : _ *",
    "filed under :? _ *",
    "posted in : _ *",
];

/// Lines that are headings or furniture.
const MAYBE: &[(Kind, &[&str])] = &[
    (Kind::Comments, &["comment|comments", "add|your comment"]),
    (
        Kind::ReadMore,
        &["latest|top stories|headlines", "related", "recommended", "trending", "most popular", "see more"],
    ),
    (Kind::Share, &["share", "tweet", "email|e-mail", "e - mail", "print", "bookmark", "follow"]),
    (
        Kind::Subscription,
        &["subscribe|subscriptions", "register", "newsletter|newsletters", "donate", "login|logout", "log out"],
    ),
    (Kind::Advertisement, &["ad|ads|advert|advertising", "sponsored|promoted"]),
    (Kind::Media, &["video|audio|gallery|slideshow", "loading"]),
    (Kind::Navigation, &["menu|search|home|tags|topics", "next|previous", "contact|about"]),
];

/// Services to share on.
const NETWORKS: &[&str] = &[
    "bluesky",
    "copy",
    "email",
    "facebook",
    "flipboard",
    "instagram",
    "link",
    "linkedin",
    "mastodon",
    "messenger",
    "pinterest",
    "pocket",
    "print",
    "reddit",
    "sms",
    "telegram",
    "threads",
    "tiktok",
    "tumblr",
    "twitter",
    "viber",
    "whatsapp",
    "x",
    "youtube",
];

/// The kind of a line that is furniture by its words alone.
pub(super) fn sure(words: &Words) -> Option<Kind> {
    static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(SURE));
    PATTERNS.find(words)
}

/// The kind of furniture that a line may be, or a heading.
pub(super) fn maybe(words: &Words) -> Option<Kind> {
    static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(MAYBE));
    PATTERNS.find(words)
}

/// How many services to share on the line names, if it names nothing else.
pub(super) fn networks(words: &Words) -> usize {
    let is_network = |word: &str| NETWORKS.contains(&word);
    let is_mark = |word: &str| !word.starts_with(char::is_alphanumeric) || word == "share";
    let all = words.iter().all(|word| is_network(word) || is_mark(word));
    if all { words.iter().filter(|word| is_network(word)).count() } else { 0 }
}
