/** Limits of the service and our own, in one place. */

/**
 * 40 calls of bulkUpload in any 5 seconds are taken, the 41st is answered 429.
 * Source: Entra, inbound provisioning concepts and troubleshooting; an older Graph page says 40 a second.
 */
export const UPLOAD_WINDOW = { calls: 40, ms: 5000 } as const;

/** Calls of bulkUpload in 24 hours with Entra ID P1 or P2; 6,000 with Entra ID Governance. Source: Entra, inbound provisioning concepts. */
export const UPLOADS_PER_DAY = 2000;

/** Calls of bulkUpload a second at most: a person may ask for fewer. */
export const UPLOADS_PER_SECOND = (UPLOAD_WINDOW.calls * 1000) / UPLOAD_WINDOW.ms;

/** Requests under way at most, where one after the other is slower than the pace. */
export const MAX_IN_FLIGHT = 8;

/** Requests that are made of one batch, where each is lost or kept from being sent. */
export const MAX_ATTEMPTS = 5;

/** Milliseconds between two reads of the log. The service takes 5 in 10 s. Source: Microsoft Graph, throttling limits. */
export const LOG_READ_SPACING = 3000;

/** A log that goes on for longer is not read to its end. */
export const MAX_LOG_PAGES = 2000;

/** A list of users that goes on for longer, of 999 each, is not read to its end. */
export const MAX_USER_PAGES = 2000;

/** A list of applications or jobs that goes on for longer, of 999 each, is not read to its end. */
export const MAX_DISCOVERY_PAGES = 50;

/** Bytes of an answer, unpacked, that are read at most. */
export const MAX_UPLOAD_ANSWER = 1024 * 1024;
export const MAX_LOG_ANSWER = 8 * 1024 * 1024;
export const MAX_JOB_ANSWER = 1024 * 1024;
export const MAX_SCHEMA_ANSWER = 10 * 1024 * 1024;

/** Milliseconds in which a sandbox must prove that it is one: it is on this machine, and may be busy. */
export const PROOF_TIMEOUT = 10_000;

/**
 * Milliseconds that one attempt may take: to connect, from its beginning to the head of the answer, for the answer's body, and in all.
 * Every call has these, signing in included.
 */
export const ATTEMPT_TIMEOUTS = { connect: 10_000, headers: 60_000, body: 30_000, attempt: 120_000 } as const;

/** Milliseconds that an upload waits for a token: a person may have to sign in anew. */
export const TOKEN_TIMEOUT = 300_000;
