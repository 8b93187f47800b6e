//! Brings an older database up to date. Nodes that start together wait for each other.

use super::Postgres;
use crate::district::store::StoreError;

/// Never changed once released.
const MIGRATIONS: &[&str] = &[
    include_str!("../../../../migrations/district/postgres/0001_towns.sql"),
    include_str!("../../../../migrations/district/postgres/0002_judge.sql"),
    include_str!("../../../../migrations/district/postgres/0003_certificates.sql"),
    include_str!("../../../../migrations/district/postgres/0004_packs.sql"),
    include_str!("../../../../migrations/district/postgres/0005_mark.sql"),
    include_str!("../../../../migrations/district/postgres/0006_mail.sql"),
    include_str!("../../../../migrations/district/postgres/0007_presence.sql"),
    include_str!("../../../../migrations/district/postgres/0008_erase.sql"),
    include_str!("../../../../migrations/district/postgres/0009_dropped.sql"),
    include_str!("../../../../migrations/district/postgres/0010_judge_state.sql"),
];

impl Postgres {
    pub(super) async fn migrate(&self) -> Result<(), StoreError> {
        let known = i32::try_from(MIGRATIONS.len()).unwrap_or(i32::MAX);
        let found = self
            .act(|tx| {
                Box::pin(async move {
                    // Nodes that start together wait for each other here.
                    tx.batch_execute(
                        "CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY); \
                         LOCK TABLE migration IN EXCLUSIVE MODE",
                    )
                    .await?;
                    let row = tx.query_one("SELECT coalesce(max(version), 0) FROM migration", &[]).await?;
                    let found: i32 = row.get(0);
                    for (version, sql) in (1..).zip(MIGRATIONS) {
                        if version > found {
                            tx.batch_execute(sql).await?;
                            let _ = tx.execute("INSERT INTO migration VALUES ($1)", &[&version]).await?;
                        }
                    }
                    Ok(found)
                })
            })
            .await?;
        match u32::try_from(found).unwrap_or_default() {
            found if i64::from(found) > i64::from(known) => {
                Err(StoreError::Newer { found, known: u32::try_from(known).unwrap_or_default() })
            }
            _ => Ok(()),
        }
    }
}
