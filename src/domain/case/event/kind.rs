//! What an event is called, in the envelope and in the table of roles. Knows nothing of what it says.

use super::CaseEvent;

impl CaseEvent {
    /// The event's kind, as in the envelope.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::CaseOpened(_) => "case_opened",
            Self::AnswersSet { .. } => "answers_set",
            Self::PersonLinked { .. } => "person_linked",
            Self::DocumentReceived { .. } => "document_received",
            Self::DocumentRefused { .. } => "document_refused",
            Self::AnswersReceived { .. } => "answers_received",
            Self::AttachmentAdded { .. } => "attachment_added",
            Self::NoteAdded { .. } => "note_added",
            Self::Assigned { .. } => "assigned",
            Self::FollowUpSet { .. } => "follow_up_set",
            Self::FollowUpDone { .. } => "follow_up_done",
            Self::FeeCharged(_) => "fee_charged",
            Self::FeeWaived { .. } => "fee_waived",
            Self::Paid(_) => "paid",
            Self::ReceiptCancelled { .. } => "receipt_cancelled",
            Self::PaperIssued(_) => "paper_issued",
            Self::Printed { .. } => "printed",
            Self::CopySigned(_) => "copy_signed",
            Self::Corrected(_) => "corrected",
            Self::Decided { .. } => "decided",
            Self::DocumentsRequested(_) => "documents_requested",
            Self::HearingBegun(_) => "hearing_begun",
            Self::StatementReceived(_) => "statement_received",
            Self::HearingOmitted { .. } => "hearing_omitted",
            Self::DecisionTimeExtended(_) => "decision_time_extended",
            Self::ApprovalDeemed { .. } => "approval_deemed",
            Self::DecisionPrepared(_) => "decision_prepared",
            Self::DecisionReturned { .. } => "decision_returned",
            Self::RevocationPrepared(_) => "revocation_prepared",
            Self::DecisionRevoked(_) => "decision_revoked",
            Self::Notified(_) => "notified",
            Self::ObjectionReceived(_) => "objection_received",
            Self::ObjectionSettled { .. } => "objection_settled",
            Self::InactionSued(_) => "inaction_sued",
            Self::InactionEnded { .. } => "inaction_ended",
            Self::Closed { .. } => "closed",
            Self::Reopened { .. } => "reopened",
            Self::HandedOver(_) => "handed_over",
            Self::HandoverAnswered(_) => "handover_answered",
            Self::TakenIn(_) => "taken_in",
            Self::GivenBack(_) => "given_back",
            Self::ClashSettled { .. } => "clash_settled",
            Self::DoubleJudged { .. } => "double_judged",
            Self::TermBegun { .. } => "term_begun",
            Self::HoldSet { .. } => "hold_set",
            Self::HoldLifted { .. } => "hold_lifted",
            Self::NoticesPrepared(_) => "notices_prepared",
            Self::NoticesNoted(_) => "notices_noted",
        }
    }
}
