import { jsonLimits } from '../core/json/jsonLimits';

const MIB = 1024 * 1024;

/** Maximum bytes of a file of each kind of document. */
export const documentLimits = {
  mapping: 10 * MIB,
  /** A character of JSON takes at most three bytes here. */
  json: 3 * jsonLimits.text,
  /** Mappings of other tools. */
  import: 10 * MIB,
  /** The accounts of a whole tenant. */
  users: 256 * MIB,
  connection: MIB,
  /** The limits of guards. */
  limits: MIB,
} as const;
