import { operations, payloadCases, requestText, whole } from '../payload/payloadCases';

/** The text of a bulk request with the members of an example in it; of what is a document itself, that document. */
export function payloadWithExample(code: string, example: string): string {
  if (/^(?:\{|"\{)/.test(example)) return example;
  const of = payloadCases[code]?.of ?? 'resource';
  // What lacks a member must not be given it
  const without = code === 'payload.missing-member' && !example.includes('bulkId') ? '-bulkId\n' : '';
  return requestText(of, without + (of === 'request' ? withWholeOperations(example) : example));
}

/** Operations in an example are as short as `{ "bulkId": "1" }`, or a number of them. */
function withWholeOperations(example: string): string {
  const count = /^"Operations": \[ (\d+) operations \]$/.exec(example)?.[1];
  if (count !== undefined) return operations(Number(count));
  const { Operations: own } = JSON.parse(`{${example}}`) as { readonly Operations?: readonly ShortOperation[] };
  if (own === undefined) return example;
  const texts = own.map(({ data = {}, ...operation }) =>
    whole('operation', membersOf(operation), [`"data": ${whole('resource', membersOf(data))}`]),
  );
  return `"Operations": [${texts.join(',')}]`;
}

interface ShortOperation {
  readonly data?: object;
}

const membersOf = (value: object) => JSON.stringify(value).slice(1, -1);
