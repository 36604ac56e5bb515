import type { Problem } from '../../problem';
import { span } from '../../text/span';
import type { MappingCheck } from '../mappingCheck';

const NEEDED: readonly { readonly name: string; readonly severity: Problem['severity']; readonly why: string }[] = [
  { name: 'externalId', severity: 'error', why: 'Entra matches people by it and skips a record without it.' },
  { name: 'active', severity: 'error', why: 'Entra disables an existing account when it is left out.' },
  { name: 'userName', severity: 'warning', why: 'RFC 7643 requires it, and Entra creates no account without it.' },
];

/** The attributes that a record cannot do without. Said at the start of the file, where a rule can be added. */
export const missingRule: MappingCheck = function* ({ model, parsed }) {
  // While nothing can be read yet, the syntax problems say enough
  if (model.rules.length === 0 && parsed.problems.length > 0) return;
  for (const { name, severity, why } of NEEDED) {
    if (model.rules.some(({ path }) => path.urn === undefined && path.attribute === name)) continue;
    yield {
      code: 'mapping.missing-rule',
      severity,
      message: `A rule for "${name}" is missing. ${why}`,
      span: firstLine(parsed.text),
      data: { attribute: name },
    };
  }
};

function firstLine(text: string) {
  const end = text.search(/[\r\n]/);
  return span(0, end < 0 ? text.length : end);
}
