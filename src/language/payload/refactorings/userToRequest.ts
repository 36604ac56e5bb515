import { elementsOf, memberNode, stringOf } from '../../../core/json/jsonNode';
import { readTree } from '../../../core/json/readJsonText';
import { writeBulkRequest, writeOperation } from '../../../core/scim/bulkRequest';
import { BULK_REQUEST_URN } from '../../../core/scim/urns';
import { childOf } from '../resourcePath';
import { indentAt, layoutOf } from '../rewrite/jsonLayout';

/** A bulk request for a single user, with the user's own text, re-indented; `undefined` for anything but an object. */
export function userToRequest(text: string): string | undefined {
  const root = readTree(text);
  if (root?.type !== 'object') return undefined;
  const before = text.slice(0, root.offset);
  const user = text.slice(root.offset, root.offset + root.length);
  const after = text.slice(root.offset + root.length);
  const bulkId = stringOf(childOf(root, 'externalId')) ?? '';
  const id = bulkId === '' ? '1' : bulkId;
  const { isOnLines, indent, lineEnd } = layoutOf(text, root);
  if (!isOnLines) return before + writeBulkRequest([writeOperation(id, user)]) + after;
  const inner = user.replaceAll('\n', `\n${indent.repeat(3)}`);
  const lines = [
    '{',
    `${indent}"schemas": ["${BULK_REQUEST_URN}"],`,
    `${indent}"Operations": [`,
    `${indent.repeat(2)}{`,
    `${indent.repeat(3)}"method": "POST",`,
    `${indent.repeat(3)}"bulkId": ${JSON.stringify(id)},`,
    `${indent.repeat(3)}"path": "/Users",`,
    `${indent.repeat(3)}"data": ${inner}`,
    `${indent.repeat(2)}}`,
    `${indent}],`,
    `${indent}"failOnErrors": null`,
    '}',
  ];
  return before + lines.join(lineEnd) + after;
}

/** The user of a request that contains exactly one; `undefined` for any other text. */
export function requestToUser(text: string): string | undefined {
  const root = readTree(text);
  const [operation, ...others] = elementsOf(memberNode(root, 'Operations'));
  const user = memberNode(operation, 'data');
  if (root === undefined || user?.type !== 'object' || others.length > 0) return undefined;
  const indent = indentAt(text, user.offset);
  const own = text.slice(user.offset, user.offset + user.length).replaceAll(`\n${indent}`, '\n');
  return text.slice(0, root.offset) + own + text.slice(root.offset + root.length);
}
