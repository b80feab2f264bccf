//! Closed word classes, by folded form.

use std::{collections::HashSet, sync::LazyLock};

/// A set of words, written as one text.
type Class = LazyLock<HashSet<&'static str>>;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $words:literal;)*) => {
        $($(#[$doc])* static $name: Class = LazyLock::new(|| $words.split_whitespace().collect());)*
    };
}

classes! {
    /// Words that begin a noun phrase, possessive pronouns aside.
    DETERMINERS = "
        the a an this these those some any no every each all both many most several few another other such more
        either neither one two three four five six seven eight nine ten dozens hundreds thousands
    ";
    /// Possessive pronouns before a noun.
    POSSESSIVES = "
        my your his her its our their whose
    ";
    /// Pronouns that can be the subject of a reporting clause.
    SUBJECT_PRONOUNS = "
        i you he she it we they who which someone somebody everyone everybody anyone nobody others many some
        most few all both this that one
    ";
    /// Forms that stand for a subject and an auxiliary.
    CONTRACTIONS = "
        i'm i've i'd i'll he's he'd he'll she's she'd she'll it's it'd it'll we're we've we'd we'll they're
        they've they'd they'll you're you've you'd you'll who's who've there's that's
    ";
    /// Auxiliary verbs but "be", with their clitic forms.
    AUXILIARIES = "
        has have had having do does did will would can could may might must shall should 've 'd 'll 're 'm ca
        wo
    ";
    /// Forms of "be", and of "get" where it makes a passive.
    BE = "
        is are was were be been being am 're 'm isn't wasn't aren't weren't get got
    ";
    /// Adverbs without "-ly" that stand inside a verb group or between a subject and its verb.
    ADVERBS = "
        also then just later now once even still already again soon further first ever always often sometimes
        too instead only simply merely either however therefore thus both all himself herself themselves itself
        since long not never n't rather better so quite almost perhaps maybe indeed
    ";
    /// Words in "-ly" that are no adverbs.
    NO_ADVERBS = "
        family italy assembly july reply ally supply daily weekly monthly rally imply apply rely anomaly
        monopoly elderly emily kelly billy molly sally lily holly polly sicily
    ";
    /// Words that begin a subordinate clause, and so end a noun phrase on their left.
    SUBORDINATORS = "
        that because although though while when whenever where whereas if unless until whether as after before
        since once how why what which who than so like whom lest
    ";
    /// Words that join.
    CONJUNCTIONS = "
        and but or yet nor & then
    ";
    /// Adverbs that join a sentence to the one before.
    CONNECTIVES = "however meanwhile moreover still also nevertheless nonetheless furthermore instead besides indeed";
    /// Prepositions.
    PREPOSITIONS = "
        of in on at by for with from to into about against over under between among during through without
        within near across behind outside inside toward towards upon via despite amid around following
        including regarding concerning per throughout along beyond alongside besides unlike off onto above
        below
    ";
    /// Prepositions that continue a noun phrase.
    NOUN_PREPOSITIONS = "
        of for from at in with on to near behind against between among inside outside by within close about
        across over
    ";
    /// Days, months and the like.
    TIMES = "
        monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january
        february march april may june july august september october november december jan feb aug sept oct nov
        dec morning afternoon evening night noon midnight week month year weekend mon tue wed thu fri sat sun
        earlier later recently afterward afterwards ago
    ";
    /// Question words and "whether", which begin reported questions.
    QUESTIONS = "
        whether if how why what who when where which whom
    ";
    /// Common finite verbs that are no cues: they show that a clause stands where a noun phrase could.
    PLAIN_VERBS = "
        made makes took takes went goes came comes got gets gave gives left began begins became becomes met
        held won lost ran runs led kept brought sent stood sat spent paid let lets seems seemed needs needed
        tried tries
    ";
    /// Nouns that name a document, which stands for its author.
    DOCUMENTS = "
        statement report letter tweet post email e-mail memo release filing affidavit complaint lawsuit
        indictment notice message op-ed editorial article book memoir speech study survey poll document
        documents records transcript ruling column interview estimate estimates analysis account accounts
        reports statements comments remarks paper review story data figures statistics findings announcement declaration
        communique communiqué bulletin newsletter website petition pamphlet pamphlets leaflet leaflets banner poster placard
        notices letters tweets posts messages emails e-mails filings notes memorandum autopsy verdict read-out readout
    ";
    /// Nouns of the occasions and channels on which things are said, documents aside.
    SETTINGS = "
        conference briefing rally debate hearing twitter facebook television tv radio event appearance meeting news press
        phone telephone interviews speeches podcast court testimony writing response reply blog broadcast address video
        show program programme call instagram telegram exchange ceremony session part forum town
    ";
    /// Prepositions and adjectives that can begin an adjunct of a reporting verb.
    ADJUNCTS = "in on at during to through via after before following by late early last this with from for";
    /// Nouns for offices, which are no names when they are written like one.
    TITLES = "
        president minister secretary director chairman chairwoman chair governor senator prince princess king queen amir emir
        sultan mayor general officer commissioner ambassador chancellor premier speaker justice judge attorney sheriff chief
        superintendent inspector colonel captain major admiral bishop pope archbishop republican democrat congressman
        congresswoman representative lawmaker manager executive spokesman spokeswoman spokesperson leader secretary-general
    ";
    /// Nouns for many people, or a body.
    COLLECTIVES = "
        police people public media press family team government ministry company group court committee
        department agency council staff crowd military army administration campaign party union office board
        commission parliament prosecution opposition panel community firm bank club service authority
        organization organisation association coalition jury management leadership network newspaper paper
        magazine university school hospital men women children they others many some most delegation regime
        embassy defense defence industry institute center centre foundation federation alliance league chamber tribunal
        bureau consulate institution observatory watchdog regulator charity airline carrier automaker carmaker lender
        broadcaster consortium militia movement monitor ngo commission secretariat cabinet assembly senate congress
        drugmaker chipmaker planemaker insurer utility subsidiary chain giant conglomerate brand platform outlet mine
        city municipality bloc church college clinic museum studio startup start-up militants rebels troops junta brigade squad side band duo trio couple pair
    ";
}

/// Whether a word begins a noun phrase.
pub(super) fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(word) || is_possessive(word)
}

/// Whether a word is a possessive pronoun before a noun.
pub(super) fn is_possessive(word: &str) -> bool {
    POSSESSIVES.contains(word)
}

/// Whether a word can be the subject of a reporting clause by itself.
pub(super) fn is_subject_pronoun(word: &str) -> bool {
    SUBJECT_PRONOUNS.contains(word)
}

/// Whether a word is a personal pronoun in the subject's form.
pub(super) fn is_personal_pronoun(word: &str) -> bool {
    matches!(word, "i" | "you" | "he" | "she" | "it" | "we" | "they")
}

/// Whether a word stands for a subject and an auxiliary.
pub(super) fn subject_contraction(word: &str) -> bool {
    CONTRACTIONS.contains(word)
}

/// Whether a word is an auxiliary verb, also negated.
pub(super) fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.contains(word) || is_be(word) || is_negated_auxiliary(word)
}

/// Whether a word is a form of "be".
pub(super) fn is_be(word: &str) -> bool {
    BE.contains(word)
}

/// Whether a word is an adverb that can stand in a verb group.
pub(super) fn is_adverb(word: &str) -> bool {
    (word.len() > 4 && word.ends_with("ly") && !NO_ADVERBS.contains(word)) || ADVERBS.contains(word)
}

/// Whether a word begins a subordinate clause.
pub(super) fn is_subordinator(word: &str) -> bool {
    SUBORDINATORS.contains(word)
}

/// Whether a word joins.
pub(super) fn is_conjunction(word: &str) -> bool {
    CONJUNCTIONS.contains(word)
}

/// Whether a word is a preposition.
pub(super) fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.contains(word)
}

/// Whether a preposition can continue a noun phrase.
pub(super) fn joins_noun_phrase(word: &str) -> bool {
    NOUN_PREPOSITIONS.contains(word)
}

/// Whether a word names a time.
pub(super) fn is_time(word: &str) -> bool {
    TIMES.contains(word.trim_end_matches('.'))
}

/// Whether a word begins a reported question.
pub(super) fn is_question(word: &str) -> bool {
    QUESTIONS.contains(word)
}

/// Whether a word is a common finite verb that is no cue.
pub(super) fn is_plain_verb(word: &str) -> bool {
    PLAIN_VERBS.contains(word) || is_auxiliary(word)
}

/// Whether a reporting verb answers somebody.
pub(super) fn is_answer(lemma: &str) -> bool {
    matches!(lemma, "reply" | "answer" | "respond" | "retort")
}

/// Whether a word alone means some of those spoken of.
pub(super) fn is_part(word: &str) -> bool {
    matches!(word, "one" | "another" | "others" | "some" | "many" | "most" | "few" | "several")
}

/// Whether a noun names a document.
pub(super) fn is_document(word: &str) -> bool {
    DOCUMENTS.contains(word)
}

/// Whether a noun means many people, or a body.
pub(super) fn is_collective(word: &str) -> bool {
    COLLECTIVES.contains(word)
}

/// Whether a word is an auxiliary with "not".
pub(super) fn is_negated_auxiliary(word: &str) -> bool {
    word.ends_with("n't") || word == "cannot"
}

/// Whether a word negates a verb group.
pub(super) fn is_negation(word: &str) -> bool {
    matches!(word, "not" | "never" | "n't" | "nor") || is_negated_auxiliary(word)
}

/// Whether a noun names an occasion or channel on which things are said.
pub(super) fn is_setting(word: &str) -> bool {
    SETTINGS.contains(word)
}

/// Whether a word can begin an adjunct of a reporting verb.
pub(super) fn begins_adjunct(word: &str) -> bool {
    ADJUNCTS.contains(word)
}

/// Whether a word joins a sentence to the one before.
pub(super) fn is_connective(word: &str) -> bool {
    CONNECTIVES.contains(word)
}

/// Whether a word begins a clause that can stand before its main clause.
pub(super) fn is_fronting(word: &str) -> bool {
    matches!(word, "while" | "although" | "though" | "when" | "after" | "before" | "because" | "since" | "if" | "as")
}

/// Whether a noun is what any organisation can be called once it is known.
pub(super) fn is_business(word: &str) -> bool {
    let generic =
        ["company", "firm", "group", "organization", "organisation", "agency", "newspaper", "network", "club"];
    generic.contains(&word) || matches!(word, "bank" | "magazine")
}

/// Whether several words are written like the title of a work: each longer one with a capital.
pub(super) fn is_title_case(words: &str) -> bool {
    let mut long = words.split_whitespace().filter(|word| word.len() > 3).peekable();
    let several = words.split_whitespace().count() > 1;
    several && long.peek().is_some() && long.all(|word| word.starts_with(char::is_uppercase))
}

/// Whether a noun behind a name says only what sort of body the name is.
pub(super) fn is_sort_of_body(word: &str) -> bool {
    is_business(word)
        || matches!(word, "party" | "website" | "platform" | "airline" | "brand" | "broadcaster" | "charity")
}

/// Whether a noun names an office.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(word)
}
