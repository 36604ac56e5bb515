import { spanOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { ResourceCheck } from './payloadCheck';
import { whyWithoutEffect } from '../shape/withoutEffect';

const kind = problemKind({
  code: 'payload.attribute-without-effect',
  severity: 'warning',
  title: 'Attribute without effect',
  explanation:
    'The attribute is read-only (RFC 7643), or Entra ignores it: passwords are not provisioned, group memberships are not set, and a manager is found only by manager.value. For attributes like id and meta, where nobody expects an effect, it is reported as information.',
  remedy: 'Remove the attribute.',
  authority: 'RFC 7643',
  example: { wrong: '"password": "Xk3-first-day"', right: '"displayName": "Ana Ruiz"' },
});

/** Attributes that people expect to have an effect. */
const MISSED = new Set(['password', 'groups']);

/** Data: the `attribute`, as in messages. */
export const attributeWithoutEffect: ResourceCheck = {
  kinds: [kind],
  *find({ attributes }) {
    for (const { path, definition, label, member } of attributes) {
      const reason = whyWithoutEffect(path, definition);
      const { sub, ...whole } = path;
      if (reason === undefined || (sub !== undefined && whyWithoutEffect(whole, undefined) !== undefined)) continue;
      // A complex attribute such as meta is reported once as a whole
      if (sub !== undefined && path.urn === undefined) continue;
      const problem = problemOf(kind, spanOf(member.nameNode), `"${label}" has no effect. ${reason}`, {
        attribute: label,
      });
      yield path.urn === undefined && MISSED.has(path.attribute) ? problem : { ...problem, severity: 'information' };
    }
  },
};
