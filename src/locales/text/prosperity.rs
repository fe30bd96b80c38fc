//! The words of the screens of this area: prosperity.

messages! {}
