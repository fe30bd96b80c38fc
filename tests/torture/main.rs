//! `./dev torture`: many runs, one after the other, and a table of what they met. It ends with an error when anything that
//! was acknowledged is lost, or any promise did not hold; then it says with which seed.

use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use torture::{Episode, Tally};

/// How many operations one run has: long enough for snapshots and forks, short enough to be looked at.
const RUN: usize = 2000;

struct Arguments {
    operations: usize,
    kills: usize,
    seed: u64,
}

fn arguments() -> Option<Arguments> {
    let mut arguments = Arguments { operations: 200_000, kills: 2000, seed: 1 };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let number = words.next()?.parse::<u64>().ok()?;
        match word.as_str() {
            "--ops" => arguments.operations = usize::try_from(number).ok()?,
            "--kills" => arguments.kills = usize::try_from(number).ok()?,
            "--seed" => arguments.seed = number,
            _ => return None,
        }
    }
    Some(arguments)
}

/// One run, with the command that repeats it.
struct Run {
    seed: u64,
    operations: usize,
    kills: usize,
}

impl Run {
    fn go(&self) -> Result<Tally, String> {
        let run = std::panic::catch_unwind(|| Episode::run(self.seed, self.operations, self.kills));
        run.unwrap_or_else(|_| Err("it panicked".into()))
    }

    fn again(&self) -> String {
        format!("./dev torture --ops {} --kills {} --seed {}", self.operations, self.kills, self.seed)
    }
}

fn runs(Arguments { operations, kills, seed }: &Arguments) -> Vec<Run> {
    let begins = (0..*operations).step_by(RUN).enumerate();
    let run = |(number, begin): (usize, usize)| {
        let length = RUN.min(operations - begin);
        Run { seed: seed.wrapping_add(number as u64), operations: length, kills: kills * length / operations }
    };
    begins.map(run).collect()
}

/// Does the runs, as many at a time as the machine has cores; answers the counts, and how many runs broke a promise.
fn all(runs: &[Run]) -> (Tally, u64) {
    let (next, sum) = (AtomicUsize::new(0), Mutex::new((Tally::default(), 0)));
    let work = || {
        while let Some(run) = runs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let outcome = run.go();
            let Ok(mut sum) = sum.lock() else { return };
            match outcome {
                Ok(tally) => {
                    if tally.lost > 0 {
                        eprintln!("LOST {} saves\n  {}", tally.lost, run.again());
                    }
                    sum.0.add(&tally);
                }
                Err(broken) => {
                    sum.1 += 1;
                    eprintln!("BROKEN {broken}\n  {}", run.again());
                }
            }
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| (0..cores).for_each(|_| drop(scope.spawn(work))));
    sum.into_inner().unwrap_or_default()
}

fn main() -> ExitCode {
    let Some(arguments) = arguments() else {
        eprintln!("usage: torture [--ops N] [--kills N] [--seed S]");
        return ExitCode::from(2);
    };
    let (tally, broken) = all(&runs(&arguments));
    print!("{tally}");
    println!("| {:<66} | {broken:>10} |", "runs in which a promise did not hold");
    if tally.lost == 0 && broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
