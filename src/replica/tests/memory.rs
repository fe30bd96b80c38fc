//! What a damaged snapshot claims is not believed. One test, since it measures what the whole process holds.

use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

#[test]
fn a_piece_that_claims_gigabytes_takes_none() {
    for claim in [u32::MAX, 1 << 24] {
        let head = claim.to_le_bytes().to_vec();
        let before = ALLOCATOR.current_usage();
        ALLOCATOR.reset_peak_usage();
        assert!(replica::snapshot::read(&[(0, head)]).is_none());
        let held = ALLOCATOR.peak_usage() - before;
        assert!(held < 1 << 20, "{claim} bytes claimed, {held} held");
    }
}
