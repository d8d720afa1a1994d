//! The offices that a document names: the one of all of it, and the numbers of those that it lists.

use super::contact::ContactLine;
use super::field::merge;

/// A line that names an office or its number.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) contact: ContactLine,
    pub(super) number: u32,
    /// It stands where the whole document is asked about.
    pub(super) is_of_all: bool,
}

/// A number stands at most so many lines below its office.
const NEAR: u32 = 2;

/// What the lines of a document say together.
pub(super) struct Offices {
    /// The office of the whole document.
    pub(super) of_all: Option<ContactLine>,
    /// Several stand where the whole document is asked about: which of them a measure belongs to is not said.
    pub(super) are_many: bool,
    /// Each with its number.
    listed: Vec<ContactLine>,
}

impl Offices {
    /// Reads the lines. Of a list, none is that of the whole document.
    pub(super) fn of(lines: &[Named]) -> Self {
        // The switchboard of the town hall is everybody's: it is told only where no office is.
        let is_hall =
            |it: &ContactLine| ["役所", "役場"].iter().any(|end| it.department.ends_with(end));
        let mut hall = None;
        let mut of_all = None;
        let mut is_below_hall = false;
        for Named { contact, .. } in lines.iter().filter(|it| it.is_of_all) {
            is_below_hall = is_hall(contact) || is_below_hall && contact.department.is_empty();
            merge(if is_below_hall { &mut hall } else { &mut of_all }, contact);
        }
        let of_all = of_all.or(hall);
        let listed = whole(lines);
        let mut of_many: Vec<&ContactLine> = Vec::new();
        for Named { contact, .. } in
            listed.iter().filter(|it| it.is_of_all && !is_hall(&it.contact))
        {
            let is_same = |other: &&ContactLine| {
                other.department == contact.department || other.phone == contact.phone
            };
            if !of_many.iter().any(is_same) {
                of_many.push(contact);
            }
        }
        let are_many = of_many.len() > 1;
        let says_nothing =
            |it: &ContactLine| it.department.is_empty() && it.phone.is_empty() && it.fax.is_empty();
        Self {
            of_all: of_all.filter(|it| !are_many && !says_nothing(it)),
            are_many,
            listed: listed.into_iter().map(|it| it.contact).collect(),
        }
    }

    /// Adds to an office what other lines say of it: its number, or the name in full of the office with its number.
    pub(super) fn fuller(&self, line: &ContactLine) -> ContactLine {
        let mut line = line.clone();
        let mut same = self.listed.iter().filter(|it| it.department == line.department);
        if line.phone.is_empty()
            && let Some(listed) = same.next()
            && same.all(|other| other.phone == listed.phone)
        {
            line.phone.clone_from(&listed.phone);
            line.fax.clone_from(&listed.fax);
        }
        let page = self.of_all.as_ref();
        if let Some(page) = page.filter(|page| !page.phone.is_empty() && page.phone == line.phone) {
            let stem = line.department.trim_start_matches('区').trim_start_matches("役所");
            if page.department.chars().count() > line.department.chars().count()
                && page.department.ends_with(stem)
            {
                line.department.clone_from(&page.department);
            }
        }
        line
    }
}

/// Returns the offices with their numbers, which may stand on a line of their own.
fn whole(lines: &[Named]) -> Vec<Named> {
    let mut whole: Vec<Named> = Vec::new();
    for line in lines {
        let above = whole.last_mut().filter(|above| {
            line.contact.department.is_empty()
                && above.contact.phone.is_empty()
                && line.number <= above.number + NEAR
        });
        match above {
            Some(above) => above.contact.phone.clone_from(&line.contact.phone),
            None => whole.push(line.clone()),
        }
    }
    whole.retain(|it| !it.contact.department.is_empty() && !it.contact.phone.is_empty());
    whole
}
