//! Kana in Latin letters, after Hepburn: ちいきぼうさい Chiiki bōsai.

/// Writes kana in Latin letters; what is no kana stays as it is.
///
/// Long o and u have their macron, for the kana are those of one part of a word: 追(お)う is given in two.
/// A っ is left for [`doubled`].
pub(super) fn romaji(kana: &str) -> String {
    let sounds: Vec<char> = kana.chars().map(crate::text::to_hiragana).collect();
    let mut text = String::new();
    let mut rest = sounds.as_slice();
    while let Some((&first, behind)) = rest.split_first() {
        rest = behind;
        match first {
            'っ' => {
                text.push(first);
                continue;
            }
            'ー' => {
                lengthen(&mut text);
                continue;
            }
            'う' if text.ends_with(['o', 'u']) => {
                lengthen(&mut text);
                continue;
            }
            'お' if text.ends_with('o') => {
                lengthen(&mut text);
                continue;
            }
            'ん' => {
                let next = rest.first().copied().and_then(syllable).unwrap_or_default();
                text.push_str(if next.starts_with(['a', 'i', 'u', 'e', 'o', 'y']) {
                    "n'"
                } else {
                    "n"
                });
                continue;
            }
            _ => {}
        }
        if let Some(mark) = mark(first) {
            text.push_str(mark);
            continue;
        }
        let pair = rest.first().and_then(|small| glide(first, *small));
        let sound = match pair {
            Some(sound) => {
                rest = rest.get(1..).unwrap_or_default();
                sound
            }
            None => syllable(first).map_or_else(|| first.to_string(), str::to_owned),
        };
        text.push_str(&sound);
    }
    text
}

/// Puts a consonant in the place of each っ that [`romaji`] left: also of one whose consonant is in the next word.
pub(super) fn doubled(text: &str) -> String {
    let mut chars = text.chars().peekable();
    let mut doubled = String::new();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('っ', Some('c')) => doubled.push('t'),
            ('っ', Some(next)) if next.is_ascii_alphabetic() && !"aiueo".contains(*next) => {
                doubled.push(*next);
            }
            ('っ', _) => {}
            _ => doubled.push(c),
        }
    }
    doubled
}

/// Makes the last vowel long.
fn lengthen(text: &mut String) {
    let long = match text.chars().next_back() {
        Some('a') => 'ā',
        Some('i') => 'ī',
        Some('u') => 'ū',
        Some('e') => 'ē',
        Some('o') => 'ō',
        _ => return,
    };
    text.pop();
    text.push(long);
}

/// Returns the sound of a kana with a small one behind it.
fn glide(kana: char, small: char) -> Option<String> {
    let vowel = match small {
        'ゃ' => 'a',
        'ゅ' => 'u',
        'ょ' => 'o',
        'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' => {
            let vowel = syllable(small)?;
            let consonant = match kana {
                'ふ' => "f",
                'ゔ' => "v",
                'て' => "t",
                'で' => "d",
                'と' => "t",
                'ど' => "d",
                'し' => "sh",
                'じ' => "j",
                'ち' => "ch",
                'つ' => "ts",
                'う' => "w",
                'い' => "y",
                _ => return None,
            };
            return Some(format!("{consonant}{vowel}"));
        }
        _ => return None,
    };
    let stem = syllable(kana)?.strip_suffix('i')?;
    // shi + ya is sha, ki + ya is kya.
    let has_y = matches!(stem, "sh" | "ch" | "j");
    Some(if has_y { format!("{stem}{vowel}") } else { format!("{stem}y{vowel}") })
}

/// Returns the mark that stands in Latin text for a Japanese one.
fn mark(c: char) -> Option<&'static str> {
    Some(match c {
        '、' | '・' | '，' => ", ",
        '。' => ". ",
        '（' | '［' => " (",
        '）' | '］' => ") ",
        '「' | '『' => " “",
        '」' | '』' => "” ",
        '：' => ": ",
        '　' => " ",
        '～' | '〜' => "–",
        _ => return None,
    })
}

fn syllable(kana: char) -> Option<&'static str> {
    const KANA: &str = "あいうえおかきくけこがぎぐげごさしすせそざじずぜぞたちつてとだぢづでどなにぬねのはひふへほばびぶべぼぱぴぷぺぽまみむめもやゆよらりるれろわゐゑをゔぁぃぅぇぉゃゅょゎ";
    const SOUNDS: &str = "a i u e o ka ki ku ke ko ga gi gu ge go sa shi su se so za ji zu ze zo ta chi tsu te to da ji zu de do na ni nu ne no ha hi fu he ho ba bi bu be bo pa pi pu pe po ma mi mu me mo ya yu yo ra ri ru re ro wa i e o vu a i u e o ya yu yo wa";
    let at = KANA.chars().position(|known| known == kana)?;
    SOUNDS.split(' ').nth(at)
}
