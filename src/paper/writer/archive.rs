//! What PDF/A-3a and PDF/UA-1 ask for beside the pages: metadata, output intent, attachments, identity.
//! Draws nothing.

use chrono::NaiveDate;
use lopdf::{Document as Pdf, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::super::PaperError;
use super::super::page::{Attachment, Document};
use super::{failed, srgb, unicode};

const PROGRAM: &str = "Amtsstube";

/// Adds metadata, output intent and attachments, and declares the structure tree.
pub(super) fn add(pdf: &mut Pdf, doc: &Document, tree: ObjectId) -> Result<(), PaperError> {
    let profile = pdf.add_object(Stream::new(dictionary! { "N" => 3 }, srgb::profile()));
    let intent = dictionary! {
        "Type" => "OutputIntent", "S" => "GTS_PDFA1", "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"), "DestOutputProfile" => profile,
    };
    let metadata = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let metadata = Stream::new(metadata, xmp(doc).into_bytes()).with_compression(false);
    let metadata = pdf.add_object(metadata);
    let files: Vec<(String, ObjectId)> =
        doc.attachments.iter().map(|file| (file.name.clone(), attach(pdf, file, doc.date))).collect();

    let catalog = pdf.catalog_mut().map_err(failed)?;
    catalog.set("StructTreeRoot", tree);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Lang", Object::string_literal(doc.lang.as_str()));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("OutputIntents", vec![intent.into()]);
    catalog.set("Metadata", metadata);
    if !files.is_empty() {
        let references: Vec<Object> = files.iter().map(|(_, id)| (*id).into()).collect();
        let mut files = files;
        files.sort();
        let names: Vec<Object> =
            files.into_iter().flat_map(|(name, id)| [Object::string_literal(name), id.into()]).collect();
        catalog.set("AF", references);
        catalog.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
    }
    let info = dictionary! {
        "Title" => unicode(&doc.title), "Author" => unicode(&doc.author), "Creator" => unicode(PROGRAM),
        "Producer" => unicode(PROGRAM), "CreationDate" => date(doc.date), "ModDate" => date(doc.date),
    };
    let place = pdf.trailer.get(b"Info").and_then(Object::as_reference).map_err(failed)?;
    pdf.set_object(place, info);
    Ok(())
}

/// Names the file by what is in it, so that the same paper is the same bytes.
pub(super) fn identify(pdf: &mut Pdf) {
    let mut hash = Sha256::new();
    for object in pdf.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
    let id = Object::String(hash.finalize()[..16].to_vec(), StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![id.clone(), id]);
}

fn date(day: NaiveDate) -> Object {
    Object::string_literal(day.format("D:%Y%m%d000000+00'00'").to_string())
}

fn attach(pdf: &mut Pdf, file: &Attachment, day: NaiveDate) -> ObjectId {
    let size = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
    let stream = dictionary! {
        "Type" => "EmbeddedFile", "Subtype" => Object::Name(file.media_type.clone().into_bytes()),
        "Params" => dictionary! { "ModDate" => date(day), "Size" => size },
    };
    let stream = pdf.add_object(Stream::new(stream, file.bytes.clone()));
    pdf.add_object(dictionary! {
        "Type" => "Filespec", "F" => Object::string_literal(file.name.as_str()), "UF" => unicode(&file.name),
        "Desc" => unicode(&file.description), "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Metadata packet; says the same as the document information.
fn xmp(doc: &Document) -> String {
    let (title, author, lang) = (escaped(&doc.title), escaped(&doc.author), escaped(&doc.lang));
    let date = doc.date.format("%Y-%m-%dT00:00:00+00:00");
    let mut namespaces = String::new();
    for (prefix, uri) in NAMESPACES {
        namespaces.extend([" xmlns:", prefix, "=\"", uri, "\""]);
    }
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\"{namespaces}>\
         <dc:format>application/pdf</dc:format>\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\
         <dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>\
         <xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>\
         <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>\
         <pdf:Producer>{PROGRAM}</pdf:Producer>\
         <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\
         {EXTENSION}</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>"
    )
}

const NAMESPACES: [(&str, &str); 8] = [
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("pdf", "http://ns.adobe.com/pdf/1.3/"),
    ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
    ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
    ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
    ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
    ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
];

/// PDF/A knows no PDF/UA: its one property has to be described in the file.
const EXTENSION: &str = "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas>";
