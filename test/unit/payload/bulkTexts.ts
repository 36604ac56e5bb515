import { BULK_REQUEST_URN, CORE_USER_URN } from '../../../src/core/scim/urns';

/** The text of one operation of a bulk request, laid out with an indent or, with none, in one line. */
export function operationText(index: number, indent = 2): string {
  const operation = {
    method: 'POST',
    bulkId: `b${index}`,
    path: '/Users',
    data: {
      schemas: [CORE_USER_URN],
      externalId: String(700_000 + index),
      userName: `user${index}@contoso.com`,
      name: { familyName: 'Jensen', givenName: 'Bárbara' },
      displayName: `Barbara Jensen ${index}`,
      active: index % 3 !== 0,
      emails: [{ type: 'work', value: `user${index}@contoso.com` }],
      phoneNumbers: [
        { type: 'work', value: '+1 425 555 0100' },
        { type: 'mobile', value: '+1 425 555 0101' },
      ],
      title: `"Head" {of} [accounts], \\ ${index}`,
    },
  };
  const text = JSON.stringify(operation, null, indent);
  return indent === 0 ? text : text.replaceAll('\n', `\n${' '.repeat(2 * indent)}`);
}

export function bulkText(count: number, indent = 2): string {
  const operations = Array.from({ length: count }, (_, index) => operationText(index, indent));
  if (indent === 0)
    return `{"schemas":["${BULK_REQUEST_URN}"],"Operations":[${operations.join(',')}],"failOnErrors":null}`;
  const inner = ' '.repeat(2 * indent);
  return `{\n  "schemas": ["${BULK_REQUEST_URN}"],\n  "Operations": [\n${inner}${operations.join(`,\n${inner}`)}\n  ],\n  "failOnErrors": null\n}\n`;
}
