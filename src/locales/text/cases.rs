//! The words of the screens of this area: cases.

messages! {}
