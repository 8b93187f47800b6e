//! What is perhaps there twice is offered as far as it can be looked at, and a list that is cut says so.

use super::*;
use crate::domain::id::PersonId;
use crate::domain::person::{PersonEvent, fields};
use crate::domain::user::Role;
use crate::store::Stamp;

/// So many people of one name and birth date.
fn alike(office: &Office, ids: std::ops::Range<u128>) {
    let stamp = Stamp { at: office.desk.clock.now(), actor: office.clerk.user, role: Role::Counter };
    for n in ids {
        let known =
            [(fields::FAMILY, "Ďuriš"), (fields::GIVEN, "Zdeňka"), (fields::BIRTH_DATE, "1988-03-14")];
        let fields = known.map(|(field, value)| (field.to_owned(), value.to_owned())).into();
        let (id, created) = (PersonId(uuid::Uuid::from_u128(n)), PersonEvent::PersonCreated { fields });
        let written = office.desk.store.write(|tx| tx.append_person(id, &created, &stamp));
        let _ = written.expect("written");
    }
}

/// Twenty people are 190 pairs and twenty-one are 210: of those 200 are shown. What was said about one makes room for the next.
#[test]
fn a_list_of_doubles_says_that_it_is_cut() {
    let office = office();
    let found = || {
        let doubles = office.desk.same_persons(&office.clerk).expect("found");
        (doubles.persons.len(), doubles.cut)
    };
    alike(&office, 1..21);
    assert_eq!(found(), (190, false));
    alike(&office, 21..22);
    assert_eq!(found(), (200, true));
    let first = office.desk.same_persons(&office.clerk).expect("found").persons.swap_remove(0).rows;
    for _ in 0..11 {
        let pair = office.desk.same_persons(&office.clerk).expect("found").persons.swap_remove(0).rows;
        office.desk.tell_apart(&office.clerk, pair[0].id, pair[1].id).expect("two people");
    }
    assert_eq!(found(), (199, false));
    let persons = office.desk.same_persons(&office.clerk).expect("found").persons;
    assert!(
        persons
            .iter()
            .all(|same| same.rows.each_ref().map(|row| row.id) != first.each_ref().map(|row| row.id))
    );
    // All of them were entered at this desk, so none is a conflict.
    assert_eq!(
        office.desk.conflicts(&office.clerk, "de").expect("read").doubles,
        crate::desk::double::Doubles::default()
    );
}
