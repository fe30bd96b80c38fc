//! The native tests of the whole: the tree keeps its rules, the layers keep theirs.
