import { spanOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { JobCheck } from '../jobCheck';

const kind = problemKind({
  code: 'job.anchor',
  severity: 'error',
  title: 'Object without exactly one anchor',
  explanation:
    'The anchor is the attribute that permanently identifies an object: unique and never changed. Each object needs exactly one.',
  remedy: 'Set "anchor" to true on the attribute that identifies the object, and to false on all others.',
  authority: 'Entra',
  example: {
    wrong: '"attributes": [{ "name": "externalId", "anchor": false }]',
    right: '"attributes": [{ "name": "externalId", "anchor": true }]',
  },
});

/** Reported for the object if it has none, and for each anchor after the first. Data: `first`, if there is one. */
export const anchors: JobCheck = {
  kinds: [kind],
  *find({ schema: { directories } }) {
    for (const { name, node, attributes } of directories.flatMap(({ objects }) => objects)) {
      const [first, ...others] = attributes.filter(({ isAnchor }) => isAnchor);
      if (first === undefined && attributes.length > 0) {
        const message = 'This object does not have an anchor attribute.';
        yield problemOf(kind, name?.span ?? { start: node.offset, end: node.offset + 1 }, message);
      }
      for (const other of others) {
        const message = `"${first?.name?.text ?? ''}" is already the anchor of this object, and there can be only one.`;
        const at = first && (first.name?.span ?? spanOf(first.node));
        yield problemOf(kind, other.name?.span ?? spanOf(other.node), message, { first: at });
      }
    }
  },
};
