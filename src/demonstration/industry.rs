//! How much of an industry a household has, in the round numbers that people say.

use crate::data::prosperity::Industry;
use crate::dice::Dice;

impl Industry {
    /// What a needy household has.
    pub(crate) fn some_few(&self, dice: &mut Dice) -> String {
        rounded(dice.between(self.few.0, self.few.1)).to_string()
    }

    /// What a demonstration household has.
    pub(crate) fn some_many(&self, dice: &mut Dice) -> String {
        rounded(dice.between(self.many.0, self.many.1)).to_string()
    }
}

const fn rounded(number: i32) -> i32 {
    match number {
        1000.. => number / 500 * 500,
        100.. => number / 10 * 10,
        _ => number,
    }
}
