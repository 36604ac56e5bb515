import { createHash } from 'node:crypto';

/** One operation of a bulk request. */
export interface OperationIn {
  /** The matching id. */
  readonly id: string;
  /** SHA-256 of a request of it alone, in hexadecimal. */
  readonly hash: string;
}

/** The operations of a bulk request, in order. Cut without the product's own code: none of a body that is anything more than that. */
export function operationsIn(body: string): readonly OperationIn[] {
  const request = JSON.parse(body) as { readonly Operations?: readonly { readonly data: { externalId: string } }[] };
  const { Operations = [] } = request;
  if (JSON.stringify(request) !== body) return [];
  return Operations.map((operation) => ({
    id: operation.data.externalId,
    hash: createHash('sha256')
      .update(JSON.stringify({ ...request, Operations: [operation] }))
      .digest('hex'),
  }));
}
