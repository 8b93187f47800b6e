//! Who may write a backup: the whole file of the town leaves with it.

use super::*;

#[test]
fn whoever_lost_the_role_backs_up_no_more_signed_in_or_not() {
    let office = office();
    let write = |session: &Session, name: &str| {
        let path = office.dir.path().join(name);
        let done = office.desk.back_up(session, &path, "zwölf Zeichen und mehr", &mut |_, _| true);
        done.map(|sealed| sealed.is_some() && path.exists()).map_err(|error| error.problems().remove(0).id)
    };
    let refused = || Err("backup-role".to_owned());
    assert_eq!(write(&office.clerk, "clerk"), refused());
    let head = office.desk.add_user(&office.admin, "leitung", "Leo Leitner", "8642").expect("added");
    office.desk.grant(&office.admin, head, Role::Counter, Group::ALL.into()).expect("granted");
    office.desk.grant(&office.admin, head, Role::Head, Group::ALL.into()).expect("granted");
    let session = office.desk.sign_in("leitung", "8642").expect("signed in");
    assert_eq!(write(&session, "head"), Ok(true));
    office.desk.revoke(&office.admin, head, Role::Head).expect("revoked");
    assert_eq!(write(&session, "late"), refused());
}
