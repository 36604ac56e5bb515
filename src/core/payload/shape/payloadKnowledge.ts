import type { SchemaDefinition } from '../../scim/schema';

/** What is known besides the text of a payload. */
export interface PayloadKnowledge {
  /** Schemas besides User and Enterprise User: those of the mapping, which are partial, or of the job. */
  readonly schemas?: readonly SchemaDefinition[];
}
