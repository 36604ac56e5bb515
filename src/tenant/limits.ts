/** Limits of the service and our own, in one place. */

/**
 * 40 calls of bulkUpload in any 5 seconds are accepted, the 41st is answered 429. Source: Entra, inbound provisioning
 * concepts and troubleshooting; an older Graph page says 40 a second.
 */
export const UPLOAD_WINDOW = { calls: 40, ms: 5000 } as const;

/** Calls of bulkUpload in 24 hours with Entra ID P1 or P2; 6,000 with Entra ID Governance. Source: Entra, inbound provisioning concepts. */
export const UPLOADS_PER_DAY = 2000;

/** Maximum calls of bulkUpload a second: a person may choose fewer. */
export const UPLOADS_PER_SECOND = (UPLOAD_WINDOW.calls * 1000) / UPLOAD_WINDOW.ms;

/** Maximum requests under way, if one after the other is slower than the pace. */
export const MAX_IN_FLIGHT = 8;

/** Maximum requests for one batch, if each is lost or not sent. */
export const MAX_ATTEMPTS = 5;

/** Milliseconds between two reads of the log. The service takes 5 in 10 s. Source: Microsoft Graph, throttling limits. */
export const LOG_READ_SPACING = 3000;

/** A longer log is not read to its end. */
export const MAX_LOG_PAGES = 2000;

/** A longer list of users, 999 a page, is not read to its end. */
export const MAX_USER_PAGES = 2000;

/** A longer list of applications or jobs, 999 a page, is not read to its end. */
export const MAX_DISCOVERY_PAGES = 50;

/** Maximum bytes of an answer, decompressed, that are read. */
export const MAX_UPLOAD_ANSWER = 1024 * 1024;
export const MAX_LOG_ANSWER = 8 * 1024 * 1024;
export const MAX_JOB_ANSWER = 1024 * 1024;
export const MAX_SCHEMA_ANSWER = 10 * 1024 * 1024;

/** Milliseconds in which a sandbox must prove that it is one: it is on this machine, and may be busy. */
export const PROOF_TIMEOUT = 10_000;

/**
 * Milliseconds that one attempt may take: to connect, from its beginning to the head of the answer, for the answer's
 * body, and in total. Every call has these, including signing in.
 */
export const ATTEMPT_TIMEOUTS = { connect: 10_000, headers: 60_000, body: 30_000, attempt: 120_000 } as const;

/** Milliseconds that an upload waits for a token: a person may have to sign in again. */
export const TOKEN_TIMEOUT = 300_000;
