//! The simulation at a small size, with every run of the tests.

use torture::Episode;

#[test]
fn nothing_acknowledged_is_lost_and_all_tablets_agree() {
    for seed in 0..4 {
        let tally = Episode::run(seed, 250, 8).unwrap_or_else(|broken| panic!("seed {seed}: {broken}"));
        assert_eq!(tally.lost, 0, "seed {seed}");
        assert!(tally.saved > 80, "seed {seed}: something was saved");
    }
}

#[test]
fn one_seed_is_one_run() {
    assert_eq!(Episode::run(7, 150, 5), Episode::run(7, 150, 5));
}
