import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import { firstLine } from '../../text/firstLine';
import type { MappingCheck } from './mappingCheck';

const kind = problemKind({
  code: 'mapping.missing-rule',
  severity: 'error',
  blocking: true,
  title: 'Missing rule',
  explanation:
    'A record needs externalId, by which Entra matches people, and active: Entra disables an existing account if it is missing. Without userName Entra does not create accounts; that is a warning, since a mapping may be for existing accounts only.',
  remedy: 'Add the rule, with the column that holds the value.',
  authority: 'Entra',
  example: {
    wrong: 'externalId = [WorkerID]\nuserName = [Mail]',
    right:
      'externalId = [WorkerID]\nuserName = [Mail]\ndisplayName = [Name]\nactive = Switch([Status], , "Active", "True", "Left", "False")',
  },
});

const NEEDED: readonly { readonly name: string; readonly severity: Problem['severity']; readonly why: string }[] = [
  { name: 'externalId', severity: 'error', why: 'Entra matches people by it and skips a record without it.' },
  { name: 'active', severity: 'error', why: 'Entra disables an existing account if it is missing.' },
  {
    name: 'userName',
    severity: 'warning',
    why: 'RFC 7643 requires it, and Entra does not create accounts without it.',
  },
];

/** The required attributes of a record. Reported at the start of the file. Data: the `attribute` to add. */
export const missingRule: MappingCheck = {
  kinds: [kind],
  *ofMapping({ model, parsed }) {
    // If no rule can be read, the syntax problems are enough
    if (model.rules.length === 0 && parsed.problems.length > 0) return;
    for (const { name, severity, why } of NEEDED) {
      if (model.rules.some(({ path }) => path.urn === undefined && path.attribute === name)) continue;
      const message = `Missing rule for "${name}". ${why}`;
      yield { ...problemOf(kind, firstLine(parsed.text), message, { attribute: name }), severity };
    }
  },
};
