import { assignMeanings } from '../../../core/guess/assignMeanings';
import { columnFacts } from '../../../core/guess/columnFacts';
import type { Guess } from '../../../core/guess/guess';
import { guessIds } from '../../../core/guess/guessIdentity';
import { guessSignIn } from '../../../core/guess/guessSignIn';
import { guessStatus } from '../../../core/guess/guessStatus';
import { columnExpression } from '../../../core/import/mappingDraft';
import { attributeFacts } from '../../../core/scim/attributeFacts';
import { namesFor, nearestColumn } from '../completion/columnNearness';
import type { MappingDocument } from '../document/mappingDocument';

/** The right side of a rule for an attribute, and whether the names and values of its column are unambiguous. */
export interface BestExpression {
  readonly expression: string;
  readonly isSure: boolean;
}

/**
 * The best expression for an attribute, judged by the names and values of the extract, or by the names alone. Without
 * an extract or a similar column, it is a column with the attribute's name.
 */
export function bestExpression({ knowledge }: MappingDocument, attribute: string): BestExpression {
  const { columns = [], extract } = knowledge;
  const nameable = columns.filter((column) => columnExpression(column) !== undefined);
  if (extract?.profile !== undefined) {
    const facts = columnFacts(columns, extract.profile).filter(({ column }) => nameable.includes(column));
    const context = { columns: facts, assignments: assignMeanings(facts) };
    const guesses: readonly Guess[] = [...guessIds(context), ...guessSignIn(context), ...guessStatus(context)];
    const rule = guesses.find(({ rule: { path } }) => path.urn === undefined && path.attribute === attribute)?.rule;
    if (rule !== undefined) return { expression: rule.expression, isSure: rule.isOff !== true };
  }
  const near = nearestColumn(nameable, namesFor({ attribute }, attributeFacts({ attribute })));
  return { expression: `[${near ?? attribute}]`, isSure: false };
}
