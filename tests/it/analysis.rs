use madoguchi::analysis::{Analyzer, Mode};

#[test]
fn try_out() {
    let lexicon = std::fs::read_to_string("config/lexicon.csv").unwrap();
    let started = std::time::Instant::now();
    let analyzer = Analyzer::new(Some(&lexicon)).unwrap();
    println!("open {:?}", started.elapsed());
    let file = std::fs::read_to_string("/tmp/claude/try.txt").unwrap();
    for line in file.lines() {
        println!("== {line}");
        for token in analyzer.analyze(line) {
            print!(
                "{}/{}/{}/{} ",
                token.surface,
                token.base,
                token.reading,
                token.pos_detail.join(",")
            );
        }
        println!();
        let cut: Vec<_> = analyzer
            .analyze_in(Mode::Decompose, line)
            .iter()
            .map(|t| t.surface)
            .collect();
        println!("   {}", cut.join("|"));
        for t in analyzer.terms(line) {
            print!(
                "{}:{}+{}[{}]{:?}{} ",
                t.text,
                t.position,
                t.n_positions,
                &line[t.range.clone()],
                t.kind,
                if t.is_part { "p" } else { "" }
            );
        }
        println!(
            "\n   {} | {:?} | {:?}",
            analyzer.reading(line),
            analyzer.kana_grams(line),
            analyzer.char_bigrams(line)
        );
    }
    for line in std::fs::read_to_string("/tmp/claude/variants.txt")
        .unwrap()
        .lines()
    {
        println!(
            "{}",
            line.split_whitespace()
                .map(|w| format!(
                    "{w}={}",
                    analyzer
                        .terms(w)
                        .iter()
                        .map(|t| t.text.clone())
                        .collect::<Vec<_>>()
                        .join("+")
                ))
                .collect::<Vec<_>>()
                .join("  ")
        );
    }
}
