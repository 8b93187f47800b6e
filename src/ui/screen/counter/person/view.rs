//! How the second page looks.

use super::{ASKED, Message, State, appearances};
use crate::catalogue::PersonNeed;
use crate::desk::intake::{Participant, Party};
use crate::domain::case::{AppearsAs, Channel, IDENTITY_PAPERS};
use crate::domain::person::fields;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Problem, Suggestion, badge, body, button, check, choice, date_field, label, link, panel, primary, radio,
    read_date, small, strong, text_field, title,
};
use crate::ui::layout::{Space, beside};
use crate::ui::screen::beside::at;
use crate::ui::screen::counter::outcome::Found;
use crate::ui::screen::counter::work::{Work, written_date};
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, row};
use iced::{Alignment, Fill, FillPortion};

impl State {
    /// Draws the page. `on_go` goes on to the form.
    pub fn view<'a>(&'a self, work: &'a Work, room: Space) -> Element<'a, Message> {
        let page = column![title(fl!("counter-person-title"))].spacing(space::M).width(Fill);
        let page = match (&self.new, work.intake.applicant()) {
            (Some(_), _) if !self.for_other => page.push(self.new_person(room)),
            (_, Some(_)) => page.push(chosen(work)),
            (_, None) => page.push(self.search(work)),
        };
        let asks = (self.new.is_none() || self.for_other) && Self::is_complete(work);
        let appears = asks.then(|| self.appearance(work, room));
        panel().push(page.push(appears).push(self.representative(work, room))).into()
    }

    /// Who acts for the applicant, where somebody does: letters go to them, once they are entered.
    fn representative<'a>(&'a self, work: &'a Work, room: Space) -> Option<Element<'a, Message>> {
        if !work.intake.is_represented() {
            return None;
        }
        let page = column![label(None, fl!("counter-representative"))].spacing(space::S).width(Fill);
        let page = match (&self.new, work.intake.representative()) {
            (Some(_), _) if self.for_other => page.push(self.new_person(room)),
            (_, Some(_)) => page.push(
                row![strong(work.representative_name())]
                    .push(change(work.intake.representative(), "representative-change", true))
                    .push(
                        link(fl!("counter-person-other"))
                            .id("representative-other")
                            .on_press(Message::OtherPressed),
                    )
                    .spacing(space::M)
                    .align_y(Alignment::Center)
                    .wrap(),
            ),
            (_, None) => page.push(self.search(work)),
        };
        Some(page.push(small(letters_go_to(work))).into())
    }

    fn search<'a>(&'a self, work: &'a Work) -> Element<'a, Message> {
        let nobody = !self.typed.trim().is_empty() && self.found.is_empty();
        let needed = work.service.person == PersonNeed::Required && !self.for_other;
        let missing =
            if self.for_other { fl!("counter-proxy-missing") } else { fl!("counter-person-missing") };
        let other = self.for_other && is_named(work, self.strict);
        let is_missing = self.strict && (needed || other);
        let field = text_field(self.search_id(), self.typed.clone(), Message::Typed)
            .label(fl!("counter-person-label"))
            .hint(if nobody { fl!("counter-person-none") } else { fl!("counter-person-hint") })
            .problem(at(&self.problems, "representative").or(is_missing.then(|| Problem::error(missing))))
            .required(needed || other)
            .suggestions(self.found.iter().map(suggestion).collect(), Message::Taken)
            .on_enter(Message::Entered)
            .first();
        let new = button(fl!("counter-person-new")).id("person-new").on_press(Message::NewPressed);
        column![field, new].spacing(space::M).into()
    }

    fn new_person(&self, room: Space) -> Element<'_, Message> {
        let business = self.new_value(fields::KIND) == "business";
        let kinds = vec![fl!("counter-natural"), fl!("counter-business")];
        let kind =
            radio("kind", kinds, Some(usize::from(business)), Message::KindChosen).label(fl!("counter-kind"));
        let field = |name: &'static str| {
            let id = format!("counter-person-{}", name.replace('_', "-"));
            text_field(name, self.new_value(name), move |text| Message::NewTyped(name, text))
                .label(words::text(&id))
                .problem(at(&self.problems, name))
        };
        let family = field(fields::FAMILY);
        let family = if business { family.label(fl!("counter-business-name")) } else { family };
        let names: Vec<Element<'_, Message>> = if business {
            vec![family.into()]
        } else {
            let birth = field(fields::BIRTH_DATE).hint(fl!("counter-birth-hint"));
            vec![
                family.width(FillPortion(3)).into(),
                field(fields::GIVEN).width(FillPortion(3)).into(),
                birth.width(FillPortion(2)).into(),
            ]
        };
        let address = [(ASKED[3], 3), (ASKED[4], 2), (ASKED[5], 2), (ASKED[6], 3)]
            .map(|(name, portion)| field(name).width(FillPortion(portion)).into());
        let large = check(
            fields::LARGE_PRINT,
            fl!("persons-field-large-print"),
            self.new_value(fields::LARGE_PRINT) == "yes",
            |on| Message::NewTyped(fields::LARGE_PRINT, if on { "yes" } else { "" }.to_owned()),
        );
        let similar = (!self.similar.is_empty()).then(|| self.similar_people());
        let (go, message) = if self.similar.is_empty() {
            (fl!("counter-new-take"), Message::NewDone)
        } else {
            (fl!("counter-new-all-the-same"), Message::NewAllTheSame)
        };
        let take = if self.similar.is_empty() { primary(go) } else { button(go) };
        let back = if self.changes { fl!("counter-change-not") } else { fl!("counter-search-again") };
        let back = link(back).on_press(Message::SearchAgain);
        let buttons = row![take.id("new-take").on_press(message), back]
            .spacing(space::M)
            .align_y(Alignment::Center)
            .wrap();
        column![kind, beside(room, names), beside(room, address), Element::from(large)]
            .push(similar)
            .push(buttons)
            .spacing(space::M)
            .into()
    }

    fn new_value(&self, field: &str) -> String {
        self.new.as_ref().and_then(|new| new.get(field)).cloned().unwrap_or_default()
    }

    fn similar_people(&self) -> Element<'_, Message> {
        let rows = self.similar.iter().map(|found| {
            let what =
                column![strong(found.name.clone()), small(about(found)), small(reasons(found))].width(Fill);
            let take = primary(fl!("counter-similar-take"))
                .id(format!("similar.{}", found.id))
                .says(fl!("counter-similar-take-this", name = found.name.clone()))
                .on_press(Message::SimilarTaken(found.id));
            row![what, take].spacing(space::M).align_y(Alignment::Center).into()
        });
        column![badge(fl!("counter-similar"), Tone::Warning)]
            .extend(rows)
            .spacing(space::S)
            .width(Fill)
            .into()
    }

    fn appearance<'a>(&'a self, work: &'a Work, room: Space) -> Element<'a, Message> {
        let applicant = work.intake.applicant();
        let ways = appearances(work.service.proxy);
        let named = |prefix: &str, name: &str| words::text(&format!("{prefix}-{}", name.replace('_', "-")));
        let seen = applicant.map(|applicant| {
            let mut papers = vec![fl!("counter-seen-none")];
            papers.extend(IDENTITY_PAPERS.iter().map(|paper| named("identity-paper", paper)));
            let at = applicant
                .seen
                .as_ref()
                .and_then(|seen| IDENTITY_PAPERS.iter().position(|paper| paper == seen));
            choice("seen", papers, Some(at.map_or(0, |at| at + 1)), Message::SeenChosen)
                .label(fl!("counter-seen"))
                .into()
        });
        let appears = applicant.map(|applicant| {
            let at = ways.iter().position(|way| *way == applicant.appears_as);
            let names: Vec<String> = ways.iter().map(|way| named("appears-as", way.name())).collect();
            choice("appears_as", names, at, Message::AppearsChosen).label(fl!("counter-appears")).into()
        });
        let channels: Vec<String> =
            Channel::ALL.iter().map(|channel| named("channel", channel.name())).collect();
        let at = Channel::ALL.iter().position(|channel| *channel == work.intake.channel);
        let channel =
            choice("channel", channels, at, Message::ChannelChosen).label(fl!("counter-channel")).into();
        let received = date_field("received_on", self.received.clone(), work.today(), Message::ReceivedTyped)
            .label(fl!("counter-received"))
            .problem(self.received_problem(work))
            .into();
        let why = work.intake.received_on.map(|_| {
            let missing = self.strict && work.intake.received_why.trim().is_empty();
            text_field("received_why", work.intake.received_why.clone(), Message::WhyTyped)
                .label(fl!("counter-received-why"))
                .required(true)
                .problem(missing.then(|| Problem::error(fl!("counter-received-why-missing"))))
        });
        let first: Vec<Element<'a, Message>> = seen.into_iter().chain(appears).collect();
        column![beside(room, first), beside(room, [channel, received])].push(why).spacing(space::M).into()
    }

    fn received_problem(&self, work: &Work) -> Option<Problem<Message>> {
        match read_date(&self.received, work.today()) {
            Some(day) if day > work.today() => Some(Problem::error(fl!("counter-received-future"))),
            None if self.strict => Some(Problem::error(fl!("problem-date"))),
            _ => None,
        }
    }

    /// Where the page is not complete: the id of the first such field. Before the form is `answered` nobody knows whether it is for
    /// a company.
    pub fn incomplete(&self, work: &Work, answered: bool) -> Option<&'static str> {
        if self.new.is_some() {
            return Some("new-take");
        }
        if !Self::is_complete(work) {
            return Some("person");
        }
        // Without a name nobody knows whose authority was seen or who represents by law, nor whom letters reach.
        if is_named(work, answered) && work.intake.representative().is_none() {
            return Some("representative");
        }
        match read_date(&self.received, work.today()) {
            Some(day) if day <= work.today() => {}
            _ => return Some("received_on"),
        }
        (work.intake.received_on.is_some() && work.intake.received_why.trim().is_empty())
            .then_some("received_why")
    }
}

/// Whether whoever acts for the applicant has to be named: who represents a company by law is entered as who it is for.
fn is_named(work: &Work, answered: bool) -> bool {
    let company = work.assessment.legal_person || (!answered && work.service.legal_person.is_some());
    match work.intake.applicant().map(|applicant| applicant.appears_as) {
        Some(AppearsAs::Representative) => !company,
        Some(how) => how.is_represented(),
        None => false,
    }
}

/// Whom letters reach, in a sentence.
pub fn letters_go_to(work: &Work) -> String {
    match work.representative_name() {
        name if name.is_empty() => fl!("counter-letters-applicant", name = work.person_name()),
        name => fl!("counter-letters-representative", name = name),
    }
}

fn chosen(work: &Work) -> Element<'_, Message> {
    let blocked = work.person_is_blocked().then(|| badge(fl!("counter-blocked"), Tone::Error));
    let birth = work
        .person
        .get(fields::BIRTH_DATE)
        .and_then(|birth| written_date(birth))
        .map(|birth| body(format!("* {birth}")));
    let again = link(fl!("counter-person-other")).id("person-other").on_press(Message::PersonAgain);
    column![label(None, fl!("counter-person-for"))]
        .push(blocked)
        .push(
            row![strong(work.person_name())]
                .push(birth)
                .push(change(work.intake.applicant(), "person-change", false))
                .push(again)
                .spacing(space::M)
                .align_y(Alignment::Center)
                .wrap(),
        )
        .push(work.person_wants_large_print().then(|| small(fl!("persons-field-large-print"))))
        .spacing(space::XS)
        .into()
}

/// Whoever is entered with this case can be changed here; who is known already is changed among the persons.
fn change<'a>(who: Option<&Participant>, id: &'static str, other: bool) -> Option<Element<'a, Message>> {
    let new = who.is_some_and(|who| matches!(who.party, Party::New(_)));
    let change = link(fl!("counter-change-new")).id(id).on_press(Message::ChangePressed(other));
    new.then(|| change.into())
}

fn suggestion(found: &Found) -> Suggestion {
    Suggestion::new(about(found)).strong(found.name.clone()).note(reasons(found))
}

/// Birth date and address, or that the address must not be told (§ 51 BMG), which stands first.
fn about(found: &Found) -> String {
    let birth = written_date(&found.birth).map(|birth| format!("* {birth}"));
    let address = (!found.address.is_empty() && !found.blocked).then(|| found.address.clone());
    let blocked = found.blocked.then(|| fl!("counter-blocked-short"));
    [blocked, birth, address].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn reasons(found: &Found) -> String {
    found.why.iter().map(|id| words::text(id)).collect::<Vec<_>>().join(", ")
}
