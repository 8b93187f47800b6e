//! Reads Rust far enough to tell code, comments and string literals apart. Knows no grammar beyond that.

/// A string literal and the line it starts on (from 1).
#[derive(Debug, PartialEq, Eq)]
pub struct Literal {
    /// Line of the opening quote.
    pub line: usize,
    /// What stands between the quotes, escapes as written.
    pub text: String,
}

/// A source file taken apart.
#[derive(Debug, Default)]
pub struct Source {
    /// The code with comments and the inside of literals as spaces, line breaks kept.
    pub code: String,
    /// Every string literal.
    pub literals: Vec<Literal>,
}

/// Takes `text` apart, up to a trailing test module: what tests say is not what users see.
pub fn read(text: &str) -> Source {
    let text = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or(text);
    let chars: Vec<char> = text.chars().collect();
    let mut source = Source::default();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let (end, literal) = match chars[at] {
            '/' if chars.get(at + 1) == Some(&'/') => (line_end(&chars, at), None),
            '/' if chars.get(at + 1) == Some(&'*') => (comment_end(&chars, at), None),
            '"' => {
                let end = string_end(&chars, at + 1);
                (end, Some((at + 1, end.saturating_sub(1))))
            }
            'r' if !follows_word(&chars, at) && raw_open(&chars, at).is_some() => {
                let (open, hashes) = raw_open(&chars, at).unwrap_or((at, 0));
                let end = raw_end(&chars, open, hashes);
                (end, Some((open, end.saturating_sub(hashes + 1))))
            }
            '\'' => (char_end(&chars, at), None),
            other => {
                source.code.push(other);
                line += usize::from(other == '\n');
                at += 1;
                continue;
            }
        };
        if let Some((from, to)) = literal {
            source.literals.push(Literal { line, text: chars[from..to.max(from)].iter().collect() });
        }
        for &inside in &chars[at..end] {
            source.code.push(if inside == '\n' { '\n' } else { ' ' });
            line += usize::from(inside == '\n');
        }
        at = end;
    }
    source
}

fn line_end(chars: &[char], at: usize) -> usize {
    chars[at..].iter().position(|&c| c == '\n').map_or(chars.len(), |length| at + length)
}

fn comment_end(chars: &[char], at: usize) -> usize {
    let (mut at, mut depth) = (at, 0);
    while at + 1 < chars.len() {
        match (chars[at], chars[at + 1]) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    chars.len()
}

fn string_end(chars: &[char], mut at: usize) -> usize {
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

fn follows_word(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| chars[before]);
    before.is_some_and(|c| c.is_alphanumeric() && c != 'b' || c == '_')
}

/// Where the text of a raw string begins and how many `#` close it.
fn raw_open(chars: &[char], at: usize) -> Option<(usize, usize)> {
    let hashes = chars[at + 1..].iter().take_while(|&&c| c == '#').count();
    (chars.get(at + 1 + hashes) == Some(&'"')).then_some((at + 2 + hashes, hashes))
}

fn raw_end(chars: &[char], open: usize, hashes: usize) -> usize {
    let closes = |at: usize| {
        chars[at] == '"' && chars[at + 1..].iter().take(hashes).filter(|&&c| c == '#').count() == hashes
    };
    (open..chars.len()).find(|&at| closes(at)).map_or(chars.len(), |at| at + 1 + hashes)
}

/// A character literal, or only the tick of a lifetime.
fn char_end(chars: &[char], at: usize) -> usize {
    match (chars.get(at + 1), chars.get(at + 2)) {
        (Some('\\'), _) => {
            let tail = chars[at + 3..].iter().position(|&c| c == '\'');
            tail.map_or(chars.len(), |length| at + 4 + length)
        }
        (Some(_), Some('\'')) => at + 3,
        _ => at + 1,
    }
}

#[test]
fn code_comments_and_literals_are_told_apart() {
    let text = "use a; // \"no\"\n/* \"no /* inner */\" */ let x = \"ja \\\" \";\nlet y = r#\"auch \"das\"\"#; \
                let c = '\"'; let n: &'a str = br\"z\";\n\n#[cfg(test)]\nmod tests { \"no\" }";
    let source = read(text);
    let found: Vec<_> = source.literals.iter().map(|l| (l.line, l.text.as_str())).collect();
    assert_eq!(found, [(2, "ja \\\" "), (3, "auch \"das\""), (3, "z")]);
    assert!(source.code.contains("use a;") && !source.code.contains("no"));
    assert!(source.code.contains("& a str"), "a lifetime is no literal");
}
