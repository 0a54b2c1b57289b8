// Generated from the OpenAPI document by "npm run gen". Change the routes instead.

export interface paths {
    readonly "/.well-known/lessor/keys.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The public keys of signed responses as a JWK set (RFC 7517), and their audience */
        readonly get: operations["getWellKnownLessorKeysJson"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Accounts, newest first; `query` matches any part of a name, email address or note, or an id */
        readonly get: operations["getApiAdminAccounts"];
        readonly put?: never;
        /** Create an account with a username or a display name; without a password it can’t sign in */
        readonly post: operations["postApiAdminAccounts"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/accounts/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One account with its timeline */
        readonly get: operations["getApiAdminAccountsId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Change an account’s names, email address or note; disable or enable it, or set its password (ends its sessions; an account without a username gets its display name as one, if it is free) */
        readonly patch: operations["patchApiAdminAccountsId"];
        readonly trace?: never;
    };
    readonly "/api/admin/accounts/{id}/grant": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Add days to a lease, or take some back */
        readonly post: operations["postApiAdminAccountsIdGrant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/accounts/{id}/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Sign out all of an account's devices and browsers */
        readonly delete: operations["deleteApiAdminAccountsIdSessions"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/accounts/{id}/wallet": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An account’s wallet */
        readonly get: operations["getApiAdminAccountsIdWallet"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Set how far a wallet may owe */
        readonly patch: operations["patchApiAdminAccountsIdWallet"];
        readonly trace?: never;
    };
    readonly "/api/admin/accounts/{id}/wallet/adjust": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Put money into a wallet, or take some, with a reason that the customer reads */
        readonly post: operations["postApiAdminAccountsIdWalletAdjust"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/accounts/{id}/wallet/statement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An account’s wallet over a period: opening + in − out = closing */
        readonly get: operations["getApiAdminAccountsIdWalletStatement"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/accounts/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Accounts, newest first; `query` matches any part of a name, email address or note, or an id: the whole list as CSV; audited */
        readonly get: operations["getApiAdminAccountsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/alert-rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is measured, and when it raises an alert */
        readonly get: operations["getApiAdminAlertRules"];
        readonly put?: never;
        /** Change when a metric raises an alert */
        readonly post: operations["postApiAdminAlertRules"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/alerts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Alerts, newest first */
        readonly get: operations["getApiAdminAlerts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/alerts/{id}/resolve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say that what an alert is about is settled */
        readonly post: operations["postApiAdminAlertsIdResolve"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/alerts/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Alerts, newest first: the whole list as CSV; audited */
        readonly get: operations["getApiAdminAlertsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/categories": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Categories of the shop, as they stand in it */
        readonly get: operations["getApiAdminCategories"];
        readonly put?: never;
        /** Add a category */
        readonly post: operations["postApiAdminCategories"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/categories/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Remove a category; one that has groups is only made inactive */
        readonly delete: operations["deleteApiAdminCategoriesId"];
        readonly options?: never;
        readonly head?: never;
        /** Change a category */
        readonly patch: operations["patchApiAdminCategoriesId"];
        readonly trace?: never;
    };
    readonly "/api/admin/categories/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Categories of the shop, as they stand in it: the whole list as CSV; audited */
        readonly get: operations["getApiAdminCategoriesExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/code-batches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Code batches, newest first; `query` matches note, prefix or issuer */
        readonly get: operations["getApiAdminCodeBatches"];
        readonly put?: never;
        /** Issue codes */
        readonly post: operations["postApiAdminCodeBatches"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/code-batches/{id}/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All codes of a batch in plain text; audited */
        readonly get: operations["getApiAdminCodeBatchesIdExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/code-batches/{id}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Revoke all unused codes of a batch */
        readonly post: operations["postApiAdminCodeBatchesIdRevoke"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/code-batches/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Code batches, newest first; `query` matches note, prefix or issuer: the whole list as CSV; audited */
        readonly get: operations["getApiAdminCodeBatchesExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/code-batches/progress": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Progress of the caller's batch with this Idempotency-Key; null when this process isn’t issuing it */
        readonly get: operations["getApiAdminCodeBatchesProgress"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Codes, newest first; `query` is a full code, its last four characters, or the username of its user. Sortable by `used_at` only with `status=used` */
        readonly get: operations["getApiAdminCodes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/codes/{id}/reveal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** One code in plain text; audited */
        readonly post: operations["postApiAdminCodesIdReveal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/codes/{id}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Revoke an unused code */
        readonly post: operations["postApiAdminCodesIdRevoke"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/codes/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Codes, newest first; `query` is a full code, its last four characters, or the username of its user. Sortable by `used_at` only with `status=used`: the whole list as CSV; audited */
        readonly get: operations["getApiAdminCodesExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/coupon-uses": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Orders that hold a coupon; `username` matches exactly */
        readonly get: operations["getApiAdminCouponUses"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/coupon-uses/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Orders that hold a coupon; `username` matches exactly: the whole list as CSV; audited */
        readonly get: operations["getApiAdminCouponUsesExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/coupons": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Coupons; `query` matches any part of a code */
        readonly get: operations["getApiAdminCoupons"];
        readonly put?: never;
        /** Add a coupon */
        readonly post: operations["postApiAdminCoupons"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/coupons/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One coupon */
        readonly get: operations["getApiAdminCouponsId"];
        readonly put?: never;
        readonly post?: never;
        /** Remove a coupon; one that an order ever had is only turned off */
        readonly delete: operations["deleteApiAdminCouponsId"];
        readonly options?: never;
        readonly head?: never;
        /** Change a coupon; orders that hold it keep what they were made with */
        readonly patch: operations["patchApiAdminCouponsId"];
        readonly trace?: never;
    };
    readonly "/api/admin/coupons/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Coupons; `query` matches any part of a code: the whole list as CSV; audited */
        readonly get: operations["getApiAdminCouponsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/dashboard/today": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Today’s figures in the operator’s time zone, and the last 30 days */
        readonly get: operations["getApiAdminDashboardToday"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/gateways": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the ways to pay are called, the closed ones too; no more of them than that */
        readonly get: operations["getApiAdminGateways"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/grants/{id}/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Undo a grant of the last 10 minutes (`entry_id`) once, by a reversing entry */
        readonly post: operations["postApiAdminGrantsIdUndo"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Health of the installation: processes, jobs, database, emails, and the problems found */
        readonly get: operations["getApiAdminHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/interfaces": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Interfaces of plugins by name; `query` matches any part of a name */
        readonly get: operations["getApiAdminInterfaces"];
        readonly put?: never;
        /** Add an interface of a plugin */
        readonly post: operations["postApiAdminInterfaces"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/interfaces/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One interface, with its values; of secrets only which are set */
        readonly get: operations["getApiAdminInterfacesId"];
        readonly put?: never;
        readonly post?: never;
        /** Delete an interface, its secrets and what its scripts kept */
        readonly delete: operations["deleteApiAdminInterfacesId"];
        readonly options?: never;
        readonly head?: never;
        /** Change, enable or disable an interface; what isn’t sent stays, secrets too */
        readonly patch: operations["patchApiAdminInterfacesId"];
        readonly trace?: never;
    };
    readonly "/api/admin/interfaces/{id}/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Check now whether an interface works */
        readonly post: operations["postApiAdminInterfacesIdCheck"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/interfaces/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Interfaces of plugins by name; `query` matches any part of a name: the whole list as CSV; audited */
        readonly get: operations["getApiAdminInterfacesExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/invoice-batches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Draft one invoice for each customer, of the orders of a period that stand on none */
        readonly post: operations["postApiAdminInvoiceBatches"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/invoice-batches/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a batch of invoices would bill: paid orders of a period that stand on none */
        readonly get: operations["getApiAdminInvoiceBatchesPreview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/invoices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Invoices and credit notes, newest first; `query` is the beginning of a printed number, or its digits */
        readonly get: operations["getApiAdminInvoices"];
        readonly put?: never;
        /** Draft an invoice by hand; what is left out comes from the account and the settings */
        readonly post: operations["postApiAdminInvoices"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/invoices/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One invoice */
        readonly get: operations["getApiAdminInvoicesId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/invoices/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Cancel a draft, or an unpaid invoice by a credit note */
        readonly post: operations["postApiAdminInvoicesIdCancel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/invoices/{id}/html": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An invoice as a page to print */
        readonly get: operations["getApiAdminInvoicesIdHtml"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/invoices/{id}/issue": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give a draft its number */
        readonly post: operations["postApiAdminInvoicesIdIssue"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/invoices/{id}/paid": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Mark an issued invoice as paid; moves no money */
        readonly post: operations["postApiAdminInvoicesIdPaid"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/invoices/{id}/pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An invoice as PDF */
        readonly get: operations["getApiAdminInvoicesIdPdf"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/invoices/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Invoices and credit notes, newest first; `query` is the beginning of a printed number, or its digits: the whole list as CSV; audited */
        readonly get: operations["getApiAdminInvoicesExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/jobs/{name}/{id}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Retry a failed job */
        readonly post: operations["postApiAdminJobsNameIdRetry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/ledger": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every movement of money; `account` finds those that debit or credit it */
        readonly get: operations["getApiAdminLedger"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/ledger-sums": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What each account of the books comes to */
        readonly get: operations["getApiAdminLedgerSums"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/ledger/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every movement of money; `account` finds those that debit or credit it: the whole list as CSV; audited */
        readonly get: operations["getApiAdminLedgerExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Sign in as staff; after a correct password, `totp_required` asks for `totp` */
        readonly post: operations["postApiAdminLogin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/logout": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Sign out */
        readonly post: operations["postApiAdminLogout"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/logs/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Audit log, newest first; `action` is a prefix, `actor` matches exactly */
        readonly get: operations["getApiAdminLogsAudit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/logs/audit/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Audit log, newest first; `action` is a prefix, `actor` matches exactly: the whole list as CSV; audited */
        readonly get: operations["getApiAdminLogsAuditExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/logs/logins": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Sign-in attempts, newest first */
        readonly get: operations["getApiAdminLogsLogins"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/logs/logins/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Sign-in attempts, newest first: the whole list as CSV; audited */
        readonly get: operations["getApiAdminLogsLoginsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/logs/recharges": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Lease changes, newest first; `username` matches exactly */
        readonly get: operations["getApiAdminLogsRecharges"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/logs/recharges/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Lease changes, newest first; `username` matches exactly: the whole list as CSV; audited */
        readonly get: operations["getApiAdminLogsRechargesExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/logs/registrations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Registration attempts, newest first */
        readonly get: operations["getApiAdminLogsRegistrations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/logs/registrations/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Registration attempts, newest first: the whole list as CSV; audited */
        readonly get: operations["getApiAdminLogsRegistrationsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/mails": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Emails and their delivery, newest first; `to` is an address prefix */
        readonly get: operations["getApiAdminMails"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/mails/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Emails and their delivery, newest first; `to` is an address prefix: the whole list as CSV; audited */
        readonly get: operations["getApiAdminMailsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/mails/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Send a test mail */
        readonly post: operations["postApiAdminMailsTest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The signed-in staff member and their permissions */
        readonly get: operations["getApiAdminMe"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/me/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Change my password; ends my other sessions */
        readonly post: operations["postApiAdminMePassword"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/me/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** My sessions */
        readonly get: operations["getApiAdminMeSessions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/me/sessions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** End one of my sessions */
        readonly delete: operations["deleteApiAdminMeSessionsId"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/me/totp": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Create an authenticator secret; `confirm` turns it on. Requires the password unless I signed in just now */
        readonly post: operations["postApiAdminMeTotp"];
        /** Turn off my two-factor authentication, with the password and a code */
        readonly delete: operations["deleteApiAdminMeTotp"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/me/totp/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Turn on two-factor authentication with the first code; ends my other sessions, returns the recovery codes once */
        readonly post: operations["postApiAdminMeTotpConfirm"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/notices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Notices to staff and their delivery by notifiers, newest first */
        readonly get: operations["getApiAdminNotices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/notices/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Notices to staff and their delivery by notifiers, newest first: the whole list as CSV; audited */
        readonly get: operations["getApiAdminNoticesExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/notices/routes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which notifiers get which notices */
        readonly get: operations["getApiAdminNoticesRoutes"];
        readonly put?: never;
        /** Choose the notifiers of a kind of notice */
        readonly post: operations["postApiAdminNoticesRoutes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/online-users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Devices online, newest first; `username` matches exactly */
        readonly get: operations["getApiAdminOnlineUsers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/online-users/{session_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Sign out a device */
        readonly delete: operations["deleteApiAdminOnlineUsersSession_id"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/online-users/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Devices online, newest first; `username` matches exactly: the whole list as CSV; audited */
        readonly get: operations["getApiAdminOnlineUsersExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Orders; `username` matches exactly */
        readonly get: operations["getApiAdminOrders"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/orders/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An order, and all that happened to it, the oldest first */
        readonly get: operations["getApiAdminOrdersId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/orders/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Cancel an order that isn’t paid */
        readonly post: operations["postApiAdminOrdersIdCancel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/orders/{id}/refund": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What can be refunded of an order, what is unused of it by its time, and what its product allows */
        readonly get: operations["getApiAdminOrdersIdRefund"];
        readonly put?: never;
        /** Give money of a paid order back, into the wallet or by its gateway */
        readonly post: operations["postApiAdminOrdersIdRefund"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/orders/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Orders; `username` matches exactly: the whole list as CSV; audited */
        readonly get: operations["getApiAdminOrdersExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/payment-notices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What gateways sent, with the verdict on it */
        readonly get: operations["getApiAdminPaymentNotices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/payment-notices/{id}/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Judge what a gateway sent again, as if it came now */
        readonly post: operations["postApiAdminPaymentNoticesIdReplay"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/payment-notices/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What gateways sent, with the verdict on it: the whole list as CSV; audited */
        readonly get: operations["getApiAdminPaymentNoticesExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Attempts to pay by a gateway; `username` matches exactly */
        readonly get: operations["getApiAdminPayments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/payments/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One attempt to pay, and whether its gateway took it back */
        readonly get: operations["getApiAdminPaymentsId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/payments/{id}/ask": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Ask the gateway for a payment now, and settle what it paid */
        readonly post: operations["postApiAdminPaymentsIdAsk"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/payments/{id}/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Count a payment whose money staff have seen, as a bank transfer */
        readonly post: operations["postApiAdminPaymentsIdConfirm"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/payments/{id}/reversal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Decide, once, what becomes of a payment that its gateway took back */
        readonly post: operations["postApiAdminPaymentsIdReversal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/payments/{id}/reverse": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Note that a gateway took a payment back (a chargeback): what it has of it is posted as a loss */
        readonly post: operations["postApiAdminPaymentsIdReverse"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/payments/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Attempts to pay by a gateway; `username` matches exactly: the whole list as CSV; audited */
        readonly get: operations["getApiAdminPaymentsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Plans, as they stand in the shop */
        readonly get: operations["getApiAdminPlans"];
        readonly put?: never;
        /** Add a plan to a product */
        readonly post: operations["postApiAdminPlans"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plans/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Remove a plan; one that was ordered is only made inactive */
        readonly delete: operations["deleteApiAdminPlansId"];
        readonly options?: never;
        readonly head?: never;
        /** Change a plan; orders made before keep what they were made with */
        readonly patch: operations["patchApiAdminPlansId"];
        readonly trace?: never;
    };
    readonly "/api/admin/plans/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Plans, as they stand in the shop: the whole list as CSV; audited */
        readonly get: operations["getApiAdminPlansExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plugin-files": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The files of both folders, as the last scan saw them */
        readonly get: operations["getApiAdminPluginFiles"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plugin-files/scan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Scan both folders now */
        readonly post: operations["postApiAdminPluginFilesScan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plugin-scripts/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What is wrong with a script that isn’t saved, line by line */
        readonly post: operations["postApiAdminPluginScriptsCheck"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plugin-scripts/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Call a function before saving: of a script, or with values, that aren’t saved; audited */
        readonly post: operations["postApiAdminPluginScriptsTest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plugin-versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Stored versions of plugins, newest first; `plugin` is an ID */
        readonly get: operations["getApiAdminPluginVersions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plugin-versions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One stored version, with its script */
        readonly get: operations["getApiAdminPluginVersionsId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plugin-versions/{id}/activate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Let a stored version, older or newer, serve from the next call on */
        readonly post: operations["postApiAdminPluginVersionsIdActivate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plugin-versions/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Stored versions of plugins, newest first; `plugin` is an ID: the whole list as CSV; audited */
        readonly get: operations["getApiAdminPluginVersionsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plugins": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The active version of every plugin, by ID; `query` matches any part of an ID or name */
        readonly get: operations["getApiAdminPlugins"];
        readonly put?: never;
        /** Add a plugin; its manifest says its ID */
        readonly post: operations["postApiAdminPlugins"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plugins/{plugin}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The active version of a plugin, with its script */
        readonly get: operations["getApiAdminPluginsPlugin"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plugins/{plugin}/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Save an edited script as a new version, which serves the next call */
        readonly post: operations["postApiAdminPluginsPluginVersions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/plugins/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The active version of every plugin, by ID; `query` matches any part of an ID or name: the whole list as CSV; audited */
        readonly get: operations["getApiAdminPluginsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/product-groups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Product groups, as they stand in the shop */
        readonly get: operations["getApiAdminProductGroups"];
        readonly put?: never;
        /** Add a product group to a category */
        readonly post: operations["postApiAdminProductGroups"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/product-groups/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Remove a product group; one that has products is only made inactive */
        readonly delete: operations["deleteApiAdminProductGroupsId"];
        readonly options?: never;
        readonly head?: never;
        /** Change a product group */
        readonly patch: operations["patchApiAdminProductGroupsId"];
        readonly trace?: never;
    };
    readonly "/api/admin/product-groups/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Product groups, as they stand in the shop: the whole list as CSV; audited */
        readonly get: operations["getApiAdminProductGroupsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/products": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Products, as they stand in the shop; `query` matches any part of a name */
        readonly get: operations["getApiAdminProducts"];
        readonly put?: never;
        /** Add a product */
        readonly post: operations["postApiAdminProducts"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/products/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One product */
        readonly get: operations["getApiAdminProductsId"];
        readonly put?: never;
        readonly post?: never;
        /** Remove a product and its plans; one that was sold is only made inactive */
        readonly delete: operations["deleteApiAdminProductsId"];
        readonly options?: never;
        readonly head?: never;
        /** Change a product. With `stock_before`, the stock is changed only if it still is that; `devices` is the VIP product’s */
        readonly patch: operations["patchApiAdminProductsId"];
        readonly trace?: never;
    };
    readonly "/api/admin/products/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Products, as they stand in the shop; `query` matches any part of a name: the whole list as CSV; audited */
        readonly get: operations["getApiAdminProductsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/recharge-records": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Recharges of all users */
        readonly get: operations["getApiAdminRechargeRecords"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/recharge-records/{id}/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Undo a recharge of the last 10 minutes once, by a reversing record */
        readonly post: operations["postApiAdminRechargeRecordsIdUndo"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/recharge-records/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The whole list as CSV */
        readonly get: operations["getApiAdminRechargeRecordsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/refunds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Money on its way back by gateways */
        readonly get: operations["getApiAdminRefunds"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/refunds/{id}/finish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say how a refund ended that only a person knows of */
        readonly post: operations["postApiAdminRefundsIdFinish"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/refunds/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Money on its way back by gateways: the whole list as CSV; audited */
        readonly get: operations["getApiAdminRefundsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/renewals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Leases that renew by themselves; `username` matches exactly */
        readonly get: operations["getApiAdminRenewals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/renewals/{id}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** A lease renews by itself no more; `id` is the lease’s */
        readonly post: operations["postApiAdminRenewalsIdStop"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/renewals/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Leases that renew by themselves; `username` matches exactly: the whole list as CSV; audited */
        readonly get: operations["getApiAdminRenewalsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/reports/money": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What was taken today, in 7 and 30 days, against as many days before; and what is owed now */
        readonly get: operations["getApiAdminReportsMoney"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/reports/sales": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Income, tax, costs, margin, earned and not yet earned, by month and product; at most 36 months */
        readonly get: operations["getApiAdminReportsSales"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/reports/sales/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A part of the report as CSV; audited */
        readonly get: operations["getApiAdminReportsSalesExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/settings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What staff can set while the server runs */
        readonly get: operations["getApiAdminSettings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Change settings in every process; null gives a key back to its default */
        readonly patch: operations["patchApiAdminSettings"];
        readonly trace?: never;
    };
    readonly "/api/admin/software": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Software by name; `query` matches any part of a name */
        readonly get: operations["getApiAdminSoftware"];
        readonly put?: never;
        /** Add software */
        readonly post: operations["postApiAdminSoftware"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/software/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Remove software */
        readonly delete: operations["deleteApiAdminSoftwareId"];
        readonly options?: never;
        readonly head?: never;
        /** Change the name or the required level of software */
        readonly patch: operations["patchApiAdminSoftwareId"];
        readonly trace?: never;
    };
    readonly "/api/admin/software/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Software by name; `query` matches any part of a name: the whole list as CSV; audited */
        readonly get: operations["getApiAdminSoftwareExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/staff": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Staff, newest first; `query` is a name prefix */
        readonly get: operations["getApiAdminStaff"];
        readonly put?: never;
        /** Add a staff member */
        readonly post: operations["postApiAdminStaff"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/staff/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Change the role, disable (ends sessions) or enable */
        readonly patch: operations["patchApiAdminStaffId"];
        readonly trace?: never;
    };
    readonly "/api/admin/staff/{id}/reset-password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Set a new password; ends all sessions */
        readonly post: operations["postApiAdminStaffIdResetPassword"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/staff/{id}/totp": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Turn off two-factor authentication for a staff member who lost the device */
        readonly delete: operations["deleteApiAdminStaffIdTotp"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/staff/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Staff, newest first; `query` is a name prefix: the whole list as CSV; audited */
        readonly get: operations["getApiAdminStaffExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/statement-gateways": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The gateways whose files can be held against payments */
        readonly get: operations["getApiAdminStatementGateways"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/statement-rows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What differs between files of gateways and the payments */
        readonly get: operations["getApiAdminStatementRows"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/statement-rows/{id}/resolve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Resolve a difference; one that a gateway was asked about and says is not paid stays open */
        readonly post: operations["postApiAdminStatementRowsIdResolve"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/statement-rows/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What differs between files of gateways and the payments: the whole list as CSV; audited */
        readonly get: operations["getApiAdminStatementRowsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/statements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Files of gateways that were held against their payments, newest first */
        readonly get: operations["getApiAdminStatements"];
        readonly put?: never;
        /** Hold a gateway’s file against its payments; the same file again answers the first run */
        readonly post: operations["postApiAdminStatements"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/statements/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One file */
        readonly get: operations["getApiAdminStatementsId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/statements/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Files of gateways that were held against their payments, newest first: the whole list as CSV; audited */
        readonly get: operations["getApiAdminStatementsExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/statements/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Which columns a gateway’s file has, and which of them hold what: as chosen last, or by their names */
        readonly post: operations["postApiAdminStatementsPreview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Users with their days left; `query` matches any part of a name or note, or an id; `name` matches exactly */
        readonly get: operations["getApiAdminUsers"];
        readonly put?: never;
        /** Create a user with initial days and a status link; names need not be unique */
        readonly post: operations["postApiAdminUsers"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/users/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Change a user's name or note */
        readonly patch: operations["patchApiAdminUsersId"];
        readonly trace?: never;
    };
    readonly "/api/admin/users/{id}/recharge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Add days to a user, or take some back; concurrent changes add up */
        readonly post: operations["postApiAdminUsersIdRecharge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/users/{id}/reset-token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Replace a user’s status link; the old one stops working at once */
        readonly post: operations["postApiAdminUsersIdResetToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/users/{id}/reveal-link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Show a user’s status link again, unchanged; logged */
        readonly post: operations["postApiAdminUsersIdRevealLink"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/admin/users/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The whole list as CSV */
        readonly get: operations["getApiAdminUsersExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/email/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Undo an email change with the link sent to the old address, and set a new password; ends all sessions */
        readonly post: operations["postApiAuthEmailUndo"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/email/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Verify the email address with the emailed code */
        readonly post: operations["postApiAuthEmailVerify"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/email/verify-request": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Email a code to verify the address; the response is the same for unknown accounts */
        readonly post: operations["postApiAuthEmailVerifyRequest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Sign in a device; devices over the limit are signed out */
        readonly post: operations["postApiAuthLogin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/logout": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** End my session */
        readonly post: operations["postApiAuthLogout"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/password/forgot": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Email a code to reset the password; the response is the same for unknown accounts */
        readonly post: operations["postApiAuthPasswordForgot"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/password/reset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Set a new password with the emailed code */
        readonly post: operations["postApiAuthPasswordReset"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/register": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Register an account */
        readonly post: operations["postApiAuthRegister"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/gateways": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The ways to pay, besides the wallet */
        readonly get: operations["getApiGateways"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/heartbeat": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Heartbeat of a device, authenticated by the session token */
        readonly post: operations["postApiHeartbeat"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/invoices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** My invoices and credit notes, newest first */
        readonly get: operations["getApiInvoices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/invoices/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One of my invoices */
        readonly get: operations["getApiInvoicesId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/invoices/{id}/html": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An invoice as a page to print */
        readonly get: operations["getApiInvoicesIdHtml"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/invoices/{id}/pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An invoice as PDF */
        readonly get: operations["getApiInvoicesIdPdf"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/leases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** My leases: what can be renewed and changed */
        readonly get: operations["getApiLeases"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/leases/{id}/renewal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Renew my lease by itself from my wallet, or no more */
        readonly patch: operations["patchApiLeasesIdRenewal"];
        readonly trace?: never;
    };
    readonly "/api/orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** My orders, newest first */
        readonly get: operations["getApiOrders"];
        readonly put?: never;
        /** Order a plan; it waits to be paid, unless it costs nothing */
        readonly post: operations["postApiOrders"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/orders/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One of my orders, with its open payment */
        readonly get: operations["getApiOrdersId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/orders/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Cancel an order that isn’t paid */
        readonly post: operations["postApiOrdersIdCancel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/orders/{id}/codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The codes that one of my orders brought, in the clear */
        readonly get: operations["getApiOrdersIdCodes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/orders/{id}/codes/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All codes of one of my orders, as a file */
        readonly get: operations["getApiOrdersIdCodesExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/orders/{id}/pay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Pay an order from the wallet, by a gateway, or both */
        readonly post: operations["postApiOrdersIdPay"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/orders/{id}/refund": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What comes back into my wallet when I give an order back now; 0.00 where that isn’t offered */
        readonly get: operations["getApiOrdersIdRefund"];
        readonly put?: never;
        /** Give an order back: what is unused comes into my wallet, and its time goes */
        readonly post: operations["postApiOrdersIdRefund"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/orders/quote": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What a plan costs now, and until when it is held then */
        readonly post: operations["postApiOrdersQuote"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/pay/{id}/notice": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a gateway says of a payment; signed by it, and answered as it wants */
        readonly get: operations["getApiPayIdNotice"];
        readonly put?: never;
        /** What a gateway says of a payment; signed by it, and answered as it wants */
        readonly post: operations["postApiPayIdNotice"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/portal/login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Sign in a browser at the portal (cookie) with the username or a verified email address; no device is signed out */
        readonly post: operations["postApiPortalLogin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/recharge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Redeem a code */
        readonly post: operations["postApiRecharge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/recharge/logs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** My lease changes, newest first, and the total amount spent */
        readonly get: operations["getApiRechargeLogs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/shop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What can be bought: categories, their groups, products and plans, in their order */
        readonly get: operations["getApiShop"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/software": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All software with the VIP level that each requires */
        readonly get: operations["getApiSoftware"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/software/{id}/access": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether my level includes this software; no access is a normal response, not an error */
        readonly get: operations["getApiSoftwareIdAccess"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The same, with the token in `?t=` */
        readonly get: operations["getApiStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/status/{token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Time left for the holder of this link */
        readonly get: operations["getApiStatusToken"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/users/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** My account and its lease */
        readonly get: operations["getApiUsersMe"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Change my display name, or (with the current password) my email address or password */
        readonly patch: operations["patchApiUsersMe"];
        readonly trace?: never;
    };
    readonly "/api/users/me/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** My signed-in devices and portal browsers */
        readonly get: operations["getApiUsersMeSessions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/users/me/sessions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Sign out one of my devices */
        readonly delete: operations["deleteApiUsersMeSessionsId"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/users/software": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Software included in my level */
        readonly get: operations["getApiUsersSoftware"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/wallet": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** My wallet */
        readonly get: operations["getApiWallet"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/wallet/movements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What went into my wallet and out of it, newest first */
        readonly get: operations["getApiWalletMovements"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/wallet/statement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** My wallet over a period: opening + in − out = closing */
        readonly get: operations["getApiWalletStatement"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/wallet/statement/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What went into my wallet and out of it in a period, as a file, the oldest first */
        readonly get: operations["getApiWalletStatementExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/wallet/top-ups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The least and the most of one top-up */
        readonly get: operations["getApiWalletTopUps"];
        readonly put?: never;
        /** Begin to put money into my wallet by a gateway */
        readonly post: operations["postApiWalletTopUps"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/wallet/top-ups/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One of my top-ups: `success` once its money is in the wallet */
        readonly get: operations["getApiWalletTopUpsId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/status/{token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The page of a status link, for people */
        readonly get: operations["getStatusToken"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Account: {
            readonly created_at: string;
            readonly disabled: boolean;
            readonly disabled_at: string | null;
            readonly display_name: string | null;
            readonly email: string | null;
            readonly email_verified: boolean;
            readonly has_password: boolean;
            readonly has_username: boolean;
            readonly id: string;
            readonly last_login_at: string | null;
            readonly last_login_hardware: string | null;
            readonly last_login_ip: string | null;
            readonly last_login_version: string | null;
            readonly note: string;
            readonly pending_email: string | null;
            readonly timeline: readonly {
                readonly ends_at: string;
                readonly level: number;
                readonly starts_at: string;
            }[];
            readonly username: string;
            readonly vip_expires_at: string | null;
            readonly vip_level: number;
        };
        readonly AuditEntry: {
            readonly action: string;
            readonly actor: {
                readonly id: string;
                readonly kind: string;
                readonly name: string;
            };
            readonly after?: unknown;
            readonly at: string;
            readonly before?: unknown;
            readonly ip: string;
            readonly request_id: string;
            readonly seq: number;
            readonly subject: {
                readonly id: string;
                readonly kind: string;
            };
            readonly user_agent: string;
        };
        readonly BegunPayment: components["schemas"]["PaymentAction"] & ({
            readonly amount: string;
            readonly expires_at: string;
            readonly gateway: string;
            readonly id: string;
            readonly status: string;
            readonly wallet_part: string;
        } | null);
        readonly Category: {
            readonly active: boolean;
            readonly created_at: string;
            readonly id: string;
            readonly name: string;
            readonly position: number;
            readonly updated_at: string;
        };
        readonly Code: {
            readonly amount: string;
            readonly batch_id: string;
            readonly created_at: string;
            readonly days: number | null;
            readonly expires_at: string;
            readonly id: string;
            /** @description Of a code worth time */
            readonly level: number | null;
            readonly revoked_at: string | null;
            /** @enum {string} */
            readonly status: "unused" | "used" | "expired" | "revoked";
            readonly tail: string;
            readonly used_at: string | null;
            readonly used_by: string | null;
            /** @description What a code worth money puts into the wallet */
            readonly value: string | null;
            /** @enum {string} */
            readonly worth: "time" | "money";
        };
        readonly CodeBatch: {
            readonly amount: string;
            readonly count: number;
            readonly created_at: string;
            readonly created_by: string;
            readonly days: number | null;
            readonly expired: number;
            readonly expires_at: string;
            readonly id: string;
            /** @description Of a code worth time */
            readonly level: number | null;
            readonly note: string;
            /** @description The paid order that it was issued for */
            readonly order_id: string | null;
            readonly prefix: string;
            readonly revoked: number;
            readonly unused: number;
            readonly used: number;
            /** @description What a code worth money puts into the wallet */
            readonly value: string | null;
            /** @enum {string} */
            readonly worth: "time" | "money";
        };
        readonly Coupon: {
            readonly active: boolean;
            readonly amount: string | null;
            readonly code: string;
            readonly created_at: string;
            readonly ends_at: string | null;
            readonly first_order_only: boolean;
            readonly id: string;
            readonly max_uses: number | null;
            readonly note: string;
            readonly per_account: number | null;
            readonly percent: string | null;
            readonly plan_ids: readonly string[];
            readonly product_ids: readonly string[];
            readonly starts_at: string | null;
            /** @enum {string} */
            readonly state: "usable" | "upcoming" | "ended" | "used_up" | "off";
            readonly updated_at: string;
            /** @description How many orders hold it */
            readonly used: number;
        };
        readonly CouponUse: {
            readonly account_id: string;
            readonly at: string;
            readonly code: string;
            readonly coupon_id: string;
            readonly discount: string;
            readonly order_id: string;
            readonly username: string;
        };
        readonly Failure: {
            /** @description Stable; see x-codes of the response */
            readonly code: string;
            readonly data: null;
            readonly errors?: readonly {
                readonly message: string;
                readonly path: string;
            }[];
            /** @description For people, in the language of Accept-Language */
            readonly message: string;
            readonly requestId: string;
        };
        readonly Health: {
            readonly checked_at: string;
            readonly database: {
                readonly connections_max: number;
                readonly connections_used: number;
                readonly pool_open: number;
                readonly pool_waiting: number;
                readonly size_bytes: number;
                readonly version: string;
            };
            readonly failed: readonly {
                readonly error: string | null;
                readonly failed_at: string;
                readonly id: string;
                readonly name: string;
                readonly tries: number;
            }[];
            readonly instances: readonly {
                readonly here: boolean;
                readonly host: string;
                readonly id: string;
                readonly last_seen_at: string;
                readonly pid: number;
                readonly started_at: string;
                readonly version: string;
            }[];
            readonly jobs: readonly {
                readonly active: number;
                readonly every_secs: number | null;
                readonly failed: number;
                /** @enum {string} */
                readonly kind: "task" | "listener";
                readonly last_done_at: string | null;
                readonly name: string;
                readonly waiting: number;
            }[];
            readonly mails: {
                readonly failing: number;
                readonly given_up_24h: number;
                readonly has_server: boolean;
                readonly sent_24h: number;
                readonly waiting: number;
            };
            readonly problems: readonly {
                /** @enum {string} */
                readonly code: "clock_jumped" | "clocks_differ" | "instance_silent" | "versions_differ" | "connections_short" | "task_late" | "jobs_failed" | "jobs_waiting" | "mail_no_server" | "mails_failing" | "proxy_not_trusted";
                readonly count: number;
                readonly names: readonly string[];
            }[];
            readonly process: {
                readonly memory_bytes: number;
                readonly uptime_secs: number;
            };
            /** @description What plugins called from this process; `open`: it failed and is left alone */
            readonly remote_hosts: readonly {
                readonly changed_at: string;
                readonly host: string;
                /** @enum {string} */
                readonly state: "closed" | "open" | "half_open";
            }[];
        };
        readonly Interface: {
            readonly check_ok: boolean | null;
            readonly check_reason: string | null;
            readonly checked_at: string | null;
            readonly created_at: string;
            readonly enabled: boolean;
            readonly id: string;
            /** @enum {string} */
            readonly kind: "notifier" | "gateway" | "upstream" | "provider";
            readonly name: string;
            readonly plugin: string;
            readonly revision: number;
            readonly updated_at: string;
        };
        readonly InterfaceHealth: {
            readonly at: string;
            readonly ok: boolean;
            readonly reason: string | null;
        };
        readonly Lease: {
            readonly expires_at: string | null;
            readonly id: string;
            /** @description That runs now; 0 when nothing does */
            readonly level: number;
            /** @description An unpaid order that renews or changes it: there is one at a time */
            readonly open_order_id: string | null;
            readonly product_id: string;
            readonly renewal: components["schemas"]["Renewal"];
            /** @enum {string} */
            readonly state: "pending" | "active" | "ended" | "closed";
        };
        readonly LeaseEntry: {
            readonly amount: string;
            readonly change_days: number;
            readonly created_at: string;
            readonly expire_after: string | null;
            readonly expire_before: string | null;
            readonly id: string;
            readonly level: number;
            readonly level_after: number;
            readonly level_before: number;
            readonly reason: string;
            /** @enum {string} */
            readonly source: "code" | "grant" | "order" | "refund" | "change" | "wait" | "outage" | "import" | "undo";
        };
        readonly LeaseEntryForStaff: components["schemas"]["LeaseEntry"] & {
            readonly account_id: string;
            readonly internal_note: string;
            readonly operator: string | null;
            readonly username: string;
        };
        readonly LedgerEntry: {
            readonly amount: string;
            readonly at: string;
            /** @enum {string} */
            readonly cause: "payment" | "fee" | "payment_reversed" | "reversal_collected" | "wallet_part" | "wallet_part_back" | "order_paid" | "released" | "top_up" | "adjustment" | "refund" | "refund_sent" | "refund_done" | "refund_failed" | "code" | "commission" | "commission_back" | "commission_payable" | "payout" | "upstream_funded" | "upstream_bought" | "upstream_refunded";
            readonly cause_id: string;
            /** @enum {string} */
            readonly credit: "wallet" | "held" | "refunding" | "commission" | "gateway" | "income" | "tax" | "fees" | "vouchers" | "adjustments" | "commissions" | "payouts" | "cost" | "upstream" | "bank" | "losses";
            readonly credit_after: string | null;
            readonly credit_of: string | null;
            /** @enum {string} */
            readonly debit: "wallet" | "held" | "refunding" | "commission" | "gateway" | "income" | "tax" | "fees" | "vouchers" | "adjustments" | "commissions" | "payouts" | "cost" | "upstream" | "bank" | "losses";
            readonly debit_after: string | null;
            readonly debit_of: string | null;
            readonly id: string;
            readonly note: string;
        };
        readonly ListedProduct: components["schemas"]["Product"] & {
            readonly category_name: string | null;
            readonly group_name: string | null;
            /** @description How many it has */
            readonly plans: number;
        };
        readonly Login: {
            readonly account_id: string | null;
            readonly at: string;
            readonly hardware_code: string;
            readonly id: string;
            readonly ip: string;
            readonly result: string;
            readonly software_version: string;
            readonly username: string;
        };
        readonly Me: {
            readonly created_at: string;
            readonly display_name: string | null;
            readonly email: string | null;
            readonly email_verified: boolean;
            readonly id: string;
            readonly last_login_at: string | null;
            readonly last_login_hardware: string | null;
            readonly last_login_ip: string | null;
            readonly last_login_version: string | null;
            readonly pending_email: string | null;
            readonly server_time: string;
            readonly timeline: readonly {
                readonly ends_at: string;
                readonly level: number;
                readonly starts_at: string;
            }[];
            readonly username: string;
            readonly vip_expires_at: string | null;
            readonly vip_level: number;
        };
        readonly MoneyNow: {
            readonly owed: {
                readonly commission: string;
                readonly held: string;
                /** @description What wallets below 0 owe */
                readonly overdrawn: string;
                readonly refunding: string;
                /** @description Paid for time that is to come, without tax */
                readonly unearned: string;
                /** @description In wallets above 0 */
                readonly wallets: string;
            };
            readonly spans: readonly {
                readonly before: {
                    readonly income: string;
                    readonly received: string;
                    readonly refunded: string;
                };
                readonly income: string;
                readonly received: string;
                readonly refunded: string;
                /** @enum {string} */
                readonly span: "today" | "days_7" | "days_30";
            }[];
        };
        readonly OnlineUser: {
            readonly account_id: string;
            readonly created_at: string;
            readonly hardware_code: string;
            readonly ip: string;
            /** @enum {string} */
            readonly kind: "device" | "browser";
            readonly last_activity_at: string;
            readonly session_id: string;
            readonly software_version: string;
            readonly status?: unknown;
            readonly user_agent: string;
            readonly username: string;
        };
        readonly Order: {
            readonly account_id: string;
            /** @description How many codes each of `quantity` brings */
            readonly count: number | null;
            readonly coupon: string | null;
            readonly created_at: string;
            readonly credit: string;
            readonly cycle: string;
            readonly days: number | null;
            readonly discount: string;
            readonly due_at: string;
            readonly ends_at: string | null;
            readonly id: string;
            /** @enum {string} */
            readonly kind: "new" | "renew" | "change";
            /** @description Cancelled because it wasn’t paid in time; money within a day revives it */
            readonly lapsed: boolean;
            readonly lease_id: string | null;
            readonly level: number | null;
            readonly list: string;
            /** @description What of it was credited to another order */
            readonly moved: string;
            readonly net: string;
            readonly paid_at: string | null;
            readonly plan_id: string;
            readonly product: string;
            readonly product_id: string;
            readonly product_kind: string;
            readonly quantity: number;
            readonly refunded: string;
            readonly setup_fee: string;
            readonly starts_at: string | null;
            /** @enum {string} */
            readonly status: "pending" | "paid" | "provisioning" | "active" | "suspended" | "completed" | "terminated" | "cancelled" | "refunded";
            readonly tax: string;
            readonly total: string;
        };
        readonly OrderChapter: {
            readonly amount: string | null;
            readonly at: string;
            /** @enum {string} */
            readonly kind: "step" | "coupon" | "payment" | "notice" | "entry" | "refund" | "mail";
            readonly note: string;
            readonly what: string;
            readonly who: string;
        };
        readonly OrderForStaff: components["schemas"]["Order"] & {
            readonly coupon_id: string | null;
            /** @description When a gateway took a payment of it back */
            readonly reversed_at: string | null;
            readonly username: string;
        };
        readonly OwnCode: {
            readonly code: string;
            /** @enum {string} */
            readonly status: "unused" | "used" | "expired" | "revoked";
            readonly used_at: string | null;
        };
        readonly Payment: {
            readonly account_id: string;
            readonly amount: string;
            readonly asks: number;
            readonly confirmed_by: string | null;
            readonly created_at: string;
            readonly expires_at: string;
            readonly fee: string;
            readonly for_id: string;
            /** @enum {string} */
            readonly for_kind: "order" | "top_up";
            readonly gateway: string;
            readonly gateway_tx: string | null;
            readonly id: string;
            readonly interface_id: string;
            readonly next_ask_at: string | null;
            readonly note: string;
            readonly paid_at: string | null;
            readonly problem: string | null;
            readonly reference: string;
            readonly refunded: string;
            /** @enum {string} */
            readonly status: "pending" | "success" | "failed" | "refunded";
            readonly title: string;
            readonly username: string;
            readonly wallet_part: string;
        };
        readonly PaymentAction: {
            readonly instructions: string | null;
            readonly payment_url: string | null;
            readonly qr_code: string | null;
        };
        readonly PaymentNotice: {
            readonly at: string;
            readonly gateway: string;
            readonly id: string;
            readonly interface_id: string;
            readonly ip: string;
            readonly payment_id: string | null;
            readonly reason: string;
            /** @enum {string} */
            readonly verdict: "accepted" | "asking" | "repeated" | "forged" | "mismatch" | "unknown" | "error";
        };
        readonly Plan: {
            readonly active: boolean;
            readonly count: number | null;
            readonly created_at: string;
            /** @enum {string} */
            readonly cycle: "monthly" | "quarterly" | "yearly" | "days";
            readonly days: number | null;
            readonly id: string;
            readonly keeps_price: boolean;
            /** @enum {string} */
            readonly kind: "vip" | "codes" | "relay" | "server";
            readonly level: number | null;
            readonly position: number;
            readonly price: string;
            /** @description Of 30 days, rounded */
            readonly price_per_month: string;
            readonly product_id: string;
            readonly setup_fee: string;
            readonly updated_at: string;
        };
        readonly Plugin: {
            readonly created_at: string;
            readonly created_by: string;
            readonly description: {
                readonly en: string;
                readonly zh: string;
            };
            readonly id: string;
            readonly interfaces: number;
            /** @enum {string} */
            readonly kind: "notifier" | "gateway" | "upstream" | "provider";
            readonly name: {
                readonly en: string;
                readonly zh: string;
            };
            /** @enum {string} */
            readonly origin: "shipped" | "folder" | "console";
            readonly plugin: string;
            readonly version: string;
        };
        readonly PluginField: {
            readonly choices?: readonly {
                readonly label: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly value: string;
            }[];
            readonly default?: string | number | boolean;
            readonly help?: {
                readonly en: string;
                readonly zh: string;
            };
            readonly key: string;
            readonly label: {
                readonly en: string;
                readonly zh: string;
            };
            readonly max?: number;
            readonly maxLength?: number;
            readonly min?: number;
            readonly required?: boolean;
            /** @enum {string} */
            readonly type: "text" | "long" | "url" | "email" | "number" | "flag" | "choice" | "secret";
        };
        readonly PluginFile: {
            /** @description Empty: the folder itself */
            readonly name: string;
            /** @enum {string} */
            readonly origin: "shipped" | "folder";
            readonly plugin: string | null;
            readonly problem: components["schemas"]["ScriptProblem"] & (Record<string, never> | null);
            /** @description When a scan first saw it so */
            readonly since: string;
            /** @enum {string} */
            readonly state: "stored" | "problem" | "rustbill";
            readonly version: string | null;
        };
        readonly PluginManifest: {
            /** @description What an interface is asked for, in this order */
            readonly config: readonly components["schemas"]["PluginField"][];
            readonly description: {
                readonly en: string;
                readonly zh: string;
            };
            /** @description Where it connects; `{key}`: the address or host in that field */
            readonly hosts: readonly string[];
            readonly id: string;
            /** @enum {string} */
            readonly kind: "notifier" | "gateway" | "upstream" | "provider";
            readonly name: {
                readonly en: string;
                readonly zh: string;
            };
            readonly version: string;
        };
        /** @description `failed`: the script is wrong, said so, or was stopped before it reached out; `unknown`: stopped afterwards; `busy`: not begun */
        readonly PluginOutcome: {
            readonly column: number | null;
            /** @enum {string} */
            readonly kind: "answer" | "failed" | "unknown" | "busy";
            readonly line: number | null;
            readonly reason: string | null;
            readonly value?: unknown;
        };
        readonly PluginScript: components["schemas"]["PluginVersion"] & {
            readonly exports: readonly string[];
            readonly manifest: components["schemas"]["PluginManifest"];
            /** @description As it runs: without types, every line where it was */
            readonly script: string;
            /** @description As it was written */
            readonly source: string;
        };
        readonly PluginVersion: {
            readonly active: boolean;
            readonly created_at: string;
            readonly created_by: string;
            readonly id: string;
            /** @enum {string} */
            readonly kind: "notifier" | "gateway" | "upstream" | "provider";
            readonly name: {
                readonly en: string;
                readonly zh: string;
            };
            /** @enum {string} */
            readonly origin: "shipped" | "folder" | "console";
            readonly plugin: string;
            readonly version: string;
        };
        readonly Product: {
            readonly active: boolean;
            readonly cost: string | null;
            readonly created_at: string;
            readonly description: string;
            readonly devices: number | null;
            readonly grace_days: number;
            readonly group_id: string | null;
            readonly id: string;
            readonly interface_id: string | null;
            /** @enum {string} */
            readonly kind: "vip" | "codes" | "relay" | "server";
            readonly name: string;
            readonly options: readonly components["schemas"]["ProductOption"][];
            readonly position: number;
            readonly refund_days: number;
            /** @enum {string} */
            readonly refund_policy: "none" | "wallet" | "gateway";
            readonly specs: {
                readonly [key: string]: string | number;
            };
            readonly stock: number | null;
            readonly updated_at: string;
        };
        readonly ProductGroup: {
            readonly active: boolean;
            readonly category_id: string;
            readonly created_at: string;
            readonly id: string;
            readonly name: string;
            readonly position: number;
            readonly updated_at: string;
        };
        readonly ProductOption: {
            readonly choices: readonly {
                readonly key: string;
                readonly label: string;
                readonly price: string;
            }[];
            readonly key: string;
            readonly label: string;
        };
        readonly Quote: {
            readonly coupon: string | null;
            readonly credit: string;
            readonly currency: string;
            readonly discount: string;
            readonly ends_at: string | null;
            /** @description Until when all of it is held now */
            readonly held_until: string | null;
            readonly held_until_after: string | null;
            /** @enum {string} */
            readonly kind: "new" | "renew" | "change";
            readonly list: string;
            readonly net: string;
            readonly plan_id: string;
            readonly product: string;
            /** @description What is credited over the price: it goes into the wallet */
            readonly rest: string;
            readonly setup_fee: string;
            /** @description The period that it brings, if it is paid now */
            readonly starts_at: string | null;
            readonly tax: string;
            readonly total: string;
        };
        readonly Refund: {
            readonly account_id: string;
            readonly amount: string;
            readonly created_at: string;
            readonly finished_by: string | null;
            readonly for_id: string;
            readonly gateway_refund: string | null;
            readonly id: string;
            readonly payment_id: string;
            readonly problem: string | null;
            readonly reason: string;
            /** @enum {string} */
            readonly status: "wanted" | "sent" | "success" | "failed";
        };
        /** @description Null until its holder chose */
        readonly Renewal: {
            readonly auto: boolean;
            readonly next_try_at: string | null;
            readonly plan_id: string;
            /**
             * @description Why the last try failed
             * @enum {string|null}
             */
            readonly problem: "insufficient_funds" | "not_offered" | "open_order" | "no_lease" | null;
        } | null;
        readonly RenewalForStaff: {
            readonly account_id: string;
            readonly auto: boolean;
            readonly created_at: string;
            readonly cycle: string;
            readonly days: number | null;
            readonly expires_at: string | null;
            /** @description Of the lease */
            readonly id: string;
            readonly level: number | null;
            readonly next_try_at: string | null;
            readonly plan_id: string;
            /** @enum {string|null} */
            readonly problem: "insufficient_funds" | "not_offered" | "open_order" | "no_lease" | null;
            readonly product: string;
            readonly tried_at: string | null;
            readonly tried_for: string | null;
            /** @description For the end below */
            readonly tries: number;
            readonly username: string;
        };
        readonly Reversal: {
            readonly amount: string;
            readonly at: string;
            readonly decided_at: string | null;
            readonly decided_by: string | null;
            /** @enum {string|null} */
            readonly decision: "take_back" | "keep" | "collect" | null;
            readonly note: string;
            readonly reason: string;
            /** @enum {string} */
            readonly source: "staff" | "notice" | "ask";
        } | null;
        readonly SalesReport: {
            readonly cells: readonly {
                readonly cost: string;
                readonly earned: string;
                readonly fees: string;
                readonly income: string;
                readonly losses: string;
                readonly margin: string;
                readonly month: string;
                readonly product_id: string | null;
                readonly product_name: string | null;
                readonly refunded: string;
                readonly tax: string;
                /** @description At the end of the time */
                readonly unearned: string;
            }[];
            readonly from: string;
            readonly months: readonly {
                readonly cost: string;
                readonly earned: string;
                readonly fees: string;
                readonly income: string;
                readonly losses: string;
                readonly margin: string;
                readonly month: string;
                readonly refunded: string;
                readonly tax: string;
                /** @description At the end of the time */
                readonly unearned: string;
            }[];
            readonly products: readonly {
                readonly cost: string;
                readonly earned: string;
                readonly fees: string;
                readonly income: string;
                readonly losses: string;
                readonly margin: string;
                readonly product_id: string | null;
                readonly product_name: string | null;
                readonly refunded: string;
                readonly tax: string;
                /** @description At the end of the time */
                readonly unearned: string;
            }[];
            readonly to: string;
            readonly total: {
                readonly cost: string;
                readonly earned: string;
                readonly fees: string;
                readonly income: string;
                readonly losses: string;
                readonly margin: string;
                readonly refunded: string;
                readonly tax: string;
                /** @description At the end of the time */
                readonly unearned: string;
            };
        };
        readonly ScriptProblem: {
            readonly column: number | null;
            readonly line: number | null;
            readonly message: {
                readonly en: string;
                readonly zh: string;
            };
        };
        readonly Session: {
            readonly created_at: string;
            readonly hardware_code: string;
            readonly ip: string;
            readonly is_current: boolean;
            /** @enum {string} */
            readonly kind: "device" | "browser";
            readonly last_activity_at: string;
            readonly session_id: string;
            readonly software_version: string;
            readonly user_agent: string;
        };
        readonly Settings: {
            readonly brand: {
                readonly contact: string;
                readonly name_en: string;
                readonly name_zh: string;
            };
            /** @description What can be set, and what it is called */
            readonly fields: readonly {
                readonly help: {
                    readonly en: string;
                    readonly zh: string;
                } | null;
                /** @description `section.name`, as in config.toml */
                readonly key: string;
                /** @enum {string} */
                readonly kind: "text" | "whole" | "secret";
                readonly label: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly max: number | null;
                readonly max_length: number | null;
                readonly min: number | null;
            }[];
            /** @description Set in config.toml or the environment, which wins: a change is refused */
            readonly fixed: readonly ("verification.heartbeat_interval_secs" | "verification.tolerance_secs" | "verification.cleanup_interval_secs" | "orders.unpaid_hours" | "orders.codes_valid_days" | "brand.name_zh" | "brand.name_en" | "brand.contact" | "wallet.top_up_least" | "wallet.top_up_most" | "mail.smtp_url" | "mail.from" | "invoices.seller_name" | "invoices.seller_address" | "invoices.seller_tax_id" | "invoices.tax_rate" | "invoices.tax_mode" | "invoices.billing" | "invoices.prefix" | "invoices.credit_prefix" | "invoices.due_days" | "invoices.footer")[];
            readonly invoices: {
                readonly billing: string;
                readonly credit_prefix: string;
                readonly due_days: number;
                readonly footer: string;
                readonly prefix: string;
                readonly seller_address: string;
                readonly seller_name: string;
                readonly seller_tax_id: string;
                readonly tax_mode: string;
                readonly tax_rate: string;
            };
            readonly mail: {
                readonly from: string;
                /** @description Without its password; null: none is set */
                readonly smtp_server: string | null;
            };
            readonly orders: {
                readonly codes_valid_days: number;
                readonly unpaid_hours: number;
            };
            readonly verification: {
                readonly cleanup_interval_secs: number;
                readonly heartbeat_interval_secs: number;
                readonly tolerance_secs: number;
            };
            readonly wallet: {
                readonly top_up_least: number;
                readonly top_up_most: number;
            };
        };
        readonly ShopCategory: {
            readonly groups: readonly {
                readonly id: string;
                readonly name: string;
                readonly products: readonly components["schemas"]["ShopProduct"][];
            }[];
            readonly id: string;
            readonly name: string;
        };
        readonly ShopPlan: {
            readonly count: number | null;
            /** @enum {string} */
            readonly cycle: "monthly" | "quarterly" | "yearly" | "days";
            readonly days: number | null;
            readonly id: string;
            readonly keeps_price: boolean;
            readonly level: number | null;
            readonly price: string;
            /** @description Of 30 days, rounded */
            readonly price_per_month: string;
            readonly setup_fee: string;
        };
        readonly ShopProduct: {
            /** @description Markdown */
            readonly description: string;
            readonly id: string;
            /** @enum {string} */
            readonly kind: "vip" | "codes" | "relay" | "server";
            readonly name: string;
            readonly options: readonly components["schemas"]["ProductOption"][];
            /** @description False: it is shown, and can’t be ordered here yet */
            readonly orderable: boolean;
            readonly plans: readonly components["schemas"]["ShopPlan"][];
            readonly specs: {
                readonly [key: string]: string | number;
            };
            /** @description How many are left; null: without end */
            readonly stock: number | null;
        };
        readonly SignedInStaff: {
            readonly id: string;
            readonly permissions: readonly string[];
            /** @enum {string} */
            readonly role: "owner" | "admin" | "finance" | "support" | "auditor";
            readonly username: string;
        };
        readonly Software: {
            readonly created_at: string;
            readonly id: string;
            readonly name: string;
            readonly required_vip_level: number;
            readonly updated_at: string;
        };
        readonly Staff: {
            readonly created_at: string;
            readonly disabled: boolean;
            readonly id: string;
            readonly last_login_at: string | null;
            /** @enum {string} */
            readonly role: "owner" | "admin" | "finance" | "support" | "auditor";
            readonly totp_enabled: boolean;
            readonly username: string;
        };
        readonly StaffSession: {
            readonly created_at: string;
            readonly ip: string;
            readonly is_current: boolean;
            readonly last_seen_at: string;
            readonly session_id: string;
            readonly user_agent: string;
        };
        readonly StatementDifference: {
            readonly amount_here: string | null;
            readonly amount_there: string | null;
            readonly at: string;
            readonly fee_here: string | null;
            readonly fee_there: string | null;
            readonly gateway_tx: string;
            readonly id: string;
            /** @enum {string} */
            readonly kind: "missing_here" | "missing_there" | "amount" | "fee";
            readonly note: string;
            readonly payment_id: string | null;
            readonly reference: string;
            /** @enum {string|null} */
            readonly resolution: "ask" | "confirm" | "note_fee" | "dismiss" | null;
            readonly resolved_at: string | null;
            readonly resolved_by: string | null;
            readonly run_id: string;
            /** @enum {string} */
            readonly state: "open" | "resolved" | "dismissed";
            /** @description What can be done about it */
            readonly ways: readonly ("ask" | "confirm" | "note_fee" | "dismiss")[];
        };
        readonly StatementMapping: {
            readonly amount: string;
            readonly fee?: string;
            /** @description Only lines with this value in this column are payments */
            readonly only?: {
                readonly column: string;
                readonly value: string;
            };
            /** @description The column of our number of the payment */
            readonly reference: string;
            readonly time: string;
            /** @description The column of the gateway’s number */
            readonly transaction: string;
        };
        readonly StatementPreview: {
            readonly columns: readonly string[];
            readonly mapping: {
                readonly amount: string;
                readonly fee: string | null;
                readonly only: {
                    readonly column: string;
                    readonly value: string;
                } | null;
                readonly reference: string;
                readonly time: string;
                readonly transaction: string;
            };
            readonly remembered: boolean;
            /** @description The first lines below, in the same order */
            readonly sample: readonly (readonly string[])[];
        };
        readonly StatementRun: {
            readonly created_at: string;
            readonly created_by: string;
            readonly differences: number;
            readonly file_name: string;
            readonly from: string;
            readonly gateway: string;
            readonly id: string;
            readonly interface_id: string;
            readonly lines: number;
            readonly matched: number;
            /** @description Differences that nobody resolved yet */
            readonly open: number;
            readonly skipped: number;
            readonly to: string;
        };
        readonly Wallet: {
            readonly balance: string;
            readonly credit_limit: string;
        };
        readonly WalletMovement: {
            readonly amount: string;
            readonly at: string;
            readonly balance_after: string;
            readonly balance_before: string;
            readonly id: string;
            readonly note: string;
            /** @enum {string} */
            readonly type: "payment" | "fee" | "payment_reversed" | "reversal_collected" | "wallet_part" | "wallet_part_back" | "order_paid" | "released" | "top_up" | "adjustment" | "refund" | "refund_sent" | "refund_done" | "refund_failed" | "code" | "commission" | "commission_back" | "commission_payable" | "payout" | "upstream_funded" | "upstream_bought" | "upstream_refunded";
        };
        readonly WalletStatement: {
            readonly closing: string;
            readonly in: string;
            readonly opening: string;
            readonly out: string;
        };
        readonly WholeInterface: components["schemas"]["Interface"] & {
            readonly config: {
                readonly [key: string]: string | number | boolean;
            };
            /** @description Where staff let it connect */
            readonly hosts: readonly string[];
            /** @description Besides, by its fields; `{key}` where that is a secret */
            readonly hosts_entered: readonly string[];
            /** @description Named by the plugin, and not granted */
            readonly hosts_missing: readonly string[];
            readonly manifest: components["schemas"]["PluginManifest"];
            /** @description What the active version asks for and the interface lacks */
            readonly problems: readonly {
                readonly field: string;
                readonly message: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
            /** @description The secret fields that have a value */
            readonly secrets: readonly string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getWellKnownLessorKeysJson: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A JWK set */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": string;
                };
            };
        };
    };
    readonly getApiAdminAccounts: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly query?: string;
                readonly sort?: "created_at" | "-created_at" | "username" | "-username" | "last_login_at" | "-last_login_at";
                readonly status?: "active" | "disabled";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Account"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminAccounts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly display_name?: string;
                    readonly email?: string;
                    /** @default  */
                    readonly note?: string;
                    readonly password?: string;
                    readonly username?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly created_at: string;
                            readonly disabled: boolean;
                            readonly disabled_at: string | null;
                            readonly display_name: string | null;
                            readonly email: string | null;
                            readonly email_verified: boolean;
                            readonly has_password: boolean;
                            readonly has_username: boolean;
                            readonly id: string;
                            readonly last_login_at: string | null;
                            readonly last_login_hardware: string | null;
                            readonly last_login_ip: string | null;
                            readonly last_login_version: string | null;
                            readonly note: string;
                            readonly pending_email: string | null;
                            readonly username: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description username_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminAccountsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Account"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly patchApiAdminAccountsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly disabled?: boolean;
                    readonly display_name?: string | null;
                    readonly email?: string | null;
                    readonly note?: string;
                    readonly password?: string;
                    readonly username?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly created_at: string;
                            readonly disabled: boolean;
                            readonly disabled_at: string | null;
                            readonly display_name: string | null;
                            readonly email: string | null;
                            readonly email_verified: boolean;
                            readonly has_password: boolean;
                            readonly has_username: boolean;
                            readonly id: string;
                            readonly last_login_at: string | null;
                            readonly last_login_hardware: string | null;
                            readonly last_login_ip: string | null;
                            readonly last_login_version: string | null;
                            readonly note: string;
                            readonly pending_email: string | null;
                            readonly username: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description username_taken, username_given */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminAccountsIdGrant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly change_days: number;
                    /** @default  */
                    readonly internal_note?: string;
                    /** @default 1 */
                    readonly level?: number;
                    /** @default  */
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly changed_days: number;
                            readonly entry_id: string;
                            readonly timeline: readonly {
                                readonly ends_at: string;
                                readonly level: number;
                                readonly starts_at: string;
                            }[];
                            readonly vip_expires_at: string | null;
                            readonly vip_level: number;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, lease_too_long */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly deleteApiAdminAccountsIdSessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly ended: number;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminAccountsIdWallet: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Wallet"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly patchApiAdminAccountsIdWallet: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly credit_limit: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly credit_limit: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description under_floor */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminAccountsIdWalletAdjust: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly amount: string;
                    /** @enum {string} */
                    readonly direction: "add" | "take";
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly balance: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description insufficient_funds */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminAccountsIdWalletStatement: {
        readonly parameters: {
            readonly query?: {
                readonly from?: string;
                readonly to?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["WalletStatement"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminAccountsExport: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
                readonly query?: string;
                readonly sort?: "created_at" | "-created_at" | "username" | "-username" | "last_login_at" | "-last_login_at";
                readonly status?: "active" | "disabled";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, username, has_username, display_name, email, email_verified, pending_email, has_password, note, disabled, disabled_at, created_at, last_login_at, last_login_hardware, last_login_version, last_login_ip, vip_level, vip_expires_at, timeline */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminAlertRules: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly {
                                readonly changed: boolean;
                                /** @enum {string} */
                                readonly comparison: "above" | "below";
                                readonly enabled: boolean;
                                readonly for_s: number;
                                readonly help: {
                                    readonly en: string;
                                    readonly zh: string;
                                };
                                readonly label: {
                                    readonly en: string;
                                    readonly zh: string;
                                };
                                readonly metric: string;
                                /** @enum {string} */
                                readonly severity: "info" | "warning" | "critical";
                                readonly threshold: number;
                                readonly unit: string;
                                /** @description As the metric is declared */
                                readonly usual: {
                                    /** @enum {string} */
                                    readonly comparison: "above" | "below";
                                    readonly enabled: boolean;
                                    readonly for_s: number;
                                    /** @enum {string} */
                                    readonly severity: "info" | "warning" | "critical";
                                    readonly threshold: number;
                                };
                            }[];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly postApiAdminAlertRules: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly comparison: "above" | "below";
                    readonly enabled: boolean;
                    readonly for_s: number;
                    readonly metric: string;
                    /** @enum {string} */
                    readonly severity: "info" | "warning" | "critical";
                    readonly threshold: number;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description metric_not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminAlerts: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly severity?: "info" | "warning" | "critical";
                readonly sort?: "raised_at" | "-raised_at";
                readonly state?: "open" | "resolved";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly {
                                readonly body: string;
                                readonly id: string;
                                readonly key: string;
                                readonly path: string | null;
                                readonly raised_at: string;
                                readonly resolved_at: string | null;
                                readonly resolved_by: string | null;
                                /** @enum {string} */
                                readonly severity: "info" | "warning" | "critical";
                                /** @enum {string} */
                                readonly state: "open" | "resolved";
                                readonly title: string;
                            }[];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminAlertsIdResolve: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description alert_not_open */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminAlertsExport: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
                readonly severity?: "info" | "warning" | "critical";
                readonly sort?: "raised_at" | "-raised_at";
                readonly state?: "open" | "resolved";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, key, severity, title, body, path, state, raised_at, resolved_at, resolved_by */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminCategories: {
        readonly parameters: {
            readonly query?: {
                readonly active?: "true" | "false";
                readonly cursor?: string;
                readonly limit?: number;
                readonly query?: string;
                readonly sort?: "position" | "-position" | "name" | "-name" | "updated_at" | "-updated_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Category"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminCategories: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default true */
                    readonly active?: boolean;
                    readonly name: string;
                    /** @default 0 */
                    readonly position?: number;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Category"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description catalog_name_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly deleteApiAdminCategoriesId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            /** @description False: it is in use, and was only made inactive */
                            readonly removed: boolean;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly patchApiAdminCategoriesId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly active?: boolean;
                    readonly name?: string;
                    readonly position?: number;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Category"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description catalog_name_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminCategoriesExport: {
        readonly parameters: {
            readonly query?: {
                readonly active?: "true" | "false";
                readonly language?: "zh" | "en";
                readonly query?: string;
                readonly sort?: "position" | "-position" | "name" | "-name" | "updated_at" | "-updated_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, name, position, active, created_at, updated_at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminCodeBatches: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly order_id?: string;
                readonly page?: number;
                readonly page_size?: number;
                readonly query?: string;
                readonly sort?: "created_at" | "-created_at" | "expires_at" | "-expires_at" | "count" | "-count";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["CodeBatch"][];
                            readonly next_cursor: string | null;
                            readonly total?: number;
                            readonly total_pages?: number;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminCodeBatches: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default 0.00 */
                    readonly amount?: string;
                    readonly count: number;
                    /** @default null */
                    readonly days?: number | null;
                    /** @default 30 */
                    readonly expires_in_days?: number;
                    /**
                     * @description Of codes worth time
                     * @default null
                     */
                    readonly level?: number | null;
                    /** @default  */
                    readonly note?: string;
                    /** @default  */
                    readonly prefix?: string;
                    /**
                     * @description Of codes worth money
                     * @default null
                     */
                    readonly value?: string | null;
                    /**
                     * @default time
                     * @enum {string}
                     */
                    readonly worth?: "time" | "money";
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly batch: components["schemas"]["CodeBatch"];
                            readonly codes: readonly string[] | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description idempotency_key_reused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminCodeBatchesIdExport: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description code, level, days, status, expires_at, used_at, used_by, note, value */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description batch_unknown */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminCodeBatchesIdRevoke: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["CodeBatch"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description batch_unknown */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminCodeBatchesExport: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
                readonly order_id?: string;
                readonly query?: string;
                readonly sort?: "created_at" | "-created_at" | "expires_at" | "-expires_at" | "count" | "-count";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, order_id, worth, level, days, value, count, amount, prefix, note, expires_at, created_by, created_at, unused, used, expired, revoked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminCodeBatchesProgress: {
        readonly parameters: {
            readonly query: {
                readonly key: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly count: number | null;
                            readonly made: number | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminCodes: {
        readonly parameters: {
            readonly query?: {
                readonly batch_id?: string;
                readonly cursor?: string;
                readonly limit?: number;
                readonly query?: string;
                readonly sort?: "created_at" | "-created_at" | "used_at" | "-used_at";
                readonly status?: "unused" | "used" | "expired" | "revoked";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly (components["schemas"]["Code"] & {
                                readonly used_by_username: string | null;
                            })[];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminCodesIdReveal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Code"] & {
                            readonly code: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description code_unknown */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminCodesIdRevoke: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Code"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description code_unknown */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description code_used, code_revoked */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminCodesExport: {
        readonly parameters: {
            readonly query?: {
                readonly batch_id?: string;
                readonly language?: "zh" | "en";
                readonly query?: string;
                readonly sort?: "created_at" | "-created_at" | "used_at" | "-used_at";
                readonly status?: "unused" | "used" | "expired" | "revoked";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, batch_id, tail, status, worth, level, days, value, amount, expires_at, used_at, used_by, revoked_at, created_at, used_by_username */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminCouponUses: {
        readonly parameters: {
            readonly query?: {
                readonly coupon_id?: string;
                readonly cursor?: string;
                readonly from?: string;
                readonly limit?: number;
                readonly sort?: "at" | "-at";
                readonly to?: string;
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["CouponUse"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminCouponUsesExport: {
        readonly parameters: {
            readonly query?: {
                readonly coupon_id?: string;
                readonly from?: string;
                readonly language?: "zh" | "en";
                readonly sort?: "at" | "-at";
                readonly to?: string;
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description order_id, coupon_id, code, account_id, username, discount, at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminCoupons: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly query?: string;
                readonly sort?: "created_at" | "-created_at" | "code" | "-code" | "used" | "-used";
                readonly state?: "usable" | "upcoming" | "ended" | "used_up" | "off";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Coupon"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminCoupons: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default true */
                    readonly active?: boolean;
                    /** @default null */
                    readonly amount?: string | null;
                    readonly code: string;
                    /**
                     * Format: date-time
                     * @default null
                     */
                    readonly ends_at?: string | null;
                    /** @default false */
                    readonly first_order_only?: boolean;
                    /** @default null */
                    readonly max_uses?: number | null;
                    /** @default  */
                    readonly note?: string;
                    /** @default null */
                    readonly per_account?: number | null;
                    /** @default null */
                    readonly percent?: string | null;
                    /** @default [] */
                    readonly plan_ids?: readonly string[];
                    /** @default [] */
                    readonly product_ids?: readonly string[];
                    /**
                     * Format: date-time
                     * @default null
                     */
                    readonly starts_at?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Coupon"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description coupon_code_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminCouponsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Coupon"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly deleteApiAdminCouponsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            /** @description False: it is in use, and was only made inactive */
                            readonly removed: boolean;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly patchApiAdminCouponsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly active?: boolean;
                    readonly amount?: string | null;
                    readonly code?: string;
                    /** Format: date-time */
                    readonly ends_at?: string | null;
                    readonly first_order_only?: boolean;
                    readonly max_uses?: number | null;
                    readonly note?: string;
                    readonly per_account?: number | null;
                    readonly percent?: string | null;
                    readonly plan_ids?: readonly string[];
                    readonly product_ids?: readonly string[];
                    /** Format: date-time */
                    readonly starts_at?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Coupon"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description coupon_code_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminCouponsExport: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
                readonly query?: string;
                readonly sort?: "created_at" | "-created_at" | "code" | "-code" | "used" | "-used";
                readonly state?: "usable" | "upcoming" | "ended" | "used_up" | "off";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, code, note, state, percent, amount, starts_at, ends_at, used, max_uses, per_account, first_order_only, product_ids, plan_ids, active, created_at, updated_at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminDashboardToday: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly active_users: number;
                            readonly days_added: number;
                            readonly expiring_3d: number;
                            readonly expiring_7d: number;
                            readonly new_users: number;
                            readonly recharges: number;
                            readonly series: readonly {
                                readonly active_users: number;
                                readonly day: string;
                                readonly days_added: number;
                                readonly new_users: number;
                                readonly recharges: number;
                            }[];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly getApiAdminGateways: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly {
                                readonly id: string;
                                readonly name: string;
                            }[];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly postApiAdminGrantsIdUndo: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default  */
                    readonly internal_note?: string;
                    /** @default  */
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly changed_days: number;
                            readonly entry_id: string;
                            readonly timeline: readonly {
                                readonly ends_at: string;
                                readonly level: number;
                                readonly starts_at: string;
                            }[];
                            readonly vip_expires_at: string | null;
                            readonly vip_level: number;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, lease_too_long */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description undo_too_late, already_undone */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Health"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly getApiAdminInterfaces: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly enabled?: "true" | "false";
                readonly kind?: "notifier" | "gateway" | "upstream" | "provider";
                readonly limit?: number;
                readonly page?: number;
                readonly page_size?: number;
                readonly plugin?: string;
                readonly query?: string;
                readonly sort?: "name" | "-name" | "plugin" | "-plugin" | "created_at" | "-created_at" | "checked_at" | "-checked_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Interface"][];
                            readonly next_cursor: string | null;
                            readonly total?: number;
                            readonly total_pages?: number;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminInterfaces: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description By field of the manifest, secrets too; null takes a value away
                     * @default {}
                     */
                    readonly config?: {
                        readonly [key: string]: string | number | boolean | null;
                    };
                    /** @default true */
                    readonly enabled?: boolean;
                    /** @description Absent: those that the plugin names */
                    readonly hosts?: readonly string[];
                    readonly name: string;
                    readonly plugin: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["WholeInterface"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description plugin_unknown */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description interface_name_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminInterfacesId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["WholeInterface"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly deleteApiAdminInterfacesId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Interface"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description interface_in_use */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly patchApiAdminInterfacesId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description By field of the manifest, secrets too; null takes a value away */
                    readonly config?: {
                        readonly [key: string]: string | number | boolean | null;
                    };
                    readonly enabled?: boolean;
                    readonly hosts?: readonly string[];
                    readonly name?: string;
                    /** @description Of the interface as it was edited: refused when it is another */
                    readonly revision: number;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["WholeInterface"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found, plugin_unknown */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description interface_name_taken, interface_changed */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminInterfacesIdCheck: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["InterfaceHealth"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminInterfacesExport: {
        readonly parameters: {
            readonly query?: {
                readonly enabled?: "true" | "false";
                readonly kind?: "notifier" | "gateway" | "upstream" | "provider";
                readonly language?: "zh" | "en";
                readonly plugin?: string;
                readonly query?: string;
                readonly sort?: "name" | "-name" | "plugin" | "-plugin" | "created_at" | "-created_at" | "checked_at" | "-checked_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, plugin, kind, name, enabled, revision, checked_at, check_ok, check_reason, created_at, updated_at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminInvoiceBatches: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: uuid
                     * @description Of one customer; absent: of all
                     */
                    readonly account_id?: string;
                    /** Format: date-time */
                    readonly from: string;
                    /**
                     * @description They get their numbers soon after; else staff issue each
                     * @default true
                     */
                    readonly issue?: boolean;
                    /**
                     * Format: date-time
                     * @description Orders paid before it
                     */
                    readonly to: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly customers: number;
                            readonly invoices: number;
                            readonly orders: number;
                            readonly total: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description batch_too_large */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminInvoiceBatchesPreview: {
        readonly parameters: {
            readonly query: {
                /** @description Of one customer; absent: of all */
                readonly account_id?: string;
                readonly from: string;
                /** @description Orders paid before it */
                readonly to: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly customers: number;
                            readonly orders: number;
                            readonly total: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description batch_too_large */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminInvoices: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly cursor?: string;
                readonly kind?: "invoice" | "credit_note";
                readonly limit?: number;
                readonly query?: string;
                readonly sort?: "created_at" | "-created_at";
                readonly status?: "draft" | "issued" | "paid" | "overdue" | "cancelled";
                readonly year?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly {
                                readonly account_id: string;
                                readonly account_name: string;
                                readonly created_at: string;
                                readonly currency: string;
                                readonly due_at: string | null;
                                readonly id: string;
                                readonly issued_at: string | null;
                                /** @enum {string} */
                                readonly kind: "invoice" | "credit_note";
                                /** @description Negative in a credit note */
                                readonly net: string;
                                /** @description As printed; null: a draft */
                                readonly number: string | null;
                                /** @description Negative in a credit note */
                                readonly paid_amount: string;
                                readonly paid_at: string | null;
                                /** @enum {string} */
                                readonly status: "draft" | "issued" | "paid" | "overdue" | "cancelled";
                                /** @description Negative in a credit note */
                                readonly tax: string;
                                /** @description Negative in a credit note */
                                readonly total: string;
                            }[];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminInvoices: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly account_id: string;
                    readonly buyer?: {
                        readonly address?: string;
                        readonly email?: string;
                        readonly name?: string;
                        readonly tax_id?: string;
                    };
                    /** Format: date-time */
                    readonly due_at?: string;
                    readonly items: readonly {
                        /** @description Of the whole line */
                        readonly amount: string;
                        /** @default 1 */
                        readonly quantity?: number;
                        readonly tax_rate?: string;
                        readonly text: string;
                    }[];
                    /** @enum {string} */
                    readonly language?: "zh" | "en";
                    /** @default  */
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly account_id: string;
                            readonly account_name: string;
                            readonly buyer: {
                                readonly address?: string;
                                readonly email?: string;
                                readonly footer?: string;
                                readonly name: string;
                                readonly tax_id?: string;
                            };
                            readonly created_at: string;
                            /** @description How much its credit notes take back */
                            readonly credited: string;
                            readonly currency: string;
                            readonly due_at: string | null;
                            readonly id: string;
                            /** @description Whether the amounts of the items include the tax */
                            readonly inclusive: boolean;
                            readonly issued_at: string | null;
                            readonly items: readonly {
                                /** @description Negative in a credit note */
                                readonly amount: string;
                                readonly quantity: number;
                                /** @description Negative in a credit note */
                                readonly tax: string;
                                readonly tax_rate: string;
                                readonly text: string;
                            }[];
                            /** @enum {string} */
                            readonly kind: "invoice" | "credit_note";
                            /** @enum {string} */
                            readonly language: "zh" | "en";
                            /** @description Negative in a credit note */
                            readonly net: string;
                            readonly note: string;
                            /** @description As printed; null: a draft */
                            readonly number: string | null;
                            /** @description The invoice that a credit note takes back */
                            readonly of_id: string | null;
                            readonly of_number: string | null;
                            /** @description Negative in a credit note */
                            readonly paid_amount: string;
                            readonly paid_at: string | null;
                            readonly period_end: string | null;
                            readonly period_start: string | null;
                            readonly seller: {
                                readonly address?: string;
                                readonly email?: string;
                                readonly footer?: string;
                                readonly name: string;
                                readonly tax_id?: string;
                            } | null;
                            /** @enum {string} */
                            readonly status: "draft" | "issued" | "paid" | "overdue" | "cancelled";
                            /** @description Negative in a credit note */
                            readonly tax: string;
                            /** @description Negative in a credit note */
                            readonly total: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, invoice_too_large */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description idempotency_key_reused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminInvoicesId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly account_id: string;
                            readonly account_name: string;
                            readonly buyer: {
                                readonly address?: string;
                                readonly email?: string;
                                readonly footer?: string;
                                readonly name: string;
                                readonly tax_id?: string;
                            };
                            readonly created_at: string;
                            /** @description How much its credit notes take back */
                            readonly credited: string;
                            readonly currency: string;
                            readonly due_at: string | null;
                            readonly id: string;
                            /** @description Whether the amounts of the items include the tax */
                            readonly inclusive: boolean;
                            readonly issued_at: string | null;
                            readonly items: readonly {
                                /** @description Negative in a credit note */
                                readonly amount: string;
                                readonly quantity: number;
                                /** @description Negative in a credit note */
                                readonly tax: string;
                                readonly tax_rate: string;
                                readonly text: string;
                            }[];
                            /** @enum {string} */
                            readonly kind: "invoice" | "credit_note";
                            /** @enum {string} */
                            readonly language: "zh" | "en";
                            /** @description Negative in a credit note */
                            readonly net: string;
                            readonly note: string;
                            /** @description As printed; null: a draft */
                            readonly number: string | null;
                            /** @description The invoice that a credit note takes back */
                            readonly of_id: string | null;
                            readonly of_number: string | null;
                            /** @description Negative in a credit note */
                            readonly paid_amount: string;
                            readonly paid_at: string | null;
                            readonly period_end: string | null;
                            readonly period_start: string | null;
                            readonly seller: {
                                readonly address?: string;
                                readonly email?: string;
                                readonly footer?: string;
                                readonly name: string;
                                readonly tax_id?: string;
                            } | null;
                            /** @enum {string} */
                            readonly status: "draft" | "issued" | "paid" | "overdue" | "cancelled";
                            /** @description Negative in a credit note */
                            readonly tax: string;
                            /** @description Negative in a credit note */
                            readonly total: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invoice_not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminInvoicesIdCancel: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default  */
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly account_id: string;
                            readonly account_name: string;
                            readonly buyer: {
                                readonly address?: string;
                                readonly email?: string;
                                readonly footer?: string;
                                readonly name: string;
                                readonly tax_id?: string;
                            };
                            readonly created_at: string;
                            readonly credit_note_id: string | null;
                            /** @description How much its credit notes take back */
                            readonly credited: string;
                            readonly currency: string;
                            readonly due_at: string | null;
                            readonly id: string;
                            /** @description Whether the amounts of the items include the tax */
                            readonly inclusive: boolean;
                            readonly issued_at: string | null;
                            readonly items: readonly {
                                /** @description Negative in a credit note */
                                readonly amount: string;
                                readonly quantity: number;
                                /** @description Negative in a credit note */
                                readonly tax: string;
                                readonly tax_rate: string;
                                readonly text: string;
                            }[];
                            /** @enum {string} */
                            readonly kind: "invoice" | "credit_note";
                            /** @enum {string} */
                            readonly language: "zh" | "en";
                            /** @description Negative in a credit note */
                            readonly net: string;
                            readonly note: string;
                            /** @description As printed; null: a draft */
                            readonly number: string | null;
                            /** @description The invoice that a credit note takes back */
                            readonly of_id: string | null;
                            readonly of_number: string | null;
                            /** @description Negative in a credit note */
                            readonly paid_amount: string;
                            readonly paid_at: string | null;
                            readonly period_end: string | null;
                            readonly period_start: string | null;
                            readonly seller: {
                                readonly address?: string;
                                readonly email?: string;
                                readonly footer?: string;
                                readonly name: string;
                                readonly tax_id?: string;
                            } | null;
                            /** @enum {string} */
                            readonly status: "draft" | "issued" | "paid" | "overdue" | "cancelled";
                            /** @description Negative in a credit note */
                            readonly tax: string;
                            /** @description Negative in a credit note */
                            readonly total: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invoice_not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invoice_step_refused, idempotency_key_reused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminInvoicesIdHtml: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description In the language of the invoice */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invoice_not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminInvoicesIdIssue: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly account_id: string;
                            readonly account_name: string;
                            readonly buyer: {
                                readonly address?: string;
                                readonly email?: string;
                                readonly footer?: string;
                                readonly name: string;
                                readonly tax_id?: string;
                            };
                            readonly created_at: string;
                            /** @description How much its credit notes take back */
                            readonly credited: string;
                            readonly currency: string;
                            readonly due_at: string | null;
                            readonly id: string;
                            /** @description Whether the amounts of the items include the tax */
                            readonly inclusive: boolean;
                            readonly issued_at: string | null;
                            readonly items: readonly {
                                /** @description Negative in a credit note */
                                readonly amount: string;
                                readonly quantity: number;
                                /** @description Negative in a credit note */
                                readonly tax: string;
                                readonly tax_rate: string;
                                readonly text: string;
                            }[];
                            /** @enum {string} */
                            readonly kind: "invoice" | "credit_note";
                            /** @enum {string} */
                            readonly language: "zh" | "en";
                            /** @description Negative in a credit note */
                            readonly net: string;
                            readonly note: string;
                            /** @description As printed; null: a draft */
                            readonly number: string | null;
                            /** @description The invoice that a credit note takes back */
                            readonly of_id: string | null;
                            readonly of_number: string | null;
                            /** @description Negative in a credit note */
                            readonly paid_amount: string;
                            readonly paid_at: string | null;
                            readonly period_end: string | null;
                            readonly period_start: string | null;
                            readonly seller: {
                                readonly address?: string;
                                readonly email?: string;
                                readonly footer?: string;
                                readonly name: string;
                                readonly tax_id?: string;
                            } | null;
                            /** @enum {string} */
                            readonly status: "draft" | "issued" | "paid" | "overdue" | "cancelled";
                            /** @description Negative in a credit note */
                            readonly tax: string;
                            /** @description Negative in a credit note */
                            readonly total: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invoice_not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invoice_step_refused, idempotency_key_reused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminInvoicesIdPaid: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default  */
                    readonly note?: string;
                    /** Format: date-time */
                    readonly paid_at?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly account_id: string;
                            readonly account_name: string;
                            readonly buyer: {
                                readonly address?: string;
                                readonly email?: string;
                                readonly footer?: string;
                                readonly name: string;
                                readonly tax_id?: string;
                            };
                            readonly created_at: string;
                            /** @description How much its credit notes take back */
                            readonly credited: string;
                            readonly currency: string;
                            readonly due_at: string | null;
                            readonly id: string;
                            /** @description Whether the amounts of the items include the tax */
                            readonly inclusive: boolean;
                            readonly issued_at: string | null;
                            readonly items: readonly {
                                /** @description Negative in a credit note */
                                readonly amount: string;
                                readonly quantity: number;
                                /** @description Negative in a credit note */
                                readonly tax: string;
                                readonly tax_rate: string;
                                readonly text: string;
                            }[];
                            /** @enum {string} */
                            readonly kind: "invoice" | "credit_note";
                            /** @enum {string} */
                            readonly language: "zh" | "en";
                            /** @description Negative in a credit note */
                            readonly net: string;
                            readonly note: string;
                            /** @description As printed; null: a draft */
                            readonly number: string | null;
                            /** @description The invoice that a credit note takes back */
                            readonly of_id: string | null;
                            readonly of_number: string | null;
                            /** @description Negative in a credit note */
                            readonly paid_amount: string;
                            readonly paid_at: string | null;
                            readonly period_end: string | null;
                            readonly period_start: string | null;
                            readonly seller: {
                                readonly address?: string;
                                readonly email?: string;
                                readonly footer?: string;
                                readonly name: string;
                                readonly tax_id?: string;
                            } | null;
                            /** @enum {string} */
                            readonly status: "draft" | "issued" | "paid" | "overdue" | "cancelled";
                            /** @description Negative in a credit note */
                            readonly tax: string;
                            /** @description Negative in a credit note */
                            readonly total: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invoice_not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invoice_step_refused, idempotency_key_reused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminInvoicesIdPdf: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description In the language of the invoice */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invoice_not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminInvoicesExport: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly kind?: "invoice" | "credit_note";
                readonly language?: "zh" | "en";
                readonly query?: string;
                readonly sort?: "created_at" | "-created_at";
                readonly status?: "draft" | "issued" | "paid" | "overdue" | "cancelled";
                readonly year?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, number, kind, status, currency, net, tax, total, paid_amount, issued_at, due_at, paid_at, created_at, account_id, account_name */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminJobsNameIdRetry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminLedger: {
        readonly parameters: {
            readonly query?: {
                readonly account?: "wallet" | "held" | "refunding" | "commission" | "gateway" | "income" | "tax" | "fees" | "vouchers" | "adjustments" | "commissions" | "payouts" | "cost" | "upstream" | "bank" | "losses";
                readonly cause?: "payment" | "fee" | "payment_reversed" | "reversal_collected" | "wallet_part" | "wallet_part_back" | "order_paid" | "released" | "top_up" | "adjustment" | "refund" | "refund_sent" | "refund_done" | "refund_failed" | "code" | "commission" | "commission_back" | "commission_payable" | "payout" | "upstream_funded" | "upstream_bought" | "upstream_refunded";
                readonly cause_id?: string;
                readonly cursor?: string;
                readonly from?: string;
                readonly limit?: number;
                /** @description With `account`: whose */
                readonly of?: string;
                readonly sort?: "at" | "-at";
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["LedgerEntry"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminLedgerSums: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly accounts: readonly {
                                /** @enum {string} */
                                readonly account: "wallet" | "held" | "refunding" | "commission" | "gateway" | "income" | "tax" | "fees" | "vouchers" | "adjustments" | "commissions" | "payouts" | "cost" | "upstream" | "bank" | "losses";
                                readonly balance: string;
                                readonly entries: number;
                            }[];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly getApiAdminLedgerExport: {
        readonly parameters: {
            readonly query?: {
                readonly account?: "wallet" | "held" | "refunding" | "commission" | "gateway" | "income" | "tax" | "fees" | "vouchers" | "adjustments" | "commissions" | "payouts" | "cost" | "upstream" | "bank" | "losses";
                readonly cause?: "payment" | "fee" | "payment_reversed" | "reversal_collected" | "wallet_part" | "wallet_part_back" | "order_paid" | "released" | "top_up" | "adjustment" | "refund" | "refund_sent" | "refund_done" | "refund_failed" | "code" | "commission" | "commission_back" | "commission_payable" | "payout" | "upstream_funded" | "upstream_bought" | "upstream_refunded";
                readonly cause_id?: string;
                readonly from?: string;
                readonly language?: "zh" | "en";
                /** @description With `account`: whose */
                readonly of?: string;
                readonly sort?: "at" | "-at";
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, at, debit, debit_of, credit, credit_of, amount, cause, cause_id, debit_after, credit_after, note */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminLogin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly password: string;
                    readonly totp?: string;
                    readonly username: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly staff: components["schemas"]["SignedInStaff"];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invalid_credentials, totp_required */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description rate_limited */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminLogout: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly getApiAdminLogsAudit: {
        readonly parameters: {
            readonly query?: {
                readonly action?: string;
                readonly actor?: string;
                readonly actor_id?: string;
                readonly cursor?: string;
                readonly from?: string;
                readonly limit?: number;
                readonly sort?: "at" | "-at";
                readonly subject_id?: string;
                readonly subject_kind?: string;
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["AuditEntry"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminLogsAuditExport: {
        readonly parameters: {
            readonly query?: {
                readonly action?: string;
                readonly actor?: string;
                readonly actor_id?: string;
                readonly from?: string;
                readonly language?: "zh" | "en";
                readonly sort?: "at" | "-at";
                readonly subject_id?: string;
                readonly subject_kind?: string;
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description seq, at, actor.kind, actor.id, actor.name, action, subject.kind, subject.id, before, after, ip, user_agent, request_id */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminLogsLogins: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly cursor?: string;
                readonly from?: string;
                readonly hardware_code?: string;
                readonly ip?: string;
                readonly limit?: number;
                readonly result?: string;
                readonly sort?: "at" | "-at";
                readonly to?: string;
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Login"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminLogsLoginsExport: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly from?: string;
                readonly hardware_code?: string;
                readonly ip?: string;
                readonly language?: "zh" | "en";
                readonly result?: string;
                readonly sort?: "at" | "-at";
                readonly to?: string;
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, at, account_id, username, hardware_code, software_version, ip, result */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminLogsRecharges: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly cursor?: string;
                readonly from?: string;
                readonly limit?: number;
                readonly operator_id?: string;
                readonly sort?: "created_at" | "-created_at";
                readonly source?: "code" | "grant" | "order" | "refund" | "change" | "wait" | "outage" | "import" | "undo";
                readonly to?: string;
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["LeaseEntryForStaff"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminLogsRechargesExport: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly from?: string;
                readonly language?: "zh" | "en";
                readonly operator_id?: string;
                readonly sort?: "created_at" | "-created_at";
                readonly source?: "code" | "grant" | "order" | "refund" | "change" | "wait" | "outage" | "import" | "undo";
                readonly to?: string;
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, source, level, change_days, amount, level_before, level_after, expire_before, expire_after, reason, created_at, account_id, username, internal_note, operator */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminLogsRegistrations: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly from?: string;
                readonly ip?: string;
                readonly limit?: number;
                readonly result?: string;
                readonly sort?: "at" | "-at";
                readonly to?: string;
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly {
                                readonly account_id: string | null;
                                readonly at: string;
                                readonly id: string;
                                readonly ip: string;
                                readonly result: string;
                                readonly user_agent: string;
                                readonly username: string;
                            }[];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminLogsRegistrationsExport: {
        readonly parameters: {
            readonly query?: {
                readonly from?: string;
                readonly ip?: string;
                readonly language?: "zh" | "en";
                readonly result?: string;
                readonly sort?: "at" | "-at";
                readonly to?: string;
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, at, account_id, username, result, ip, user_agent */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminMails: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly sort?: "created_at" | "-created_at";
                readonly state?: "waiting" | "sent" | "failed";
                readonly template?: "test" | "notice" | "notice_with_link" | "verify_email" | "reset_password" | "email_change_asked" | "email_changed" | "password_changed" | "topped_up" | "order_paid" | "money_returned" | "order_refunded" | "renewal_failed" | "renewal_price" | "codes_ready" | "codes_ready_with_link";
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly {
                                readonly attempts: number;
                                readonly created_at: string;
                                readonly id: string;
                                /** @enum {string} */
                                readonly language: "zh" | "en";
                                readonly last_error: string | null;
                                readonly next_try_at: string | null;
                                readonly sent_at: string | null;
                                /** @enum {string} */
                                readonly state: "waiting" | "sent" | "failed";
                                /** @enum {string} */
                                readonly template: "test" | "notice" | "notice_with_link" | "verify_email" | "reset_password" | "email_change_asked" | "email_changed" | "password_changed" | "topped_up" | "order_paid" | "money_returned" | "order_refunded" | "renewal_failed" | "renewal_price" | "codes_ready" | "codes_ready_with_link";
                                readonly to: string;
                            }[];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminMailsExport: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
                readonly sort?: "created_at" | "-created_at";
                readonly state?: "waiting" | "sent" | "failed";
                readonly template?: "test" | "notice" | "notice_with_link" | "verify_email" | "reset_password" | "email_change_asked" | "email_changed" | "password_changed" | "topped_up" | "order_paid" | "money_returned" | "order_refunded" | "renewal_failed" | "renewal_price" | "codes_ready" | "codes_ready_with_link";
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, to, template, language, state, attempts, last_error, next_try_at, created_at, sent_at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminMailsTest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly to: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly id: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description mail_not_configured */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["SignedInStaff"] & {
                            readonly may_change_password: boolean;
                            readonly recovery_codes_left: number;
                            readonly totp_enabled: boolean;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly postApiAdminMePassword: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly new_password: string;
                    readonly old_password: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invalid_credentials */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description rate_limited */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminMeSessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["StaffSession"][];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly deleteApiAdminMeSessionsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminMeTotp: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly password?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly otpauth_uri: string;
                            readonly secret: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invalid_credentials */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description totp_already_on */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description rate_limited */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly deleteApiAdminMeTotp: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code: string;
                    readonly password: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invalid_credentials */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description totp_not_set_up */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description rate_limited */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminMeTotpConfirm: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly recovery_codes: readonly string[];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, totp_wrong */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description totp_already_on, totp_not_set_up */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminNotices: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly kind?: string;
                readonly limit?: number;
                readonly sort?: "created_at" | "-created_at";
                readonly state?: "waiting" | "sent" | "failed";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly {
                                readonly attempts: number;
                                readonly created_at: string;
                                readonly id: string;
                                /** @description Its name; null: it was deleted */
                                readonly interface: string | null;
                                readonly kind: string;
                                readonly last_error: string | null;
                                readonly next_try_at: string | null;
                                readonly sent_at: string | null;
                                /** @enum {string} */
                                readonly severity: "info" | "warning" | "critical";
                                /** @enum {string} */
                                readonly state: "waiting" | "sent" | "failed";
                                readonly title: string;
                            }[];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminNoticesExport: {
        readonly parameters: {
            readonly query?: {
                readonly kind?: string;
                readonly language?: "zh" | "en";
                readonly sort?: "created_at" | "-created_at";
                readonly state?: "waiting" | "sent" | "failed";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, kind, severity, title, interface, state, attempts, last_error, next_try_at, created_at, sent_at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminNoticesRoutes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            /** @description server.notify_email; empty: nobody gets them */
                            readonly fallback: string;
                            readonly kinds: readonly {
                                /** @description Empty: by mail to `fallback` */
                                readonly interfaces: readonly string[];
                                readonly label: {
                                    readonly en: string;
                                    readonly zh: string;
                                };
                                readonly name: string;
                            }[];
                            readonly notifiers: readonly {
                                readonly enabled: boolean;
                                readonly id: string;
                                readonly name: string;
                            }[];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly postApiAdminNoticesRoutes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly interfaces: readonly string[];
                    readonly kind: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description notice_kind_not_found, notifier_not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminOnlineUsers: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly cursor?: string;
                readonly limit?: number;
                readonly sort?: "created_at" | "-created_at" | "last_activity_at" | "-last_activity_at";
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["OnlineUser"][];
                            readonly next_cursor: string | null;
                            readonly total: number;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly deleteApiAdminOnlineUsersSession_id: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly session_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminOnlineUsersExport: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly language?: "zh" | "en";
                readonly sort?: "created_at" | "-created_at" | "last_activity_at" | "-last_activity_at";
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description session_id, kind, hardware_code, software_version, ip, user_agent, created_at, last_activity_at, account_id, username, status */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminOrders: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly coupon_id?: string;
                readonly cursor?: string;
                readonly from?: string;
                readonly limit?: number;
                readonly product_id?: string;
                readonly sort?: "created_at" | "-created_at";
                /** @description `lapsed`: cancelled because it wasn’t paid in time */
                readonly status?: "pending" | "paid" | "provisioning" | "active" | "suspended" | "completed" | "terminated" | "cancelled" | "refunded" | "lapsed";
                readonly to?: string;
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["OrderForStaff"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminOrdersId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            /** @description The same as the customer may read it, in the customer’s language */
                            readonly customer_text: string;
                            readonly order: components["schemas"]["OrderForStaff"];
                            readonly story: readonly components["schemas"]["OrderChapter"][];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminOrdersIdCancel: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Order"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description order_not_cancellable */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminOrdersIdRefund: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            /** @description Where to without an override */
                            readonly allowed: readonly ("wallet" | "gateway")[];
                            readonly left: string;
                            /** @enum {string} */
                            readonly policy: "none" | "wallet" | "gateway";
                            /**
                             * @description What is proposed
                             * @enum {string}
                             */
                            readonly to: "wallet" | "gateway";
                            /** @description The end of the window */
                            readonly until: string | null;
                            readonly unused: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminOrdersIdRefund: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly amount: string;
                    /**
                     * @description Also where the policy of its product doesn’t allow it
                     * @default false
                     */
                    readonly override?: boolean;
                    /** @description The customer reads it */
                    readonly reason: string;
                    /**
                     * @description Of the time that it brought: the share that the amount is, all that is left, none
                     * @default share
                     * @enum {string}
                     */
                    readonly time?: "share" | "all" | "none";
                    /** @enum {string} */
                    readonly to: "wallet" | "gateway";
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Order"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description order_not_refundable, outside_refund_policy, over_refund */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminOrdersExport: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly coupon_id?: string;
                readonly from?: string;
                readonly language?: "zh" | "en";
                readonly product_id?: string;
                readonly sort?: "created_at" | "-created_at";
                /** @description `lapsed`: cancelled because it wasn’t paid in time */
                readonly status?: "pending" | "paid" | "provisioning" | "active" | "suspended" | "completed" | "terminated" | "cancelled" | "refunded" | "lapsed";
                readonly to?: string;
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, account_id, kind, product_id, plan_id, product, product_kind, level, cycle, days, count, quantity, lease_id, list, setup_fee, discount, coupon, credit, net, tax, total, refunded, moved, status, lapsed, due_at, paid_at, starts_at, ends_at, created_at, username, coupon_id, reversed_at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPaymentNotices: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly payment_id?: string;
                readonly sort?: "at" | "-at";
                readonly verdict?: "accepted" | "asking" | "repeated" | "forged" | "mismatch" | "unknown" | "error";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["PaymentNotice"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminPaymentNoticesIdReplay: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            /** @enum {string} */
                            readonly verdict: "accepted" | "asking" | "repeated" | "forged" | "mismatch" | "unknown" | "error";
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPaymentNoticesExport: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
                readonly payment_id?: string;
                readonly sort?: "at" | "-at";
                readonly verdict?: "accepted" | "asking" | "repeated" | "forged" | "mismatch" | "unknown" | "error";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, at, interface_id, gateway, payment_id, verdict, reason, ip */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPayments: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly cursor?: string;
                readonly for_id?: string;
                readonly for_kind?: "order" | "top_up";
                readonly from?: string;
                readonly interface_id?: string;
                readonly limit?: number;
                readonly reference?: string;
                readonly sort?: "created_at" | "-created_at";
                readonly status?: "pending" | "success" | "failed" | "refunded";
                readonly to?: string;
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Payment"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPaymentsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Payment"] & {
                            readonly reversal: components["schemas"]["Reversal"];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminPaymentsIdAsk: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly problem: string | null;
                            /** @enum {string} */
                            readonly status: "pending" | "success" | "failed" | "refunded";
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminPaymentsIdConfirm: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description What really came in */
                    readonly amount: string;
                    /** @default  */
                    readonly note?: string;
                    /** @description The bank’s or gateway’s number of it */
                    readonly transaction: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly for_id: string;
                            /** @enum {string} */
                            readonly for_kind: "order" | "top_up";
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description payment_not_confirmable, transaction_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminPaymentsIdReversal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description Take back what its order brought; leave it; take the amount from the wallet
                     * @enum {string}
                     */
                    readonly decision: "take_back" | "keep" | "collect";
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description reversal_decided, insufficient_funds */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminPaymentsIdReverse: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Payment"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description payment_not_reversible */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPaymentsExport: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly for_id?: string;
                readonly for_kind?: "order" | "top_up";
                readonly from?: string;
                readonly interface_id?: string;
                readonly language?: "zh" | "en";
                readonly reference?: string;
                readonly sort?: "created_at" | "-created_at";
                readonly status?: "pending" | "success" | "failed" | "refunded";
                readonly to?: string;
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, account_id, username, interface_id, gateway, for_kind, for_id, title, amount, wallet_part, fee, refunded, reference, gateway_tx, status, problem, expires_at, next_ask_at, asks, paid_at, confirmed_by, note, created_at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPlans: {
        readonly parameters: {
            readonly query?: {
                readonly active?: "true" | "false";
                readonly cursor?: string;
                readonly cycle?: "monthly" | "quarterly" | "yearly" | "days";
                readonly kind?: "vip" | "codes" | "relay" | "server";
                readonly limit?: number;
                readonly product_id?: string;
                readonly sort?: "position" | "-position" | "updated_at" | "-updated_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly (components["schemas"]["Plan"] & {
                                readonly product_name: string;
                            })[];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminPlans: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default true */
                    readonly active?: boolean;
                    /** @default null */
                    readonly count?: number | null;
                    /** @enum {string} */
                    readonly cycle: "monthly" | "quarterly" | "yearly" | "days";
                    /** @default null */
                    readonly days?: number | null;
                    /** @default false */
                    readonly keeps_price?: boolean;
                    /** @default null */
                    readonly level?: number | null;
                    /** @default 0 */
                    readonly position?: number;
                    readonly price: string;
                    /** Format: uuid */
                    readonly product_id: string;
                    /** @default 0.00 */
                    readonly setup_fee?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Plan"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description plan_exists */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly deleteApiAdminPlansId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            /** @description False: it is in use, and was only made inactive */
                            readonly removed: boolean;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly patchApiAdminPlansId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly active?: boolean;
                    readonly count?: number | null;
                    /** @enum {string} */
                    readonly cycle?: "monthly" | "quarterly" | "yearly" | "days";
                    readonly days?: number | null;
                    readonly keeps_price?: boolean;
                    readonly level?: number | null;
                    readonly position?: number;
                    readonly price?: string;
                    readonly setup_fee?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Plan"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description plan_exists */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPlansExport: {
        readonly parameters: {
            readonly query?: {
                readonly active?: "true" | "false";
                readonly cycle?: "monthly" | "quarterly" | "yearly" | "days";
                readonly kind?: "vip" | "codes" | "relay" | "server";
                readonly language?: "zh" | "en";
                readonly product_id?: string;
                readonly sort?: "position" | "-position" | "updated_at" | "-updated_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, product_id, kind, cycle, days, price, setup_fee, price_per_month, level, count, keeps_price, position, active, created_at, updated_at, product_name */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPluginFiles: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly files: readonly components["schemas"]["PluginFile"][];
                            readonly folders: {
                                readonly folder: string;
                                readonly shipped: string;
                            };
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly postApiAdminPluginFilesScan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly files: readonly components["schemas"]["PluginFile"][];
                            readonly folders: {
                                readonly folder: string;
                                readonly shipped: string;
                            };
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly postApiAdminPluginScriptsCheck: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly source: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly exports: readonly string[] | null;
                            readonly manifest: components["schemas"]["PluginManifest"] & (Record<string, never> | null);
                            readonly problems: readonly components["schemas"]["ScriptProblem"][];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminPluginScriptsTest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description By field of the manifest, secrets too; null takes a value away
                     * @default {}
                     */
                    readonly config?: {
                        readonly [key: string]: string | number | boolean | null;
                    };
                    readonly hosts?: readonly string[];
                    readonly input?: unknown;
                    /**
                     * Format: uuid
                     * @description Its values hold where none are given
                     */
                    readonly interface_id?: string;
                    readonly method: string;
                    readonly plugin?: string;
                    /** @description Absent: the active version */
                    readonly source?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly logs: readonly string[];
                            readonly outcome: components["schemas"]["PluginOutcome"];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, script_refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description plugin_unknown, not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPluginVersions: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly page?: number;
                readonly page_size?: number;
                readonly plugin?: string;
                readonly sort?: "created_at" | "-created_at" | "plugin" | "-plugin";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["PluginVersion"][];
                            readonly next_cursor: string | null;
                            readonly total?: number;
                            readonly total_pages?: number;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPluginVersionsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["PluginScript"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminPluginVersionsIdActivate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["PluginVersion"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPluginVersionsExport: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
                readonly plugin?: string;
                readonly sort?: "created_at" | "-created_at" | "plugin" | "-plugin";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, plugin, version, kind, origin, name.en, name.zh, active, created_at, created_by */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPlugins: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly kind?: "notifier" | "gateway" | "upstream" | "provider";
                readonly limit?: number;
                readonly origin?: "shipped" | "folder" | "console";
                readonly page?: number;
                readonly page_size?: number;
                readonly query?: string;
                readonly sort?: "plugin" | "-plugin" | "kind" | "-kind" | "created_at" | "-created_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Plugin"][];
                            readonly next_cursor: string | null;
                            readonly total?: number;
                            readonly total_pages?: number;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminPlugins: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly source: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["PluginVersion"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, script_refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description plugin_exists */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPluginsPlugin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly plugin: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["PluginScript"] & {
                            readonly interfaces: number;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description plugin_unknown */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminPluginsPluginVersions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly plugin: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: uuid
                     * @description The version that was edited: refused unless it is active
                     */
                    readonly base_id: string;
                    readonly source: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["PluginVersion"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, script_refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description plugin_unknown */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description plugin_changed */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminPluginsExport: {
        readonly parameters: {
            readonly query?: {
                readonly kind?: "notifier" | "gateway" | "upstream" | "provider";
                readonly language?: "zh" | "en";
                readonly origin?: "shipped" | "folder" | "console";
                readonly query?: string;
                readonly sort?: "plugin" | "-plugin" | "kind" | "-kind" | "created_at" | "-created_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, plugin, version, kind, origin, name.en, name.zh, created_at, created_by, description.en, description.zh, interfaces */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminProductGroups: {
        readonly parameters: {
            readonly query?: {
                readonly active?: "true" | "false";
                readonly category_id?: string;
                readonly cursor?: string;
                readonly limit?: number;
                readonly query?: string;
                readonly sort?: "position" | "-position" | "name" | "-name" | "updated_at" | "-updated_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly (components["schemas"]["ProductGroup"] & {
                                readonly category_name: string;
                            })[];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminProductGroups: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default true */
                    readonly active?: boolean;
                    /** Format: uuid */
                    readonly category_id: string;
                    readonly name: string;
                    /** @default 0 */
                    readonly position?: number;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["ProductGroup"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description catalog_name_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly deleteApiAdminProductGroupsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            /** @description False: it is in use, and was only made inactive */
                            readonly removed: boolean;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly patchApiAdminProductGroupsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly active?: boolean;
                    /** Format: uuid */
                    readonly category_id?: string;
                    readonly name?: string;
                    readonly position?: number;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["ProductGroup"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description catalog_name_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminProductGroupsExport: {
        readonly parameters: {
            readonly query?: {
                readonly active?: "true" | "false";
                readonly category_id?: string;
                readonly language?: "zh" | "en";
                readonly query?: string;
                readonly sort?: "position" | "-position" | "name" | "-name" | "updated_at" | "-updated_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, category_id, name, position, active, created_at, updated_at, category_name */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminProducts: {
        readonly parameters: {
            readonly query?: {
                readonly active?: "true" | "false";
                readonly category_id?: string;
                readonly cursor?: string;
                readonly group_id?: string;
                readonly kind?: "vip" | "codes" | "relay" | "server";
                readonly limit?: number;
                readonly query?: string;
                readonly sort?: "name" | "-name" | "position" | "-position" | "created_at" | "-created_at" | "updated_at" | "-updated_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["ListedProduct"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminProducts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default true */
                    readonly active?: boolean;
                    /** @default null */
                    readonly cost?: string | null;
                    /** @default  */
                    readonly description?: string;
                    /** @default 30 */
                    readonly grace_days?: number;
                    /**
                     * Format: uuid
                     * @default null
                     */
                    readonly group_id?: string | null;
                    /**
                     * Format: uuid
                     * @default null
                     */
                    readonly interface_id?: string | null;
                    /** @enum {string} */
                    readonly kind: "codes" | "relay" | "server";
                    readonly name: string;
                    /** @default [] */
                    readonly options?: readonly {
                        readonly choices: readonly {
                            readonly key: string;
                            readonly label: string;
                            readonly price: string;
                        }[];
                        readonly key: string;
                        readonly label: string;
                    }[];
                    /** @default 0 */
                    readonly position?: number;
                    /** @default 0 */
                    readonly refund_days?: number;
                    /**
                     * @default none
                     * @enum {string}
                     */
                    readonly refund_policy?: "none" | "wallet" | "gateway";
                    /** @default {} */
                    readonly specs?: {
                        readonly [key: string]: string | number;
                    };
                    /** @default null */
                    readonly stock?: number | null;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Product"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description catalog_name_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminProductsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["ListedProduct"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly deleteApiAdminProductsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            /** @description False: it is in use, and was only made inactive */
                            readonly removed: boolean;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly patchApiAdminProductsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly active?: boolean;
                    readonly cost?: string | null;
                    readonly description?: string;
                    readonly devices?: number;
                    readonly grace_days?: number;
                    /** Format: uuid */
                    readonly group_id?: string | null;
                    /** Format: uuid */
                    readonly interface_id?: string | null;
                    readonly name?: string;
                    readonly options?: readonly {
                        readonly choices: readonly {
                            readonly key: string;
                            readonly label: string;
                            readonly price: string;
                        }[];
                        readonly key: string;
                        readonly label: string;
                    }[];
                    readonly position?: number;
                    readonly refund_days?: number;
                    /** @enum {string} */
                    readonly refund_policy?: "none" | "wallet" | "gateway";
                    readonly specs?: {
                        readonly [key: string]: string | number;
                    };
                    readonly stock?: number | null;
                    readonly stock_before?: number | null;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Product"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description catalog_name_taken, stock_changed */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminProductsExport: {
        readonly parameters: {
            readonly query?: {
                readonly active?: "true" | "false";
                readonly category_id?: string;
                readonly group_id?: string;
                readonly kind?: "vip" | "codes" | "relay" | "server";
                readonly language?: "zh" | "en";
                readonly query?: string;
                readonly sort?: "name" | "-name" | "position" | "-position" | "created_at" | "-created_at" | "updated_at" | "-updated_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, kind, name, devices, group_id, description, specs, options, interface_id, cost, stock, refund_policy, refund_days, grace_days, position, active, created_at, updated_at, group_name, category_name, plans */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminRechargeRecords: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly from?: number | null;
                readonly limit?: number;
                readonly operator?: string;
                readonly sort?: "created_at" | "-created_at";
                readonly to?: number | null;
                readonly user_id?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly {
                                readonly change_days: number;
                                readonly created_at: number;
                                readonly expire_after: number | null;
                                readonly expire_before: number | null;
                                readonly id: string;
                                readonly internal_note: string;
                                readonly operator: string | null;
                                readonly reason: string;
                                readonly user_id: string;
                                readonly username: string;
                            }[];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminRechargeRecordsIdUndo: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default  */
                    readonly internal_note?: string;
                    /** @default  */
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly expire_at: number | null;
                            readonly record: {
                                readonly change_days: number;
                                readonly created_at: number;
                                readonly expire_after: number | null;
                                readonly expire_before: number | null;
                                readonly id: string;
                                readonly internal_note: string;
                                readonly operator: string | null;
                                readonly reason: string;
                                readonly user_id: string;
                            };
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, lease_too_long */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description undo_too_late, already_undone */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminRechargeRecordsExport: {
        readonly parameters: {
            readonly query?: {
                readonly from?: number | null;
                readonly language?: "zh" | "en";
                readonly operator?: string;
                readonly sort?: "created_at" | "-created_at";
                readonly to?: number | null;
                readonly user_id?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One a line, with a header; audited */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminRefunds: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly for_id?: string;
                readonly limit?: number;
                readonly sort?: "created_at" | "-created_at";
                readonly status?: "wanted" | "sent" | "success" | "failed";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Refund"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminRefundsIdFinish: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description false: it failed, and the money is put into the wallet */
                    readonly done: boolean;
                    /** @default  */
                    readonly note?: string;
                    readonly transaction?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Refund"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description refund_ended */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminRefundsExport: {
        readonly parameters: {
            readonly query?: {
                readonly for_id?: string;
                readonly language?: "zh" | "en";
                readonly sort?: "created_at" | "-created_at";
                readonly status?: "wanted" | "sent" | "success" | "failed";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, payment_id, account_id, for_id, amount, status, gateway_refund, reason, problem, finished_by, created_at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminRenewals: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly auto?: "true" | "false";
                readonly cursor?: string;
                /** @description Whether the last try failed */
                readonly failed?: "true" | "false";
                readonly limit?: number;
                readonly sort?: "created_at" | "-created_at";
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["RenewalForStaff"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminRenewalsIdStop: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly auto: boolean;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminRenewalsExport: {
        readonly parameters: {
            readonly query?: {
                readonly account_id?: string;
                readonly auto?: "true" | "false";
                /** @description Whether the last try failed */
                readonly failed?: "true" | "false";
                readonly language?: "zh" | "en";
                readonly sort?: "created_at" | "-created_at";
                readonly username?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, account_id, username, plan_id, product, level, cycle, days, expires_at, auto, next_try_at, tries, tried_for, tried_at, problem, created_at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminReportsMoney: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["MoneyNow"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly getApiAdminReportsSales: {
        readonly parameters: {
            readonly query?: {
                readonly from?: string;
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["SalesReport"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminReportsSalesExport: {
        readonly parameters: {
            readonly query?: {
                readonly from?: string;
                readonly language?: "zh" | "en";
                readonly part?: "months" | "products" | "cells";
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description month, product_id, product_name, income, refunded, tax, fees, cost, losses, margin, earned, unearned */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Settings"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly patchApiAdminSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly brand?: {
                        readonly contact?: string | null;
                        readonly name_en?: string | null;
                        readonly name_zh?: string | null;
                    };
                    readonly invoices?: {
                        readonly billing?: string | null;
                        readonly credit_prefix?: string | null;
                        readonly due_days?: number | null;
                        readonly footer?: string | null;
                        readonly prefix?: string | null;
                        readonly seller_address?: string | null;
                        readonly seller_name?: string | null;
                        readonly seller_tax_id?: string | null;
                        readonly tax_mode?: string | null;
                        readonly tax_rate?: string | null;
                    };
                    readonly mail?: {
                        readonly from?: string | null;
                        readonly smtp_url?: string | null;
                    };
                    readonly orders?: {
                        readonly codes_valid_days?: number | null;
                        readonly unpaid_hours?: number | null;
                    };
                    readonly verification?: {
                        readonly cleanup_interval_secs?: number | null;
                        readonly heartbeat_interval_secs?: number | null;
                        readonly tolerance_secs?: number | null;
                    };
                    readonly wallet?: {
                        readonly top_up_least?: number | null;
                        readonly top_up_most?: number | null;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Settings"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminSoftware: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly query?: string;
                readonly sort?: "name" | "-name" | "required_vip_level" | "-required_vip_level" | "updated_at" | "-updated_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Software"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminSoftware: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    readonly required_vip_level: number;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly software: components["schemas"]["Software"];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description software_name_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly deleteApiAdminSoftwareId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly software: components["schemas"]["Software"];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly patchApiAdminSoftwareId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name?: string;
                    readonly required_vip_level?: number;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly software: components["schemas"]["Software"];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description software_name_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminSoftwareExport: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
                readonly query?: string;
                readonly sort?: "name" | "-name" | "required_vip_level" | "-required_vip_level" | "updated_at" | "-updated_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, name, required_vip_level, created_at, updated_at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminStaff: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly query?: string;
                readonly sort?: "created_at" | "-created_at" | "username" | "-username" | "last_login_at" | "-last_login_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Staff"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminStaff: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly password: string;
                    /** @enum {string} */
                    readonly role: "owner" | "admin" | "finance" | "support" | "auditor";
                    readonly username: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Staff"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description staff_username_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly patchApiAdminStaffId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly disabled?: boolean;
                    /** @enum {string} */
                    readonly role?: "owner" | "admin" | "finance" | "support" | "auditor";
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Staff"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description last_owner */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminStaffIdResetPassword: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly password: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly deleteApiAdminStaffIdTotp: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description totp_not_set_up */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminStaffExport: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
                readonly query?: string;
                readonly sort?: "created_at" | "-created_at" | "username" | "-username" | "last_login_at" | "-last_login_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, username, role, disabled, totp_enabled, created_at, last_login_at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminStatementGateways: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly {
                                readonly id: string;
                                readonly name: string;
                            }[];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly getApiAdminStatementRows: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly kind?: "missing_here" | "missing_there" | "amount" | "fee";
                readonly limit?: number;
                readonly run_id?: string;
                readonly sort?: "at" | "-at";
                readonly state?: "open" | "resolved" | "dismissed";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["StatementDifference"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminStatementRowsIdResolve: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default  */
                    readonly note?: string;
                    /** @enum {string} */
                    readonly resolution: "ask" | "confirm" | "note_fee" | "dismiss";
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["StatementDifference"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description statement_row_resolved, statement_action_unfit, payment_not_confirmable, transaction_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminStatementRowsExport: {
        readonly parameters: {
            readonly query?: {
                readonly kind?: "missing_here" | "missing_there" | "amount" | "fee";
                readonly language?: "zh" | "en";
                readonly run_id?: string;
                readonly sort?: "at" | "-at";
                readonly state?: "open" | "resolved" | "dismissed";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, run_id, kind, state, payment_id, reference, gateway_tx, at, amount_there, amount_here, fee_there, fee_here, ways, resolution, note, resolved_by, resolved_at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminStatements: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly interface_id?: string;
                readonly limit?: number;
                readonly sort?: "created_at" | "-created_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["StatementRun"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminStatements: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The file, in base64: CSV in UTF-8 or GBK, at most 6 MB */
                    readonly content: string;
                    readonly file_name: string;
                    /** Format: uuid */
                    readonly interface_id: string;
                    readonly mapping: components["schemas"]["StatementMapping"];
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["StatementRun"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, statement_unreadable, statement_too_long, statement_columns_missing, statement_empty */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description unknown_gateway */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminStatementsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["StatementRun"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminStatementsExport: {
        readonly parameters: {
            readonly query?: {
                readonly interface_id?: string;
                readonly language?: "zh" | "en";
                readonly sort?: "created_at" | "-created_at";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description id, interface_id, gateway, file_name, from, to, lines, skipped, matched, differences, open, created_by, created_at */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminStatementsPreview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The file, in base64: CSV in UTF-8 or GBK, at most 6 MB */
                    readonly content: string;
                    /** Format: uuid */
                    readonly interface_id: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["StatementPreview"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, statement_unreadable, statement_too_long */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description unknown_gateway */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminUsers: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly name?: string;
                readonly query?: string;
                readonly sort?: "username" | "-username" | "created_at" | "-created_at" | "expire_at" | "-expire_at";
                readonly state?: "active" | "within_3d" | "within_7d" | "expired" | "never";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly {
                                readonly created_at: number;
                                readonly days_left: number;
                                readonly expire_at: number | null;
                                readonly id: string;
                                /** @enum {string} */
                                readonly link: "none" | "showable" | "replace_only";
                                readonly note: string;
                                readonly username: string;
                            }[];
                            readonly next_cursor: string | null;
                            readonly total: number;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminUsers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default 0 */
                    readonly days?: number;
                    /** @default  */
                    readonly note?: string;
                    readonly username: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly status_url: string;
                            readonly token: string;
                            readonly user: {
                                readonly days_left: number;
                                readonly expire_at: number | null;
                                readonly id: string;
                                readonly username: string;
                            };
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description link_not_kept */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly patchApiAdminUsersId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note?: string;
                    readonly username?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly created_at: number;
                            readonly days_left: number;
                            readonly expire_at: number | null;
                            readonly id: string;
                            /** @enum {string} */
                            readonly link: "none" | "showable" | "replace_only";
                            readonly note: string;
                            readonly username: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminUsersIdRecharge: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly change_days: number;
                    /** @default  */
                    readonly internal_note?: string;
                    /** @default  */
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly expire_at: number | null;
                            readonly record: {
                                readonly change_days: number;
                                readonly created_at: number;
                                readonly expire_after: number | null;
                                readonly expire_before: number | null;
                                readonly id: string;
                                readonly internal_note: string;
                                readonly operator: string | null;
                                readonly reason: string;
                                readonly user_id: string;
                            };
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, lease_too_long */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminUsersIdResetToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly status_url: string;
                            readonly token: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAdminUsersIdRevealLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly status_url: string;
                            readonly token: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description link_not_kept */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiAdminUsersExport: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
                readonly name?: string;
                readonly query?: string;
                readonly sort?: "username" | "-username" | "created_at" | "-created_at" | "expire_at" | "-expire_at";
                readonly state?: "active" | "within_3d" | "within_7d" | "expired" | "never";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One a line, with a header; audited */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAuthEmailUndo: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly password: string;
                    readonly token: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, undo_link_wrong */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description email_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description rate_limited */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAuthEmailVerify: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code: string;
                    readonly login: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, mail_code_wrong */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description email_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description rate_limited */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAuthEmailVerifyRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly login: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAuthLogin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly hardware_code: string;
                    readonly nonce?: string;
                    readonly password: string;
                    readonly software_version: string;
                    /** @description Minutes between heartbeats */
                    readonly status_interval?: number;
                    readonly username: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly heartbeat_interval: number;
                            readonly session_token: string;
                            readonly signed: string;
                            readonly token: string;
                            readonly user: {
                                readonly id: string;
                                readonly username: string;
                            };
                            readonly vip_expires_at: string | null;
                            readonly vip_level: number;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invalid_credentials */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description account_disabled, email_unverified */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description rate_limited */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAuthLogout: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly postApiAuthPasswordForgot: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly login: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAuthPasswordReset: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code: string;
                    readonly login: string;
                    readonly password: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, mail_code_wrong */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description rate_limited */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiAuthRegister: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly email?: string;
                    readonly password: string;
                    readonly username: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly user: {
                                readonly id: string;
                                readonly username: string;
                            };
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description username_taken */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiGateways: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly {
                                readonly id: string;
                                readonly name: string;
                            }[];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly postApiHeartbeat: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly nonce?: string;
                    readonly session_token: string;
                    readonly status?: {
                        readonly [key: string]: unknown;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly heartbeat_interval: number;
                            readonly signed: string;
                            readonly token?: string;
                            readonly vip_expires_at: string | null;
                            readonly vip_level: number;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description session_replaced, session_expired, session_ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description account_disabled */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiInvoices: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly {
                                readonly created_at: string;
                                readonly currency: string;
                                readonly due_at: string | null;
                                readonly id: string;
                                readonly issued_at: string | null;
                                /** @enum {string} */
                                readonly kind: "invoice" | "credit_note";
                                /** @description Negative in a credit note */
                                readonly net: string;
                                /** @description As printed; null: a draft */
                                readonly number: string | null;
                                /** @description Negative in a credit note */
                                readonly paid_amount: string;
                                readonly paid_at: string | null;
                                /** @enum {string} */
                                readonly status: "draft" | "issued" | "paid" | "overdue" | "cancelled";
                                /** @description Negative in a credit note */
                                readonly tax: string;
                                /** @description Negative in a credit note */
                                readonly total: string;
                            }[];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiInvoicesId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly buyer: {
                                readonly address?: string;
                                readonly email?: string;
                                readonly footer?: string;
                                readonly name: string;
                                readonly tax_id?: string;
                            };
                            readonly created_at: string;
                            readonly currency: string;
                            readonly due_at: string | null;
                            readonly id: string;
                            /** @description Whether the amounts of the items include the tax */
                            readonly inclusive: boolean;
                            readonly issued_at: string | null;
                            readonly items: readonly {
                                /** @description Negative in a credit note */
                                readonly amount: string;
                                readonly quantity: number;
                                /** @description Negative in a credit note */
                                readonly tax: string;
                                readonly tax_rate: string;
                                readonly text: string;
                            }[];
                            /** @enum {string} */
                            readonly kind: "invoice" | "credit_note";
                            /** @enum {string} */
                            readonly language: "zh" | "en";
                            /** @description Negative in a credit note */
                            readonly net: string;
                            /** @description As printed; null: a draft */
                            readonly number: string | null;
                            /** @description The invoice that a credit note takes back */
                            readonly of_id: string | null;
                            readonly of_number: string | null;
                            /** @description Negative in a credit note */
                            readonly paid_amount: string;
                            readonly paid_at: string | null;
                            readonly period_end: string | null;
                            readonly period_start: string | null;
                            readonly seller: {
                                readonly address?: string;
                                readonly email?: string;
                                readonly footer?: string;
                                readonly name: string;
                                readonly tax_id?: string;
                            } | null;
                            /** @enum {string} */
                            readonly status: "draft" | "issued" | "paid" | "overdue" | "cancelled";
                            /** @description Negative in a credit note */
                            readonly tax: string;
                            /** @description Negative in a credit note */
                            readonly total: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invoice_not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiInvoicesIdHtml: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description In the language of the invoice */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invoice_not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiInvoicesIdPdf: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description In the language of the invoice */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invoice_not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiLeases: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Lease"][];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly patchApiLeasesIdRenewal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly auto: boolean;
                    /**
                     * Format: uuid
                     * @description Absent: the plan that was paid last
                     */
                    readonly plan_id?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Renewal"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description lease_closed, plan_not_offered, plan_not_of_lease */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiOrders: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Order"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiOrders: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The code of a coupon, as it was typed */
                    readonly coupon?: string;
                    /** @description Refused with price_changed when it is another one */
                    readonly expected_total?: string;
                    /**
                     * Format: uuid
                     * @description One’s own lease: a plan of its level renews it, another level takes its place
                     */
                    readonly lease_id?: string;
                    /** Format: uuid */
                    readonly plan_id: string;
                    /** @default 1 */
                    readonly quantity?: number;
                    /** @default {} */
                    readonly specs?: {
                        readonly [key: string]: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Order"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description plan_not_offered, coupon_unusable, plan_not_of_lease, lease_closed, lease_has_open_order, already_renewed, price_changed, out_of_stock */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description rate_limited, too_many_unpaid */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiOrdersId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly order: components["schemas"]["Order"];
                            readonly payment: components["schemas"]["BegunPayment"];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiOrdersIdCancel: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Order"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description order_not_cancellable */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiOrdersIdCodes: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            /** @description What each code brings, and until when; null: they are not issued yet */
                            readonly batch: {
                                readonly count: number;
                                readonly days: number | null;
                                readonly expires_at: string;
                                /** @description Of a code worth time */
                                readonly level: number | null;
                                readonly revoked: number;
                                readonly used: number;
                                /** @description What a code worth money puts into the wallet */
                                readonly value: string | null;
                                /** @enum {string} */
                                readonly worth: "time" | "money";
                            } | null;
                            readonly items: readonly components["schemas"]["OwnCode"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiOrdersIdCodesExport: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description code, level, days, status, expires_at, used_at, value */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiOrdersIdPay: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description `wallet`, or the id of a gateway */
                    readonly gateway: "wallet" | string;
                    /**
                     * @description The wallet first, the gateway for the rest
                     * @default false
                     */
                    readonly use_wallet?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly order: components["schemas"]["Order"];
                            readonly payment: components["schemas"]["BegunPayment"];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found, unknown_gateway */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description order_not_payable, price_changed, insufficient_funds */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description gateway_unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiOrdersIdRefund: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly amount: string;
                            readonly until: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiOrdersIdRefund: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description As it was shown; it holds for ten minutes */
                    readonly amount: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Order"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description refund_not_offered */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiOrdersQuote: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The code of a coupon, as it was typed */
                    readonly coupon?: string;
                    /** @description Refused with price_changed when it is another one */
                    readonly expected_total?: string;
                    /**
                     * Format: uuid
                     * @description One’s own lease: a plan of its level renews it, another level takes its place
                     */
                    readonly lease_id?: string;
                    /** Format: uuid */
                    readonly plan_id: string;
                    /** @default 1 */
                    readonly quantity?: number;
                    /** @default {} */
                    readonly specs?: {
                        readonly [key: string]: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Quote"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description plan_not_offered, plan_not_of_lease, lease_closed, coupon_unusable */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description rate_limited */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiPayIdNotice: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the gateway expects */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            /** @description validation_failed, notice_refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description unknown_gateway */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiPayIdNotice: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the gateway expects */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            /** @description validation_failed, notice_refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description unknown_gateway */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiPortalLogin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly password: string;
                    readonly username: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly user: {
                                readonly id: string;
                                readonly username: string;
                            };
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invalid_credentials */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description account_disabled, email_unverified */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description rate_limited */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly postApiRecharge: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly card_code: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            /** @description Only of a code worth money, which adds no days: put into the wallet */
                            readonly added_amount?: string;
                            readonly added_days: number;
                            readonly level: number;
                            readonly vip_expires_at: string | null;
                            readonly vip_level: number;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description code_unknown */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description code_used, code_expired, code_revoked */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description rate_limited */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiRechargeLogs: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["LeaseEntry"][];
                            readonly next_cursor: string | null;
                            readonly total_spent: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiShop: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly categories: readonly components["schemas"]["ShopCategory"][];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly getApiSoftware: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Software"][];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly getApiSoftwareIdAccess: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly allowed: boolean;
                            readonly reason: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiStatus: {
        readonly parameters: {
            readonly query?: {
                readonly t?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly days_left: number;
                            readonly expire_at: number | null;
                            readonly history: readonly {
                                readonly change_days: number;
                                readonly created_at: number;
                                readonly expire_after: number | null;
                                readonly reason: string;
                            }[];
                            readonly server_time: number;
                            readonly username: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiStatusToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly token: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly days_left: number;
                            readonly expire_at: number | null;
                            readonly history: readonly {
                                readonly change_days: number;
                                readonly created_at: number;
                                readonly expire_after: number | null;
                                readonly reason: string;
                            }[];
                            readonly server_time: number;
                            readonly username: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiUsersMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Me"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly patchApiUsersMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly display_name?: string | null;
                    readonly email?: string | null;
                    readonly old_password?: string;
                    readonly password?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Me"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description invalid_credentials */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description rate_limited */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiUsersMeSessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Session"][];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly deleteApiUsersMeSessionsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: Record<string, never>;
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiUsersSoftware: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["Software"][];
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly getApiWallet: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["Wallet"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly getApiWalletMovements: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly from?: string;
                readonly limit?: number;
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly items: readonly components["schemas"]["WalletMovement"][];
                            readonly next_cursor: string | null;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiWalletStatement: {
        readonly parameters: {
            readonly query?: {
                readonly from?: string;
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["WalletStatement"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiWalletStatementExport: {
        readonly parameters: {
            readonly query?: {
                readonly from?: string;
                readonly language?: "zh" | "en";
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description at, type, amount, balance_before, balance_after, note */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiWalletTopUps: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: {
                            readonly least: string;
                            readonly most: string;
                        };
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
        };
    };
    readonly postApiWalletTopUps: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and body get the same answer; the same key and another body get 409 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly amount: string;
                    /** Format: uuid */
                    readonly gateway: string;
                };
            };
        };
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["BegunPayment"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed, top_up_amount */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description unknown_gateway */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description gateway_unavailable */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getApiWalletTopUpsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {number} */
                        readonly code: 0;
                        readonly data: components["schemas"]["BegunPayment"];
                        readonly message: string;
                        readonly requestId: string;
                    };
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly getStatusToken: {
        readonly parameters: {
            readonly query?: {
                readonly lang?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly token: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The page; a wrong link’s says so with 404 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
            /** @description validation_failed */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
            /** @description not_found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
}
/** What a route may demand of a staff member's role. */
export type StaffPermission =
    | "accounts.read"
    | "accounts.write"
    | "alerts.manage"
    | "alerts.read"
    | "audit.read"
    | "catalog.edit"
    | "catalog.read"
    | "codes.export"
    | "codes.issue"
    | "codes.read"
    | "codes.reveal"
    | "codes.revoke"
    | "coupons.edit"
    | "coupons.read"
    | "health.read"
    | "invoices.manage"
    | "invoices.read"
    | "jobs.retry"
    | "leases.grant"
    | "ledger.adjust"
    | "ledger.read"
    | "logs.read"
    | "notices.manage"
    | "orders.cancel"
    | "orders.read"
    | "orders.refund"
    | "payments.confirm"
    | "payments.read"
    | "plugins.edit"
    | "plugins.read"
    | "reports.read"
    | "sessions.end"
    | "sessions.read"
    | "settings.manage"
    | "software.write"
    | "staff.manage"
    | "staff.read"
    | "statements.match"
    | "statements.read"
    | "status.read"
    | "status.recharge"
    | "status.reveal"
    | "status.write";
