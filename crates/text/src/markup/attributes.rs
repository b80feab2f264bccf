//! What the attributes of an element say about its content.

use crate::furniture::FurnitureKind;

/// Bytes of a value that are looked at.
const VALUE_BYTES_MAX: usize = 1_024;

/// Classes of text that only screen readers are given.
const UNSEEN_CLASSES: [&str; 8] = [
    "screen-reader-text",
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "element-invisible",
    // Word's comments.
    "msocomanchor",
    "msocommentreference",
    "msocomtxt",
];

/// Rules of style for what is not shown.
const UNSEEN_STYLES: [&str; 6] = [
    "display:none",
    "visibility:hidden",
    "mso-list:ignore",
    "mso-hide:all",
    "mso-element:comment-list",
    "mso-element:comment",
];

/// Classes of posts and pages from elsewhere.
const EMBED_CLASSES: [&str; 22] = [
    "bluesky-embed",
    "embed-block",
    "embedly-card",
    "fb-post",
    "fb-video",
    "imgur-embed-pub",
    "instagram-media",
    "kg-audio-card",
    "kg-bookmark-card",
    "kg-embed-card",
    "kg-file-card",
    "kg-video-card",
    "mastodon-embed",
    "reddit-card",
    "reddit-embed-bq",
    "text-post-media",
    "tiktok-embed",
    "twitter-tweet",
    "twitter-video",
    "wp-block-embed",
    "wp-embedded-content",
    "wp-block-embed__wrapper",
];

/// Classes that content systems and their themes give to what is not the article.
const FURNITURE_CLASSES: [(FurnitureKind, &[&str]); 9] = [
    (FurnitureKind::Caption, &["wp-caption", "wp-caption-text", "wp-element-caption", "caption", "image-caption"]),
    (FurnitureKind::PhotoCredit, &["photo-credit", "image-credit", "media-credit", "wp-media-credit", "credit"]),
    (FurnitureKind::Byline, &["byline", "author-bio", "author-box"]),
    (FurnitureKind::Navigation, &["breadcrumb", "breadcrumbs", "wp-block-navigation", "toc", "table-of-contents"]),
    (FurnitureKind::Share, &["addtoany_share_save_container", "sharedaddy", "share-buttons", "social-share"]),
    (
        FurnitureKind::ReadMore,
        &["interstitial-link", "jp-relatedposts", "read-more", "related-posts", "wp-block-latest-posts"],
    ),
    (FurnitureKind::Subscription, &["kg-signup-card", "newsletter-signup"]),
    (FurnitureKind::Advertisement, &["ad-container", "advertisement", "ads-block", "b-ads-block"]),
    (FurnitureKind::Form, &["kg-button-card", "wp-block-button", "wp-block-buttons"]),
];

/// Classes of the times that stand over the posts of a live blog.
const STAMP_CLASSES: [&str; 11] = [
    "entry-date",
    "live-blog-timestamp",
    "liveblog-timestamp",
    "post-date",
    "post-time",
    "posted-on",
    "publish-date",
    "published-time",
    "time-stamp",
    "timestamp",
    "wp-block-post-date",
];

/// How the address of a note's text, or of the mark that it belongs to, begins.
const NOTE_ADDRESSES: [&str; 9] =
    ["#fn", "#_ftn", "#_edn", "#footnote", "#endnote", "#cite_note", "#cite-note", "#easy-footnote", "#note-"];

/// Classes of superscripts that are marks of notes.
const NOTE_CLASSES: [&str; 8] =
    ["fn", "footnote", "footnote-mark", "footnote-ref", "footnotes", "note-ref", "noteref", "reference"];

/// What the attributes of one tag say; the first attribute of a name counts.
#[derive(Default)]
pub(super) struct Attributes {
    class: Option<String>,
    style: Option<String>,
    role: Option<String>,
    address: Option<String>,
    /// Whether it has the attribute `hidden`.
    hidden: bool,
    aria_hidden: bool,
    /// Whether it names the author.
    author: bool,
    /// Whether it has the attribute `open`.
    pub(super) open: bool,
    name: Vec<u8>,
    value: Vec<u8>,
}

impl Attributes {
    /// Forgets the tag before.
    pub(super) fn clear(&mut self) {
        *self =
            Self { name: std::mem::take(&mut self.name), value: std::mem::take(&mut self.value), ..Self::default() };
        self.name.clear();
        self.value.clear();
    }

    /// Begins an attribute.
    pub(super) fn begin(&mut self) {
        self.finish();
    }

    /// Adds to the name of the attribute, in small letters.
    pub(super) fn push_name(&mut self, part: &[u8]) {
        let room = VALUE_BYTES_MAX.saturating_sub(self.name.len());
        self.name.extend_from_slice(&part[..part.len().min(room)]);
    }

    /// Adds to the value of the attribute.
    pub(super) fn push_value(&mut self, part: &[u8]) {
        let room = VALUE_BYTES_MAX.saturating_sub(self.value.len());
        self.value.extend_from_slice(&part[..part.len().min(room)]);
    }

    /// Ends an attribute.
    pub(super) fn finish(&mut self) {
        let value = String::from_utf8_lossy(&self.value);
        let slot = match self.name.as_slice() {
            b"class" => Some(&mut self.class),
            b"style" => Some(&mut self.style),
            b"role" => Some(&mut self.role),
            b"href" => Some(&mut self.address),
            _ => None,
        };
        match (slot, self.name.as_slice()) {
            (Some(slot @ None), _) => *slot = Some(value.to_ascii_lowercase()),
            (None, b"hidden") => self.hidden = true,
            (None, b"open") => self.open = true,
            (None, b"rel" | b"itemprop") => {
                self.author |= value.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("author"));
            }
            (None, b"aria-hidden") => self.aria_hidden |= value.eq_ignore_ascii_case("true"),
            _ => {}
        }
        self.name.clear();
        self.value.clear();
    }

    fn classes(&self) -> impl Iterator<Item = &str> {
        self.class.iter().flat_map(|class| class.split_ascii_whitespace())
    }

    fn has_class(&self, known: &[&str]) -> bool {
        self.classes().any(|class| known.contains(&class))
    }

    /// Whether readers do not see the content.
    pub(super) fn is_hidden(&self) -> bool {
        let styled = || {
            let style: String = self.style.iter().flat_map(|style| style.split_ascii_whitespace()).collect();
            style.split(';').any(|rule| UNSEEN_STYLES.contains(&rule.trim_end_matches("!important")))
        };
        self.hidden || self.aria_hidden || styled() || self.has_class(&UNSEEN_CLASSES)
    }

    /// The kind of furniture that the content is, if it is.
    pub(super) fn furniture(&self) -> Option<FurnitureKind> {
        let role = self.role.as_deref().unwrap_or_default();
        let by_role = match role {
            "navigation" | "banner" | "contentinfo" | "menu" | "menubar" | "toolbar" => Some(FurnitureKind::Navigation),
            "complementary" => Some(FurnitureKind::Aside),
            "form" | "search" | "button" | "dialog" | "alertdialog" => Some(FurnitureKind::Form),
            "doc-noteref" | "doc-backlink" => Some(FurnitureKind::Footnote),
            _ => None,
        };
        let by_class = || {
            if self.has_class(&EMBED_CLASSES) {
                return Some(FurnitureKind::Embed);
            }
            FURNITURE_CLASSES.iter().find(|(_, classes)| self.has_class(classes)).map(|&(kind, _)| kind)
        };
        by_role.or_else(by_class)
    }

    /// Whether the content is set apart to be read twice.
    pub(super) fn is_pull_quote(&self) -> bool {
        self.classes().any(|class| {
            class
                .split("__")
                .next()
                .is_some_and(|block| ["pullquote", "pull-quote", "pull_quote"].iter().any(|end| block.ends_with(end)))
        })
    }

    /// Whether the content says when a post of a live blog was written.
    pub(super) fn is_stamp(&self) -> bool {
        self.has_class(&STAMP_CLASSES)
    }

    /// Whether the content names who wrote the page.
    pub(super) fn is_author(&self) -> bool {
        self.author
    }

    /// Whether a superscript is the mark of a note, by its class.
    pub(super) fn is_note_mark(&self) -> bool {
        self.has_class(&NOTE_CLASSES)
    }

    /// Whether a link leads anywhere.
    pub(super) fn has_address(&self) -> bool {
        self.address.is_some()
    }

    /// Whether a link leads to a note, or back from one.
    pub(super) fn is_note_link(&self) -> bool {
        let address = self.address.as_deref().unwrap_or_default();
        NOTE_ADDRESSES.iter().any(|start| address.starts_with(start)) || self.has_class(&["footnote-ref", "noteref"])
    }
}
