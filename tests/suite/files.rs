//! Files by command line: attached, told why not, saved again; the coat of arms in the letterhead.

use std::process::Command;

use serde_json::{Value, json};

use crate::harness::{Desk, text_of};

fn trade(desk: &Desk) -> String {
    let example = desk.does(["catalogue", "example", "gewerbe-anmeldung"]);
    desk.put_json("answers.json", &example).display().to_string()
}

fn put(desk: &Desk, name: &str, bytes: &[u8]) -> String {
    std::fs::write(desk.file(name), bytes).expect("written");
    desk.file(name).display().to_string()
}

#[test]
fn files_come_with_the_case_and_later_and_go_out_again() {
    let desk = Desk::demo(0, 1);
    let answers = trade(&desk);
    let (contract, card) =
        (put(&desk, "Vertrag.pdf", b"%PDF-1.7 a"), put(&desk, "Karte.jpg", b"\xff\xd8\xff"));
    let file = ["case", "new", "--service", "gewerbe-anmeldung", "--signed", "--answers", &answers];
    let case = desk.does(file.iter().chain(&["--attach", &contract]));
    let number = case["number"].as_str().expect("a number");
    let attached = desk.does(["case", "attach", number, &card, "--document", "handwerkskarte"]);
    let names: Vec<&str> = attached["attachments"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|a| a["name"].as_str())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    let shown = desk.does(["case", "show", number]);
    assert!(!shown["missing"].as_array().expect("a list").contains(&json!("handwerkskarte")));
    let out = desk.file("Kopie.pdf").display().to_string();
    let save = ["case", "save", number, "Vertrag.pdf", "--out", &out];
    let _ = desk.does(save);
    assert_eq!(std::fs::read(&out).expect("saved"), b"%PDF-1.7 a");
    let there = desk.refuses(save);
    assert_eq!(there[0]["id"], "file-there", "nothing is overwritten");
    desk.is_sound();
}

#[test]
fn what_cannot_be_attached_is_refused_and_leaves_nothing() {
    let desk = Desk::demo(0, 1);
    let answers = trade(&desk);
    let empty = put(&desk, "leer.pdf", b"");
    let gone = desk.file("weg.pdf").display().to_string();
    let folder = desk.file("home").display().to_string();
    let locked = put(&desk, "fremd.pdf", b"%PDF-");
    let file =
        ["case", "new", "--service", "gewerbe-anmeldung", "--signed", "--answers", &answers, "--attach"];
    let wanted = [(&empty, "file-empty"), (&gone, "file-gone"), (&folder, "file-is-folder")];
    for (path, id) in wanted {
        let problems = desk.refuses(file.iter().chain(&[path.as_str()]));
        assert_eq!(problems[0]["id"], id);
    }
    let status = Command::new("chmod").args(["000", &locked]).status().expect("chmod");
    assert!(status.success());
    assert_eq!(desk.refuses(file.iter().chain(&[locked.as_str()]))[0]["id"], "file-forbidden");
    assert_eq!(desk.does(["case", "list"]), json!([]));
    desk.is_sound();
}

#[test]
fn the_towns_arms_stand_in_its_letters() {
    let desk = Desk::demo(1, 1).signed_in("verwaltung", "2468");
    let arms = desk.file("Wappen.png").display().to_string();
    let drawn = Command::new("convert")
        .args([
            "-size",
            "900x1200",
            "xc:white",
            "-fill",
            "#00843d",
            "-draw",
            "polygon 0,0 899,0 899,600 450,1199 0,600",
        ])
        .arg(&arms)
        .status()
        .expect("convert (imagemagick) is installed");
    assert!(drawn.success());
    assert_eq!(desk.does(["town", "arms", &arms])["arms"], json!({ "width": 159, "height": 213 }));
    let text = put(&desk, "Wappen.txt", b"gruen");
    assert_eq!(desk.refuses(["town", "arms", &text])[0]["id"], "picture-unreadable");
    let desk = desk.signed_in("schalter", "2468");
    let answers = trade(&desk);
    let case =
        desk.does(["case", "new", "--service", "gewerbe-anmeldung", "--signed", "--answers", &answers]);
    let number = case["number"].as_str().expect("a number").to_owned();
    let papers = desk.does(["paper", "list", &number]);
    let letter =
        papers.as_array().expect("papers").iter().find(|paper| paper["kind"] != "gewa1").expect("a letter");
    let out = desk.file("brief.pdf");
    let id = letter["id"].as_str().expect("an id");
    let _ = desk.does(["paper", "save", &number, id, "--out", &out.display().to_string()]);
    let size = std::fs::metadata(&out).expect("saved").len();
    assert!(size < 45_000, "{size} bytes");
    let images =
        Command::new("pdfimages").arg("-list").arg(&out).output().expect("pdfimages (poppler-utils)");
    let images = String::from_utf8_lossy(&images.stdout).into_owned();
    assert!(images.contains("159") && images.contains("213"), "{images}");
    assert!(text_of(&out).contains("Gescher"));
    let desk = desk.signed_in("verwaltung", "2468");
    assert_eq!(desk.does(["town", "arms", "--remove"])["arms"], Value::Null);
    let _ = desk.does(["town", "set", "phone=02542 1"]);
    assert_eq!(desk.does(["town", "show"])["phone"], "02542 1");
    assert_eq!(desk.refuses(["town", "set", "telefon=02542 1"])[0]["id"], "town-key-unknown");
    assert_eq!(desk.refuses(["town", "set", "arms=x"])[0]["id"], "arms-not-typed");
    desk.is_sound();
}
