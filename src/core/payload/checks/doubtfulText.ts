import { spanOf, stringOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import { namedFormOf } from '../../scim/namedForms';
import type { ResourceCheck } from './payloadCheck';

const kind = problemKind({
  code: 'payload.doubtful-text',
  severity: 'information',
  title: 'Text that is not a time zone or a locale',
  explanation:
    'RFC 7643 (section 4.1.1) requires the name of a time zone of the Olson database in timezone, such as Europe/Berlin, and a language tag in locale, such as de-DE. Entra accepts any text; often the value belongs to another attribute.',
  remedy: 'Send a valid name, or remove the attribute.',
  authority: 'RFC 7643',
  example: { wrong: '"timezone": "2024-01-01"', right: '"timezone": "Europe/Berlin"' },
});

/** Texts whose form shows that they were meant as something else. */
export const doubtfulText: ResourceCheck = {
  kinds: [kind],
  *find({ attributes }) {
    for (const { path, member } of attributes) {
      const wanted = path.urn === undefined && path.sub === undefined ? namedFormOf(path.attribute) : undefined;
      const text = stringOf(member.value) ?? '';
      if (wanted === undefined || member.value === undefined || text === '' || wanted.form.test(text)) continue;
      yield problemOf(
        kind,
        spanOf(member.value),
        `"${path.attribute}" is not ${wanted.words} (RFC 7643, section 4.1.1).`,
      );
    }
  },
};
