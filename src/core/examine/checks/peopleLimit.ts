import { formatCount } from '../../text/formatCount';

/**
 * Different people that a rule keeps in mind, so that memory stays bounded: as many as the service takes in a day with
 * its larger quota (6,000 calls of 50 operations). Source: Microsoft Entra, API-driven inbound provisioning, concepts.
 */
export const MAX_PEOPLE = 300_000;

/** The note about a comparison that stopped there. */
export const AFTER_LIMIT = ` Only the first ${formatCount(MAX_PEOPLE)} people were compared.`;
