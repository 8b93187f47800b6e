//! A town outside of North Rhine-Westphalia is shown no act of that Land: neither by the case nor by its retention.

use super::office::{Office, file_as};
use amtsstube::ui::screen::case;
use iced::keyboard::key::Named;

#[test]
fn a_case_elsewhere_names_no_act_of_north_rhine_westphalia() {
    for (ags, land) in [("14612000", "SN"), ("02000000", "HH"), ("01002000", "SH")] {
        let mut hands = Office::<case::State>::open(|desk, session, _| {
            desk.set_town(session, &[("ags".to_owned(), ags.to_owned())].into()).unwrap();
            let tax = file_as(desk, session, "hundesteuer-anmeldung");
            case::State::new(tax, session, desk.today())
        });
        assert!(
            hands.says("Landesrecht (von der Stadt zu bestätigen)"),
            "{land}: it is kept by a law to be named"
        );
        assert!(!hands.says("NRW"), "{land}");
        hands.key(Named::Escape);
    }
}
