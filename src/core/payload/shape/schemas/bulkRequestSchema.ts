import { BULK_REQUEST_URN } from '../../../scim/urns';
import type { PayloadKnowledge } from '../payloadKnowledge';
import type { JsonSchema } from './jsonSchema';
import { DRAFT_7, userShape } from './userSchema';

/**
 * A JSON Schema (draft 7) of a bulk request for bulkUpload: RFC 7644, section 3.7, narrowed by Entra's documentation.
 */
export function bulkRequestSchema(knowledge: PayloadKnowledge): JsonSchema {
  return {
    $schema: DRAFT_7,
    ...envelopeSchema({ ...operationSchema(userShape(knowledge)), defaultSnippets: [operationSnippet] }),
  };
}

/** The schema of a request, given that of its operations. */
export function envelopeSchema(operation: JsonSchema): JsonSchema {
  return {
    title: 'Bulk request',
    description: 'Up to 50 operations for bulkUpload, one for each person.',
    type: 'object',
    properties: {
      schemas: {
        title: 'schemas',
        description: 'What this message is: a SCIM bulk request.',
        type: 'array',
        items: { type: 'string', enum: [BULK_REQUEST_URN] },
        defaultSnippets: [{ label: 'BulkRequest', body: [BULK_REQUEST_URN] }],
      },
      Operations: {
        title: 'Operations',
        description: 'At most 50, one for each person (Entra). Entra itself decides between create and update.',
        type: 'array',
        items: operation,
      },
      failOnErrors: {
        title: 'failOnErrors',
        description:
          'The number of errors before stopping (RFC 7644). Entra does not document it; its samples send null.',
        type: ['null', 'integer'],
      },
    },
    additionalProperties: false,
    required: ['schemas', 'Operations'],
  };
}

/** The schema of an operation, given that of its resource. */
export function operationSchema(resource: JsonSchema): JsonSchema {
  return {
    title: 'Operation',
    description: 'What to do with one person.',
    type: 'object',
    properties: {
      method: {
        title: 'method',
        description: 'POST, always: Entra itself decides between create and update.',
        type: 'string',
        enum: ['POST'],
      },
      bulkId: {
        title: 'bulkId',
        description: 'Identifies the operation within the request (RFC 7644), for example the employee number.',
        type: 'string',
      },
      path: { title: 'path', description: '/Users, always (Entra).', type: 'string', enum: ['/Users'] },
      data: { ...resource, title: 'data' },
    },
    additionalProperties: false,
    required: ['method', 'bulkId', 'path', 'data'],
  };
}

const operationSnippet = {
  label: 'operation',
  body: { method: 'POST', bulkId: '$1', path: '/Users', data: { $2: '' } },
};
