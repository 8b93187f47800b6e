//! What a letter or a form costs: milliseconds of one processor and bytes. Targets of a letter: 5 ms and 45 kB.
//! `cargo bench --bench paper`

#[path = "../tests/suite/paper/samples.rs"]
#[allow(dead_code)]
pub mod samples;

use amtsstube::catalogue::Catalogue;
use amtsstube::domain::town::Town;
use amtsstube::paper::form::{FormHead, Purpose, builtin};
use amtsstube::paper::preview::picture;
use amtsstube::paper::template::render;
use divan::Bencher;

pub fn tell() {
    for (case, name, values) in samples::all() {
        let paper = render(name, &values, &samples::head()).unwrap();
        println!("{case}: {} pages, {} bytes", paper.pages, paper.bytes.len());
    }
}

#[divan::bench]
fn short_letter(bencher: Bencher<'_, '_>) {
    let (values, head) = (samples::receipt_of_notice(false), samples::head());
    bencher.bench(|| render("empfangsbescheinigung/1", &values, &head).unwrap());
}

#[divan::bench]
fn long_letter_of_four_pages(bencher: Bencher<'_, '_>) {
    let (values, head) = (samples::intake(true), samples::head());
    bencher.bench(|| render("eingangsbestaetigung/1", &values, &head).unwrap());
}

#[divan::bench]
fn fee_receipt(bencher: Bencher<'_, '_>) {
    let (values, head) = (samples::receipt(false), samples::head());
    bencher.bench(|| render("quittung/1", &values, &head).unwrap());
}

#[divan::bench]
fn preview_of_a_page_at_144_dpi(bencher: Bencher<'_, '_>) {
    let paper =
        render("empfangsbescheinigung/1", &samples::receipt_of_notice(true), &samples::head()).unwrap();
    bencher.bench(|| picture(&paper.bytes, 0, 5.67).unwrap());
}

#[divan::bench]
fn official_form_of_two_pages(bencher: Bencher<'_, '_>) {
    let form = builtin("gewa1/2023").unwrap();
    let services = Catalogue::built_in();
    let service = services.services().find(|service| service.slug == "gewerbe-anmeldung").unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let head = FormHead::of(&Town::default(), day, Purpose::Final);
    bencher.bench(|| amtsstube::paper::form::render(form, &service.example, &head).unwrap());
}
