use proptest::prelude::*;

use super::*;

fn measure_ref(name: &str) -> MeasureRef {
    let name = if units(name) <= MEASURE_ROOM { name.to_owned() } else { digest_name(name) };
    MeasureRef { name, stamp: "abc123".to_owned() }
}

fn actions(name: &str, page: u16, asker: u64) -> Vec<Action> {
    let measure = measure_ref(name);
    let node = digest(&[name], 16);
    let row = asker.cast_signed();
    vec![
        Action::Helpful(Some(measure.clone())),
        Action::Helpful(None),
        Action::NotHelpful(Some(measure.clone())),
        Action::Why(Some(measure.clone())),
        Action::Report(None),
        Action::Mistake(Some(measure.clone())),
        Action::More { measure: measure.clone(), page, turn: false },
        Action::More { measure: measure.clone(), page, turn: true },
        Action::Share(measure.clone()),
        Action::Reveal(measure.clone()),
        Action::Delete { asker },
        Action::Candidates,
        Action::Choose(measure.clone()),
        Action::Browse { node: node.clone(), page },
        Action::Browse { node: String::new(), page },
        Action::BrowseMenu,
        Action::Changes { ward: node, page },
        Action::SetWard,
        Action::SetLanguage,
        Action::SetLook,
        Action::Read(Some(measure.clone())),
        Action::Read(None),
        Action::Hear(None),
        Action::Words(measure.clone()),
        Action::Download,
        Action::Forget,
        Action::Desk(DeskAction::Unanswered { page }),
        Action::Desk(DeskAction::OpenGroup),
        Action::Desk(DeskAction::Reports { page }),
        Action::Desk(DeskAction::OpenReport),
        Action::Desk(DeskAction::Resolve(row)),
        Action::Desk(DeskAction::Notes { page }),
        Action::Desk(DeskAction::OpenNote),
        Action::Desk(DeskAction::RemoveNote(row)),
        Action::Desk(DeskAction::Write(Writing::Word, row)),
        Action::Desk(DeskAction::Written(Writing::Topic, row)),
        Action::Desk(DeskAction::Write(Writing::NotOurs, row)),
        Action::Desk(DeskAction::Written(Writing::Correction, row)),
        Action::Desk(DeskAction::ChannelWard),
        Action::Desk(DeskAction::ChannelLanguage),
        Action::Desk(DeskAction::Switch(Switch::Private, true)),
        Action::Desk(DeskAction::Switch(Switch::Threads, false)),
        Action::Desk(DeskAction::Switch(Switch::Every, true)),
    ]
}

proptest! {
    #[test]
    fn every_id_comes_back_and_fits(name in "[^\\x00]{1,120}", page: u16, asker: u64) {
        prop_assume!(!name.starts_with('#'));
        for action in actions(&name, page, asker) {
            let id = action.encode();
            prop_assert!(units(&id) <= CUSTOM_ID, "{}", id);
            prop_assert_eq!(Action::decode(&id), Some(action));
        }
    }

    #[test]
    fn nothing_odd_is_taken_for_an_id(id in "\\PC{0,100}") {
        if let Some(action) = Action::decode(&id) {
            prop_assert_eq!(Action::decode(&action.encode()), Some(action));
        }
    }
}

#[test]
fn ids_of_other_versions_are_unknown() {
    for id in ["", "v0:gone:42", "m0|h|-", "m1", "m1|zz", "m1|h|", "m1|d|x", "m1|m|70000|abc123|x"]
    {
        assert_eq!(Action::decode(id), None, "{id}");
    }
}
