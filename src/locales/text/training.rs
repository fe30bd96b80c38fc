//! The words of the screens of this area: training.

messages! {}
