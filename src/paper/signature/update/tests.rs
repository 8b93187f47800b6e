//! What an update looks like, byte for byte, and that it is read back.

use super::*;
use lopdf::{SaveOptions, dictionary};

/// The smallest file with a page that our writer could have made.
pub(in crate::paper::signature) fn paper() -> Vec<u8> {
    paper_with(|_, _| ())
}

/// The same, with something else in its tag tree.
fn paper_with(change: fn(&mut Pdf, ObjectId)) -> Vec<u8> {
    let mut pdf = Pdf::with_version("1.7");
    let page = pdf.add_object(
        dictionary! { "Type" => "Page", "MediaBox" => vec![0.into(), 0.into(), 595.276.into(), 842.into()] },
    );
    let pages = pdf.add_object(dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 });
    let document = pdf.add_object(dictionary! { "S" => "Document", "K" => Vec::<Object>::new() });
    let tree = pdf.add_object(dictionary! {
        "K" => vec![document.into()], "ParentTree" => dictionary! { "Nums" => Vec::<Object>::new() },
        "ParentTreeNextKey" => 7,
    });
    let root = pdf.add_object(dictionary! {
        "Type" => "Catalog", "StructTreeRoot" => tree, "Pages" => pages, "Lang" => Object::string_literal("de"),
    });
    pdf.trailer.set("Root", root);
    pdf.trailer.set("ID", vec![Object::string_literal("once"), Object::string_literal("once")]);
    change(&mut pdf, tree);
    let packed = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    let mut bytes = Vec::new();
    pdf.save_with_options(&mut bytes, packed).expect("saved");
    bytes
}

pub(in crate::paper::signature) fn copy() -> (Vec<u8>, Written) {
    let paper = paper();
    let said = Said { authority: "Stadt".into(), reason: "Kopie".into(), label: "Feld".into() };
    let at = "2026-11-28T08:15:30Z".parse().expect("a moment");
    let copy = write(&paper, &said, at, 4).expect("written").filled(&[1, 2, 0xAB]).expect("room");
    (paper, copy)
}

/// Frozen: copies that were handed out are verified by writing this again. Never change it; write a second form beside it.
#[test]
fn what_stands_behind_a_paper_never_changes() {
    let (paper, copy) = copy();
    let base = paper.len();
    let added = String::from_utf8_lossy(&copy.bytes[base..]).into_owned();
    let (objects, table) = added.rsplit_once(">>stream\n").expect("a table");
    let start = base + added.find("<0102AB00>").expect("the signature");
    let covered = format!("0 {start:>10}{:>10}{:>10}", start + 10, copy.bytes.len() - start - 10);
    let wanted = WANTED.replace("COVERED", &covered);
    assert_eq!(objects.split_once("/Prev").expect("a table").0, wanted);
    assert!(objects.contains("/Root 5 0 R/ID[<6F6E6365><"), "{objects}");
    assert!(
        objects.ends_with("/W[1 4 2]/Index[1 1 3 1 4 1 5 1 8 1 9 1 10 1 11 1 12 1]/Length 63"),
        "{objects}"
    );
    let start = base + objects.rfind("12 0 obj").expect("the table's object");
    assert!(table.ends_with(&format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF")), "{table}");
}

const WANTED: &str = "\n8 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached\
    /ByteRange[COVERED]/Contents<0102AB00>/M(D:20261128081530+00'00')\
    /Name<FEFF00530074006100640074>/Reason<FEFF004B006F007000690065>>>\nendobj\n\
    9 0 obj\n<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/TU<FEFF00460065006C0064>/F 132\
    /Rect[-1 -1 -1 -1]/P 1 0 R/V 8 0 R/AP<</N 10 0 R>>/StructParent 7>>\nendobj\n\
    10 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 0 0]/Length 0>>stream\n\nendstream\nendobj\n\
    11 0 obj\n<</Type/StructElem/S/Form/P 3 0 R/Pg 1 0 R/K<</Type/OBJR/Obj 9 0 R/Pg 1 0 R>>>>\nendobj\n\
    5 0 obj\n<</Type /Catalog/StructTreeRoot 4 0 R/Pages 2 0 R/Lang <6465>\
    /AcroForm <</Fields [9 0 R ]/SigFlags 3>>>>\nendobj\n\
    1 0 obj\n<</Type /Page/MediaBox [0 0 595.276 842 ]/Annots [9 0 R ]/Tabs /S>>\nendobj\n\
    4 0 obj\n<</K [3 0 R ]/ParentTree <</Nums [7 11 0 R ]>>/ParentTreeNextKey 8>>\nendobj\n\
    3 0 obj\n<</S /Document/K [11 0 R ]>>\nendobj\n\
    12 0 obj\n<</Type/XRef/Size 13";

#[test]
fn a_copy_is_read_back_and_a_longer_signature_has_no_room() {
    let (paper, written) = copy();
    assert_eq!(before(&written.bytes), Some(&paper[..]));
    let (again, said, at, signature) = read(&paper, &written.bytes).expect("a copy");
    assert_eq!((again.bytes, signature), (written.bytes.clone(), vec![1, 2, 0xAB, 0]));
    assert_eq!((said.authority.as_str(), said.reason.as_str()), ("Stadt", "Kopie"));
    assert_eq!(at.to_rfc3339(), "2026-11-28T08:15:30+00:00");
    assert!(written.filled(&[0; 5]).is_none());
    assert_eq!(before(&paper), None);
}

/// What an update cannot take over whole it does not write: a reader would lose it.
#[test]
fn a_paper_whose_tags_are_not_found_is_refused() {
    let said = || Said { authority: "Stadt".into(), reason: "Kopie".into(), label: "Feld".into() };
    let at = "2026-11-28T08:15:30Z".parse().expect("a moment");
    let refused = |change: fn(&mut Pdf, ObjectId)| write(&paper_with(change), &said(), at, 4).err();
    // The table of parents lies elsewhere, is none, or names what the file does not have.
    let wrong: [fn(&mut Pdf, ObjectId); 3] = [
        |pdf, tree| {
            let table = pdf.add_object(dictionary! { "Nums" => Vec::<Object>::new() });
            pdf.get_dictionary_mut(tree).expect("the tree").set("ParentTree", table);
        },
        |pdf, tree| pdf.get_dictionary_mut(tree).expect("the tree").set("ParentTree", dictionary! {}),
        |pdf, tree| {
            let nowhere = vec![Object::Integer(3), Object::Reference((99, 0))];
            let table = dictionary! { "Nums" => nowhere };
            pdf.get_dictionary_mut(tree).expect("the tree").set("ParentTree", table);
        },
    ];
    for change in wrong {
        assert_eq!(refused(change), Some(PaperError::Unreadable));
    }
    assert_eq!(refused(|_, _| ()), None);
}
