//! Words of requests to the fund and of its loans.

messages! {
    tab_requests: "申请", "申請", "Requests";
}
