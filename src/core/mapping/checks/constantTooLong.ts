import { problemKind, problemOf } from '../../problems/problemKind';
import { attributeFacts } from '../../scim/attributeFacts';
import type { MappingCheck } from './mappingCheck';
import { resultsOf } from '../model/resultsOf';

const kind = problemKind({
  code: 'mapping.constant-too-long',
  severity: 'warning',
  title: 'Constant that is too long',
  explanation:
    'A text of the rule is longer than allowed for the attribute that Entra usually fills from it. Entra would refuse the person.',
  remedy: 'Shorten the text.',
  authority: 'Entra',
  example: {
    wrong: 'externalId = "00000000000000000017"',
    right: 'externalId = [WorkerID]',
  },
});

/** Data: `maxLength`, in characters. */
export const constantTooLong: MappingCheck = {
  kinds: [kind],
  *ofRule({ expression, path }) {
    const limit = attributeFacts(path)?.maxLength;
    if (limit === undefined) return;
    for (const result of resultsOf(expression)) {
      if (result.kind !== 'string' && result.kind !== 'integer') continue;
      const { length } = result.value;
      if (length <= limit.characters) continue;
      const message = `The text has ${length} characters, but "${path.sub ?? path.attribute}" allows only ${limit.characters} (${limit.source}).`;
      yield problemOf(kind, result.span, message, { maxLength: limit.characters });
    }
  },
};
