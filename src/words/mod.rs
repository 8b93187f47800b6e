//! Sentences in German and English. Knows no rule and no screen.
