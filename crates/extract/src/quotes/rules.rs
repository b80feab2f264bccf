//! The rules by name, each with its measured precision.

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

impl Rule {
    /// The stable name.
    pub(super) const fn name(self) -> &'static str {
        self.row().0
    }

    /// The share of the rule's findings whose content shares at least half its words with an annotated one: on the
    /// training articles of the newsroom corpus (135 articles, 918 quotes), or for a rule that fires there less than
    /// 20 times on PolNeAR's training articles (840 articles, 19,867 attributions). One hit and one miss are added to
    /// each count, so that a rule which never fires there (dialogue dashes) has one half.
    pub(super) const fn precision(self) -> f32 {
        self.row().1
    }

    const fn row(self) -> (&'static str, f32) {
        match self {
            Self::AccordingToBeforeContent => ("according-to-before-content", 0.92),
            Self::AccordingToBehindContent => ("according-to-behind-content", 0.83),
            Self::BareClause => ("bare-clause", 0.82),
            Self::BareClauseBehindAdjunct => ("bare-clause-behind-adjunct", 0.59),
            Self::Bidding => ("bidding", 0.82),
            Self::ClauseCueSource => ("clause-cue-source", 0.69),
            Self::ClauseSourceCue => ("clause-source-cue", 0.99),
            Self::Credit => ("credit", 0.88),
            Self::CueColon => ("cue-colon", 0.57),
            Self::CueMarkQuotation => ("cue-mark-quotation", 0.97),
            Self::CueQuotation => ("cue-quotation", 0.66),
            Self::Description => ("description", 0.81),
            Self::DialogueDash => ("dialogue-dash", 0.50),
            // Not measured and not read: the encoder gives each content a probability of its own.
            Self::Encoder => ("encoder", 0.0),
            Self::HeadlineLabel => ("headline-label", 0.86),
            Self::Infinitive => ("infinitive", 0.59),
            Self::Judgement => ("judgement", 0.72),
            Self::NounPhrase => ("noun-phrase", 0.52),
            Self::PassiveClause => ("passive-clause", 0.67),
            Self::PassiveQuotation => ("passive-quotation", 0.33),
            Self::QuotationCueSource => ("quotation-cue-source", 0.88),
            Self::QuotationSourceCue => ("quotation-source-cue", 0.98),
            Self::ReportedQuestion => ("reported-question", 0.66),
            Self::ReportingNoun => ("reporting-noun", 0.68),
            Self::SpeechWithoutCue => ("speech-without-cue", 0.96),
            Self::ThatClause => ("that-clause", 0.94),
            Self::TranscriptTurn => ("transcript-turn", 0.45),
        }
    }
}
