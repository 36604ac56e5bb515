import { formatCount } from '../../text/formatCount';

/**
 * Maximum number of distinct people that a rule keeps in memory: as many as the service accepts in a day with its
 * larger quota (6,000 calls of 50 operations). Source: Microsoft Entra, API-driven inbound provisioning, concepts.
 */
export const MAX_PEOPLE = 300_000;

/** The note on a comparison that stopped at the limit. */
export const AFTER_LIMIT = ` Only the first ${formatCount(MAX_PEOPLE)} people were compared.`;
