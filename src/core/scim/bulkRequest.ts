import type { JsonObject } from '../json/jsonValue';
import { isJsonObject, member, stringMember } from '../json/jsonValue';
import { readBoundedJson } from '../json/readBoundedJson';
import { BULK_REQUEST_URN } from './urns';

/**
 * `bulkUpload` takes at most 50 operations a request.
 * Source: Microsoft Graph, resource type bulkUpload (synchronization-bulkupload), read 2026-11.
 */
export const MAX_OPERATIONS = 50;

/** The only media type that `bulkUpload` accepts; anything else is answered with 400. Source as above. */
export const SCIM_MEDIA_TYPE = 'application/scim+json';

/** One operation of a bulk request, as `bulkUpload` wants it: the service itself decides between create and update. */
interface BulkOperation {
  readonly method: 'POST';
  readonly bulkId: string;
  readonly path: '/Users';
  readonly data: JsonObject;
}

interface BulkRequest {
  readonly schemas: readonly [typeof BULK_REQUEST_URN];
  readonly Operations: readonly BulkOperation[];
  readonly failOnErrors: null;
}

/**
 * The text of one operation. `data` is the JSON text of the resource, put in as it is: the same record gives the same
 * bytes wherever it is sent from.
 */
export function writeOperation(bulkId: string, data: string): string {
  return `{"method":"POST","bulkId":${JSON.stringify(bulkId)},"path":"/Users","data":${data}}`;
}

/** The text of one bulk request, from the texts of 1 to {@link MAX_OPERATIONS} operations. */
export function writeBulkRequest(operations: readonly string[]): string {
  return `{"schemas":["${BULK_REQUEST_URN}"],"Operations":[${operations.join(',')}],"failOnErrors":null}`;
}

/** What came of reading a request's body: the request, or one sentence on what breaks the contract. */
export type BulkRequestReading = { readonly request: BulkRequest } | { readonly refusal: string };

/**
 * Reads a body as `bulkUpload` does: the envelope's contract only. What is inside `data` is judged later, record by
 * record, and shows up in the provisioning log.
 */
export function readBulkRequest(text: string): BulkRequestReading {
  const json = readBoundedJson(text);
  if ('refusal' in json) return { refusal: `The body is ${json.refusal}` };
  const schemas = member(json.value, 'schemas');
  if (!Array.isArray(schemas) || schemas.length !== 1 || schemas[0] !== BULK_REQUEST_URN) {
    return { refusal: `"schemas" must be ["${BULK_REQUEST_URN}"].` };
  }
  const operations = member(json.value, 'Operations');
  if (!Array.isArray(operations) || operations.length === 0)
    return { refusal: '"Operations" must be a list that is not empty.' };
  if (operations.length > MAX_OPERATIONS) {
    return { refusal: `"Operations" holds ${operations.length} operations; at most ${MAX_OPERATIONS} are taken.` };
  }
  const read: BulkOperation[] = [];
  for (const [index, operation] of operations.entries()) {
    const refusal = refuseOperation(operation);
    if (refusal !== undefined) return { refusal: `Operations[${index}]: ${refusal}` };
    read.push({
      method: 'POST',
      bulkId: stringMember(operation, 'bulkId') ?? '',
      path: '/Users',
      data: member(operation, 'data') as JsonObject,
    });
  }
  return { request: { schemas: [BULK_REQUEST_URN], Operations: read, failOnErrors: null } };
}

function refuseOperation(operation: unknown): string | undefined {
  if (!isJsonObject(operation)) return 'an operation must be an object.';
  if (stringMember(operation, 'method') !== 'POST') return '"method" must be "POST".';
  // Microsoft's own samples write "/users" too, and are taken.
  if (stringMember(operation, 'path')?.toLowerCase() !== '/users') return '"path" must be "/Users".';
  const bulkId = stringMember(operation, 'bulkId');
  if (bulkId === undefined || bulkId === '') return '"bulkId" must be a text that is not empty.';
  if (!isJsonObject(member(operation, 'data'))) return '"data" must be an object.';
  return undefined;
}
