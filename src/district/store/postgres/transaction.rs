//! One transaction, done again where another one crossed it. Knows no table.

use super::Postgres;
use crate::district::store::StoreError;
use crate::wire::WireError;
use deadpool_postgres::Transaction;
use std::pin::Pin;
use tokio_postgres::error::SqlState;

/// How often a transaction that another one crossed is done again.
const TRIES: usize = 8;

/// What went wrong inside a transaction, and whether doing it again may help.
pub(super) enum Failed {
    Again(StoreError),
    Done(StoreError),
}

impl From<tokio_postgres::Error> for Failed {
    fn from(error: tokio_postgres::Error) -> Self {
        let code = error.code().cloned();
        let said = match &code {
            Some(code) if *code == SqlState::DISK_FULL => StoreError::Full,
            _ => StoreError::Database(error.to_string()),
        };
        // Two desks that were let in at once may both have taken the next letters.
        let again = [
            SqlState::T_R_SERIALIZATION_FAILURE,
            SqlState::T_R_DEADLOCK_DETECTED,
            SqlState::UNIQUE_VIOLATION,
        ];
        if code.is_some_and(|code| again.contains(&code)) { Self::Again(said) } else { Self::Done(said) }
    }
}

impl From<WireError> for Failed {
    fn from(error: WireError) -> Self {
        Self::Done(error.into())
    }
}

/// What happens in one transaction.
pub(super) type Work<'t, T> = Pin<Box<dyn Future<Output = Result<T, Failed>> + Send + 't>>;

impl Postgres {
    /// One transaction, done again where another one crossed it.
    pub(super) async fn act<T: Send>(
        &self,
        work: impl for<'t> Fn(&'t Transaction<'t>) -> Work<'t, T> + Send + Sync,
    ) -> Result<T, StoreError> {
        let mut crossed = StoreError::Database("never tried".to_owned());
        for _ in 0..TRIES {
            let mut client = self.0.get().await.map_err(|error| StoreError::Database(error.to_string()))?;
            let tx = match client.transaction().await.map_err(Failed::from) {
                Ok(tx) => tx,
                Err(Failed::Again(error) | Failed::Done(error)) => return Err(error),
            };
            let done = match work(&tx).await {
                Ok(value) => tx.commit().await.map(|()| value).map_err(Failed::from),
                Err(failed) => Err(failed),
            };
            match done {
                Ok(value) => return Ok(value),
                Err(Failed::Done(error)) => return Err(error),
                Err(Failed::Again(error)) => crossed = error,
            }
        }
        Err(crossed)
    }
}
