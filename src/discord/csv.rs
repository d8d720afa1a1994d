//! Tables as CSV, for spreadsheets.

/// Writes a table, with the mark by which spreadsheets know UTF-8.
pub fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
    let mut written = writer.write_record(head);
    for row in rows {
        written = written.and_then(|()| writer.write_record(row.into_iter().map(defused)));
    }
    // Writing into memory does not fail; if it did, what was written is still of use.
    if let Err(error) = written {
        tracing::warn!(%error, "a row of the file was not written");
    }
    writer.into_inner().unwrap_or_default()
}

/// A cell that starts like a formula would be one in a spreadsheet.
fn defused(cell: String) -> String {
    let is_number = cell.parse::<f64>().is_ok();
    if !is_number && cell.starts_with(['=', '+', '-', '@', '\t']) {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_numbers_are_not() {
        assert_eq!(defused("=1+1".to_owned()), "'=1+1");
        assert_eq!(defused("-20".to_owned()), "-20");
        assert_eq!(defused("防災".to_owned()), "防災");
    }
}
