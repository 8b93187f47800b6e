//! Four programs that write to one desk at once: every case is there, every number once, and the file is sound.

use std::collections::BTreeSet;
use std::thread;

use crate::office::Office;

#[test]
fn four_writers_file_two_hundred_cases_at_once() {
    let office = Office::new();
    let numbers = thread::scope(|scope| {
        let office = &office;
        let writer = || (0..50).map(|_| office.files_number()).collect::<Vec<_>>();
        let writers: Vec<_> = (0..4).map(|_| scope.spawn(writer)).collect();
        writers.into_iter().flat_map(|writer| writer.join().expect("a writer")).collect::<Vec<_>>()
    });
    let distinct: BTreeSet<_> = numbers.iter().collect();
    assert_eq!((numbers.len(), distinct.len()), (200, 200), "a number was handed out twice");
    office.desk.is_sound();
    let listed = office.desk.does(["case", "list", "--limit", "1000"]);
    let listed: BTreeSet<_> = listed
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|case| case["number"].as_str())
        .map(str::to_owned)
        .collect();
    let lost: Vec<_> = numbers.iter().filter(|number| !listed.contains(*number)).collect();
    assert!(lost.is_empty(), "handed out and not there: {lost:?}");
}
