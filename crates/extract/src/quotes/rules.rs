//! The rules by name, each with its measured precision.

use std::sync::LazyLock;

use crate::calibration::Shares;

/// What decided that words are a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// "According to X, …".
    AccordingToBeforeContent,
    /// "…, according to X".
    AccordingToBehindContent,
    /// "X said …" without "that".
    BareClause,
    /// "X said on Monday …".
    BareClauseBehindAdjunct,
    /// "X urged Y to …".
    Bidding,
    /// "…, said X".
    ClauseCueSource,
    /// "…, X said".
    ClauseSourceCue,
    /// "“…” — X" as a paragraph of its own.
    Credit,
    /// "X said: …" without quotation marks.
    CueColon,
    /// "X said: “…”", "X said, “…”".
    CueMarkQuotation,
    /// "X called it “…”", "X said “…”".
    CueQuotation,
    /// "X described Y as …".
    Description,
    /// A turn of dialogue behind a dash.
    DialogueDash,
    /// "X: …" in a headline.
    HeadlineLabel,
    /// "X promised to …".
    Infinitive,
    /// "X accused Y of …".
    Judgement,
    /// The encoder marks content, cue and source.
    Encoder,
    /// "X announced …".
    NounPhrase,
    /// "It was announced that …".
    PassiveClause,
    /// "was called “…”".
    PassiveQuotation,
    /// "“…,” said X".
    QuotationCueSource,
    /// "“…,” X said".
    QuotationSourceCue,
    /// "X asked whether …".
    ReportedQuestion,
    /// "X's claim that …".
    ReportingNoun,
    /// A quotation that reads like speech, beside a quote or behind its speaker's mention.
    SpeechWithoutCue,
    /// "X said that …".
    ThatClause,
    /// "NAME: …".
    TranscriptTurn,
}

/// The rules of which calibration knows the precision: all but the encoder, which gives each content a probability of its own.
const MEASURED: [&str; 26] = [
    Rule::AccordingToBeforeContent.name(),
    Rule::AccordingToBehindContent.name(),
    Rule::BareClause.name(),
    Rule::BareClauseBehindAdjunct.name(),
    Rule::Bidding.name(),
    Rule::ClauseCueSource.name(),
    Rule::ClauseSourceCue.name(),
    Rule::Credit.name(),
    Rule::CueColon.name(),
    Rule::CueMarkQuotation.name(),
    Rule::CueQuotation.name(),
    Rule::Description.name(),
    Rule::DialogueDash.name(),
    Rule::HeadlineLabel.name(),
    Rule::Infinitive.name(),
    Rule::Judgement.name(),
    Rule::NounPhrase.name(),
    Rule::PassiveClause.name(),
    Rule::PassiveQuotation.name(),
    Rule::QuotationCueSource.name(),
    Rule::QuotationSourceCue.name(),
    Rule::ReportedQuestion.name(),
    Rule::ReportingNoun.name(),
    Rule::SpeechWithoutCue.name(),
    Rule::ThatClause.name(),
    Rule::TranscriptTurn.name(),
];

static SHARES: LazyLock<Shares> = LazyLock::new(|| Shares::released("quote_rules", &MEASURED));

impl Rule {
    /// The stable name.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::AccordingToBeforeContent => "according-to-before-content",
            Self::AccordingToBehindContent => "according-to-behind-content",
            Self::BareClause => "bare-clause",
            Self::BareClauseBehindAdjunct => "bare-clause-behind-adjunct",
            Self::Bidding => "bidding",
            Self::ClauseCueSource => "clause-cue-source",
            Self::ClauseSourceCue => "clause-source-cue",
            Self::Credit => "credit",
            Self::CueColon => "cue-colon",
            Self::CueMarkQuotation => "cue-mark-quotation",
            Self::CueQuotation => "cue-quotation",
            Self::Description => "description",
            Self::DialogueDash => "dialogue-dash",
            Self::HeadlineLabel => "headline-label",
            Self::Infinitive => "infinitive",
            Self::Judgement => "judgement",
            Self::Encoder => "encoder",
            Self::NounPhrase => "noun-phrase",
            Self::PassiveClause => "passive-clause",
            Self::PassiveQuotation => "passive-quotation",
            Self::QuotationCueSource => "quotation-cue-source",
            Self::QuotationSourceCue => "quotation-source-cue",
            Self::ReportedQuestion => "reported-question",
            Self::ReportingNoun => "reporting-noun",
            Self::SpeechWithoutCue => "speech-without-cue",
            Self::ThatClause => "that-clause",
            Self::TranscriptTurn => "transcript-turn",
        }
    }

    /// The share of the rule's findings that are right; `quote_rules` in `calibration.json`.
    pub(super) fn precision(self) -> f32 {
        SHARES.of(self.name())
    }
}
