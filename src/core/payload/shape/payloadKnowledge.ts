import type { SchemaDefinition } from '../../scim/schema';

/** Knowledge for checking a payload, besides its text. */
export interface PayloadKnowledge {
  /** Schemas other than User and Enterprise User: those of the mapping, which are incomplete, or of the job. */
  readonly schemas?: readonly SchemaDefinition[];
}
