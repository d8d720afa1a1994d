#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| madoguchi_fuzz::reader(bytes));
