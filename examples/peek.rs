//! peek
use amtsstube::desk::{Desk, chance::Chance, clock::Clock};
use amtsstube::domain::user::{Group, Role};
use amtsstube::store::Place;
fn main() {
    let dir = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let place = Place { data: dir.join("data"), state: dir.join("state") };
    let chance = Chance::seeded(1);
    let key = Desk::new_key(&chance).unwrap();
    let chance = Chance::System;
    let new = Desk::create(&place, &key, Clock::System, &chance).is_ok();
    let desk = Desk::open(&place, &key, Clock::System, chance).unwrap();
    if new {
        let admin = desk.first_administrator("admin", "Admina Muster", "2468").unwrap();
        let town = [
            ("name", "Gescher"),
            ("authority", "Stadt Gescher"),
            ("ags", "05554016"),
            ("street", "Marktplatz 1"),
            ("postcode", "48712"),
            ("place", "Gescher"),
            ("phone", "02542 60-0"),
            ("email", "rathaus@example.org"),
        ];
        desk.set_town(&admin, &town.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect())
            .unwrap();
        let clerk = desk.add_user(&admin, "ada", "Ada Terhürne", "1357").unwrap();
        for r in [Role::Counter, Role::Clerk] {
            desk.grant(&admin, clerk, r, Group::ALL.into()).unwrap();
        }
    }
    amtsstube::ui::app::run(Some(desk), amtsstube::ui::preferences::Preferences::default()).unwrap();
}
