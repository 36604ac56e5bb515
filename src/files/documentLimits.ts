import { jsonLimits } from '../core/json/jsonLimits';

const MIB = 1024 * 1024;

/** Maximum bytes of a file, by kind of document. */
export const documentLimits = {
  mapping: 10 * MIB,
  /** A character of JSON has at most three bytes. */
  json: 3 * jsonLimits.text,
  /** Mappings of other tools. */
  import: 10 * MIB,
  /** The accounts of a whole tenant. */
  users: 256 * MIB,
  connection: MIB,
  /** The limits of guards. */
  limits: MIB,
} as const;
