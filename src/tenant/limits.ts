/** Limits of the service and our own, in one place. */

/**
 * bulkUpload accepts 40 calls in any 5 seconds and answers the 41st with 429. Source: Entra, inbound provisioning
 * concepts and troubleshooting. An older Graph page gives 40 a second.
 */
export const UPLOAD_WINDOW = { calls: 40, ms: 5000 } as const;

/**
 * Calls of bulkUpload in 24 hours with Entra ID P1 or P2; 6,000 with Entra ID Governance. Source: Entra, inbound
 * provisioning concepts.
 */
export const UPLOADS_PER_DAY = 2000;

/** Maximum calls of bulkUpload a second; users may choose fewer. */
export const UPLOADS_PER_SECOND = (UPLOAD_WINDOW.calls * 1000) / UPLOAD_WINDOW.ms;

/** Maximum concurrent requests, used when sequential requests are slower than the pace. */
export const MAX_IN_FLIGHT = 8;

/** Maximum requests for one batch if requests are lost or not sent. */
export const MAX_ATTEMPTS = 5;

/**
 * Milliseconds between two reads of the log. The service permits 5 in 10 s. Source: Microsoft Graph, throttling limits.
 */
export const LOG_READ_SPACING = 3000;

/** Maximum pages of the log that one read follows. */
export const MAX_LOG_PAGES = 2000;

/** Maximum pages of a list of users, with 999 users each. */
export const MAX_USER_PAGES = 2000;

/** Maximum pages of a list of applications or jobs, with 999 items each. */
export const MAX_DISCOVERY_PAGES = 50;

/** Maximum bytes of an answer to read, after decompression. */
export const MAX_UPLOAD_ANSWER = 1024 * 1024;
export const MAX_LOG_ANSWER = 8 * 1024 * 1024;
export const MAX_JOB_ANSWER = 1024 * 1024;
export const MAX_SCHEMA_ANSWER = 10 * 1024 * 1024;

/** Milliseconds in which a sandbox must prove itself: it runs on this machine but may be busy. */
export const PROOF_TIMEOUT = 10_000;

/**
 * Timeouts of an attempt in milliseconds: for connecting, from the start to the answer's headers, for its body, and in
 * total. They apply to every call, including sign-in.
 */
export const ATTEMPT_TIMEOUTS = { connect: 10_000, headers: 60_000, body: 30_000, attempt: 120_000 } as const;

/** Milliseconds that an upload waits for a token, because a person may have to sign in again. */
export const TOKEN_TIMEOUT = 300_000;
