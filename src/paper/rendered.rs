//! A finished paper: its bytes, how many pages, and the text that search and tests read.

use sha2::{Digest, Sha256};

use super::PaperError;
use super::page::{Child, Document, Draw, Node, Role};
use super::writer::write;

/// A finished paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: u16,
    /// What is read on each page, in reading order; figures by what is read instead of them.
    pub text: Vec<String>,
}

impl Rendered {
    /// Writes a model.
    pub fn of(doc: &Document) -> Result<Self, PaperError> {
        let mut text = vec![String::new(); doc.pages.len()];
        for node in &doc.tree {
            let _ = read(node, &mut text);
        }
        let pages = u16::try_from(doc.pages.len()).map_err(|_| PaperError::Write("too many pages".into()))?;
        Ok(Self { bytes: write(doc)?, pages, text })
    }

    /// SHA-256 of the bytes: the paper's name in the store.
    pub fn sha256(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }
}

/// Adds what an element says to its pages, and a line's end where it is a block. Returns the pages it touched.
fn read(node: &Node, pages: &mut [String]) -> Vec<usize> {
    let mut touched = Vec::new();
    for kid in &node.kids {
        match kid {
            Child::Node(inner) => touched.extend(read(inner, pages)),
            Child::Content(content) => {
                let Some(page) = pages.get_mut(content.page) else { continue };
                touched.push(content.page);
                if let Some(alt) = &node.alt {
                    page.push_str(alt);
                }
                for draw in &content.draws {
                    if let (Draw::Text(run), None) = (draw, &node.alt) {
                        page.push_str(&run.text);
                    }
                }
            }
        }
    }
    if !matches!(node.role, Role::Span | Role::Link) {
        for page in &touched {
            if let Some(page) = pages.get_mut(*page).filter(|page| !page.ends_with('\n')) {
                page.push('\n');
            }
        }
    }
    touched
}
