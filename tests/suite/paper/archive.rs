//! What a program can check of PDF/A-3, level A (ISO 19005-3). Each fault begins with its clause. Looks at no tags
//! beyond that they are there: those are `universal`'s.

use lopdf::{Dictionary, Document, Object};
use rustybuzz::ttf_parser::{Face, GlyphId};

use super::reader::{Marks, dict, entry, name, text};

/// All faults of a file.
pub fn faults(bytes: &[u8], pdf: &Document, pages: &[Marks]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |clause: &str, holds: bool, what: &str| {
        if !holds {
            faults.push(format!("{clause} {what}"));
        }
    };
    let head: Vec<&[u8]> = bytes.splitn(3, |byte| *byte == b'\n').collect();
    check("6.1.2", head[0].starts_with(b"%PDF-1."), "header");
    let marked = head.get(1).is_some_and(|line| {
        line.first() == Some(&b'%') && line.iter().filter(|byte| **byte > 127).count() >= 4
    });
    check("6.1.2", marked, "no comment of binary bytes after the header");
    check("6.1.3", pdf.trailer.has(b"ID"), "no ID in the trailer");
    check("6.1.3", !pdf.trailer.has(b"Encrypt"), "encrypted");
    for object in pdf.objects.values() {
        if let Object::Stream(stream) = object {
            check("6.1.7.1", !stream.dict.has(b"F"), "a stream outside of the file");
            check("6.1.7.2", name(pdf, &stream.dict, "Filter") != "LZWDecode", "LZW");
            check("6.2.8", !stream.dict.has(b"SMask") && !stream.dict.has(b"Alternates"), "image");
        }
    }
    let Ok(catalog) = pdf.catalog() else { return vec!["6.1 no catalog".into()] };
    check("6.2.3", intent(pdf, catalog), "no sRGB output intent");
    check("6.6.1", !catalog.has(b"AA") && !catalog.has(b"OpenAction"), "an action");
    check(
        "6.7.2",
        dict(pdf, catalog, "MarkInfo").is_some_and(|info| info.has(b"Marked")),
        "not marked as tagged",
    );
    check("6.7.3", dict(pdf, catalog, "StructTreeRoot").is_some(), "no structure tree");
    check("6.7.4", text(entry(pdf, catalog, "Lang")).is_some_and(|lang| lang.len() >= 2), "no language");
    if let Some(form) = dict(pdf, catalog, "AcroForm") {
        let painted = matches!(entry(pdf, form, "NeedAppearances"), Object::Boolean(true));
        check("6.4.1", !painted && !form.has(b"XFA"), "a form that is painted by the reader");
    }
    faults.extend(metadata(pdf, catalog));
    faults.extend(files(pdf, catalog));
    for (id, codes) in pages.iter().flat_map(|page| &page.codes) {
        faults.extend(font(pdf, pdf.get_dictionary(*id).expect("font"), codes));
    }
    if pages.iter().any(|page| page.silent > 0) {
        faults.push("6.2.11.7 a glyph without its character".into());
    }
    faults
}

fn intent(pdf: &Document, catalog: &Dictionary) -> bool {
    let Ok(intents) = entry(pdf, catalog, "OutputIntents").as_array() else { return false };
    intents.iter().filter_map(|one| pdf.dereference(one).ok()?.1.as_dict().ok()).any(|one| {
        let Object::Stream(profile) = entry(pdf, one, "DestOutputProfile") else { return false };
        let icc = profile.get_plain_content().unwrap_or_default();
        name(pdf, one, "S") == "GTS_PDFA1"
            && icc.get(36..40) == Some(b"acsp")
            && icc.get(16..20) == Some(b"RGB ")
            && profile.dict.get(b"N").and_then(Object::as_i64).ok() == Some(3)
    })
}

/// The packet says what the file is, and the same as the document information.
fn metadata(pdf: &Document, catalog: &Dictionary) -> Vec<String> {
    let Object::Stream(stream) = entry(pdf, catalog, "Metadata") else {
        return vec!["6.6.2 no metadata".into()];
    };
    let packet = String::from_utf8_lossy(&stream.content).into_owned();
    let mut faults = Vec::new();
    let wanted = [
        ("6.6.4", "<pdfaid:part>3</pdfaid:part>"),
        ("6.6.4", "<pdfaid:conformance>A</pdfaid:conformance>"),
        ("6.6.2.3.3", "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"),
    ];
    faults.extend(
        wanted
            .iter()
            .filter(|(_, part)| !packet.contains(part))
            .map(|(clause, part)| format!("{clause} {part}")),
    );
    let info = pdf.trailer.get(b"Info").and_then(Object::as_reference).and_then(|id| pdf.get_dictionary(id));
    for (key, element) in [
        ("Title", "dc:title"),
        ("Author", "dc:creator"),
        ("Creator", "xmp:CreatorTool"),
        ("Producer", "pdf:Producer"),
    ] {
        let said = info.as_ref().ok().and_then(|info| text(entry(pdf, info, key))).unwrap_or_default();
        let said = said.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let inner = packet
            .split_once(&format!("<{element}>"))
            .and_then(|(_, rest)| rest.split_once(&format!("</{element}>")));
        if !inner.is_some_and(|(inner, _)| inner.contains(&said)) {
            faults.push(format!("6.6.2.3 {key} and {element} differ"));
        }
    }
    let day = |date: &str| date.chars().filter(char::is_ascii_digit).take(14).collect::<String>();
    let made = packet.split_once("<xmp:CreateDate>").map(|(_, rest)| day(rest));
    let created = info.ok().and_then(|info| text(entry(pdf, info, "CreationDate"))).map(|date| day(&date));
    if made.is_none() || made != created {
        faults.push("6.6.2.3 CreationDate and xmp:CreateDate differ".into());
    }
    faults
}

/// Each file inside says what it is and how it belongs to the paper.
fn files(pdf: &Document, catalog: &Dictionary) -> Vec<String> {
    let belonging: Vec<Object> = entry(pdf, catalog, "AF").as_array().cloned().unwrap_or_default();
    let mut faults = Vec::new();
    for (id, object) in &pdf.objects {
        let Ok(file) = object.as_dict() else { continue };
        if name(pdf, file, "Type") != "Filespec" {
            continue;
        }
        let whole = ["F", "UF", "AFRelationship", "EF", "Desc"].iter().all(|key| file.has(key.as_bytes()));
        if !whole || !belonging.contains(&Object::Reference(*id)) {
            faults.push("6.8 a file that belongs to nothing".into());
        }
        let stream = dict(pdf, file, "EF").and_then(|files| dict(pdf, files, "F"));
        let dated = stream.is_some_and(|own| {
            own.has(b"Subtype") && dict(pdf, own, "Params").is_some_and(|params| params.has(b"ModDate"))
        });
        if !dated {
            faults.push("6.8 a file without type and day".into());
        }
    }
    faults
}

/// The font is in the file, says what its glyphs mean and how wide they are.
fn font(pdf: &Document, font: &Dictionary, codes: &[u16]) -> Vec<String> {
    let own = entry(pdf, font, "DescendantFonts").as_array().ok().and_then(|list| list.first());
    let Some(own) = own.and_then(|own| pdf.dereference(own).ok()?.1.as_dict().ok()) else {
        return vec!["6.2.11 a font of another kind than this check knows".into()];
    };
    let mut faults = Vec::new();
    if !font.has(b"ToUnicode") {
        faults.push("6.2.11.7 a font without ToUnicode".into());
    }
    if name(pdf, own, "CIDToGIDMap") != "Identity" {
        faults.push("6.2.11.3.2 no CIDToGIDMap".into());
    }
    let descriptor = dict(pdf, own, "FontDescriptor");
    if descriptor.is_some_and(|own| own.has(b"CIDSet")) {
        faults.push("6.2.11.4.2 a CIDSet, which would have to name every glyph".into());
    }
    let program =
        descriptor.and_then(|own| entry(pdf, own, "FontFile2").as_stream().ok()?.get_plain_content().ok());
    let Some(program) = program else {
        faults.push("6.2.11.4.1 a font that is not in the file".into());
        return faults;
    };
    let Ok(face) = Face::parse(&program, 0) else {
        faults.push("6.2.11.4.1 a font that cannot be read".into());
        return faults;
    };
    let widths = widths(pdf, own);
    for code in codes {
        let wide = face
            .glyph_hor_advance(GlyphId(*code))
            .map(|wide| f32::from(wide) * 1000.0 / f32::from(face.units_per_em()));
        let declared = widths.iter().find(|(of, _)| of == code).map(|(_, wide)| *wide);
        if *code == 0 {
            faults.push("6.2.11.8 .notdef".into());
        }
        if !wide.zip(declared).is_some_and(|(wide, declared)| (wide - declared).abs() <= 1.0) {
            faults.push(format!("6.2.11.5 glyph {code} is {wide:?} wide and said to be {declared:?}"));
        }
    }
    faults.sort();
    faults.dedup();
    faults
}

/// Codes and their widths: `c [w…]` and `from to w`.
fn widths(pdf: &Document, own: &Dictionary) -> Vec<(u16, f32)> {
    let list = entry(pdf, own, "W").as_array().cloned().unwrap_or_default();
    let number = |object: &Object| object.as_float().unwrap_or_default();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "glyph numbers")]
    let code = |object: &Object| number(object) as u16;
    let (mut widths, mut at) = (Vec::new(), 0);
    while at + 1 < list.len() {
        let from = code(&list[at]);
        if let Object::Array(each) = &list[at + 1] {
            widths.extend((from..).zip(each.iter().map(number)));
            at += 2;
        } else {
            let wide = list.get(at + 2).map(number).unwrap_or_default();
            widths.extend((from..=code(&list[at + 1])).map(|of| (of, wide)));
            at += 3;
        }
    }
    widths
}
