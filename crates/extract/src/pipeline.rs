//! The one function.

use dateline_encoder::{EncodeError, Encoder};
use dateline_text::{Article, Document};

use crate::{
    coref, events,
    extraction::{Extraction, Warning, WarningCode},
    names, quotes, salience, times,
};

/// The extraction pipeline. One value serves any number of threads.
#[derive(Default)]
pub struct Pipeline {
    encoder: Option<Box<dyn Encoder>>,
}

impl Pipeline {
    /// A pipeline whose layers decide by rule alone.
    #[must_use]
    pub fn by_rule() -> Self {
        Self { encoder: None }
    }

    /// A pipeline whose layers also read what `encoder` reads.
    #[must_use]
    pub fn with_encoder(encoder: Box<dyn Encoder>) -> Self {
        Self { encoder: Some(encoder) }
    }

    /// Reads one article. Pure: the same article and encoder give the same extraction.
    ///
    /// # Errors
    /// [`EncodeError`] when the encoder cannot be run.
    pub fn extract(&self, article: &Article) -> Result<Extraction, EncodeError> {
        let document = Document::new(article);
        let encoding = self.encoder.as_ref().map(|encoder| encoder.encode(&document)).transpose()?;
        let names = names::find(&document, encoding.as_ref());
        let entities = coref::resolve(&document, encoding.as_ref(), &names);
        let times = times::normalise(&document, article.published());
        let quotes = quotes::attribute(&document, encoding.as_ref(), &entities);
        let events = events::extract(&document, encoding.as_ref(), &entities, &times, &quotes.quotes);
        let salience = salience::of_entities(&document, &entities, &quotes.quotes, &events);
        let event_salience = salience::of_events(&document, &events, &salience);
        let furniture = document.furniture().iter();
        let warnings = furniture
            .map(|found| Warning { code: WarningCode::PageFurniture(found.kind), span: found.span })
            .chain(quotes.warnings)
            .collect();
        Ok(Extraction { entities, salience, quotes: quotes.quotes, events, event_salience, times, warnings })
    }
}
