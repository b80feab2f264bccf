//! The one function.

use dateline_encoder::{EncodeError, Encoder};
use dateline_kb::Kb;
use dateline_text::{Article, Document};

use crate::{
    coref::{self, Entity},
    events,
    extraction::{Extraction, Warning, WarningCode},
    link::{Link, Linker},
    names::{self, Name},
    quotes,
    ranker::Comparison,
    salience, times,
};

/// The extraction pipeline. One value serves any number of threads.
#[derive(Default)]
pub struct Pipeline {
    encoder: Option<Box<dyn Encoder>>,
    linker: Option<Linker>,
}

/// What entities are linked to.
#[derive(Clone, Copy, Debug, Default)]
pub enum Linking<'k> {
    /// Nothing.
    Off,
    /// The pipeline's own bases.
    #[default]
    Bases,
    /// These entities of the caller's, then the pipeline's own bases.
    KnownFirst(&'k Kb),
}

impl Pipeline {
    /// A pipeline whose layers decide by rule alone.
    #[must_use]
    pub fn by_rule() -> Self {
        Self { encoder: None, linker: None }
    }

    /// A pipeline whose layers also read what `encoder` reads.
    #[must_use]
    pub fn with_encoder(encoder: Box<dyn Encoder>) -> Self {
        Self { encoder: Some(encoder), linker: None }
    }

    /// The same pipeline, which also links entities.
    #[must_use]
    pub fn linked_by(self, linker: Linker) -> Self {
        Self { linker: Some(linker), ..self }
    }

    /// What links entities, if anything does.
    #[must_use]
    pub fn linker(&self) -> Option<&Linker> {
        self.linker.as_ref()
    }

    /// Reads one article, and links its entities to the pipeline's bases. Pure: the same article, encoder and bases give
    /// the same extraction.
    ///
    /// # Errors
    /// [`EncodeError`] when the encoder cannot be run.
    pub fn extract(&self, article: &Article) -> Result<Extraction, EncodeError> {
        self.extract_linking(article, Linking::Bases)
    }

    /// Reads one article, and links its entities as asked.
    ///
    /// # Errors
    /// [`EncodeError`] when the encoder cannot be run.
    pub fn extract_linking(&self, article: &Article, linking: Linking<'_>) -> Result<Extraction, EncodeError> {
        let document = Document::new(article);
        let encoding = self.encoder.as_ref().map(|encoder| encoder.encode(&document)).transpose()?;
        let names = names::find(&document, encoding.as_ref());
        let mut entities = coref::resolve(&document, encoding.as_ref(), &names);
        let times = times::normalise(&document, article.published());
        let quotes = quotes::attribute(&document, encoding.as_ref(), &entities);
        coref::add_sources(&mut entities, &quotes.quotes);
        let events = events::extract(&document, encoding.as_ref(), &entities, &times, &quotes.quotes);
        let links = self.link(&document, (&names, &entities), linking);
        let salience = salience::of_entities(&document, &entities, &quotes.quotes, &events);
        let event_salience = salience::of_events(&document, &events, &salience);
        let furniture = document.furniture().iter();
        let warnings = furniture
            .map(|found| Warning { code: WarningCode::PageFurniture(found.kind), span: found.span })
            .chain(quotes.warnings)
            .collect();
        Ok(Extraction { entities, links, salience, quotes: quotes.quotes, events, event_salience, times, warnings })
    }

    /// What reference and the layers of events compare in an article, to fit the weights of their rankers.
    ///
    /// # Errors
    /// [`EncodeError`] when the encoder cannot be run.
    pub fn comparisons(&self, article: &Article) -> Result<Vec<Comparison>, EncodeError> {
        let document = Document::new(article);
        let encoding = self.encoder.as_ref().map(|encoder| encoder.encode(&document)).transpose()?;
        let names = names::find(&document, encoding.as_ref());
        let mut entities = coref::resolve(&document, encoding.as_ref(), &names);
        let times = times::normalise(&document, article.published());
        let quotes = quotes::attribute(&document, encoding.as_ref(), &entities);
        coref::add_sources(&mut entities, &quotes.quotes);
        let described = encoding.as_ref().map(|encoding| coref::comparisons(&document, encoding, &names));
        let dated = events::comparisons(&document, encoding.as_ref(), &entities, &times, &quotes.quotes);
        Ok(described.unwrap_or_default().into_iter().chain(dated).collect())
    }

    /// Candidates come from the names alone, before anything is known of entities; the choice comes last.
    fn link(
        &self,
        document: &Document<'_>,
        (names, entities): (&[Name], &[Entity]),
        linking: Linking<'_>,
    ) -> Vec<Link> {
        let known = match linking {
            Linking::Off => return Vec::new(),
            Linking::Bases => None,
            Linking::KnownFirst(known) => Some(known),
        };
        let Some(linker) = &self.linker else { return Vec::new() };
        let candidates = linker.candidates(document, names, known);
        linker.choose(document, entities, &candidates)
    }
}
