import { printString } from '../expression/print';
import type { GuessContext, Guess } from './guess';
import { named, unsure } from './guess';
import { dateFormatsOf } from './valueLooks';

const URN = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';
const TARGETS = [
  ['hireDate', 'HireDate', 'employeeHireDate'],
  ['leaveDate', 'TerminationDate', 'employeeLeaveDateTime'],
] as const;

/** Dates of joining and leaving need an attribute of the company's own, and the job has to know it: they are proposed. */
export function guessDates(context: GuessContext): readonly Guess[] {
  return TARGETS.flatMap(([meaning, attribute, entra]) => {
    const facts = context.assignments.get(meaning)?.candidates[0]?.facts;
    if (facts === undefined) return [];
    const formats = dateFormatsOf(facts.profile.values.map(({ value }) => value.trim()));
    const [format = 'yyyy-MM-dd', other] = formats;
    const reasons = [
      `For Entra's ${entra}: a schema of your own, whose name the job's attribute list must know.`,
      ...(formats.length === 0 ? [`How ${named(facts)} writes dates could not be seen.`] : []),
      ...(other === undefined
        ? []
        : [`Is a date in ${named(facts)} ${formats.map(printString).join(' or ')}? Its values do not tell.`]),
    ];
    const expression = `FormatDateTime(${named(facts)}, , ${printString(format)}, "yyyy-MM-ddTHH:mm:ssZ")`;
    const guess = unsure({ urn: URN, attribute }, expression, [facts], reasons);
    return [{ ...guess, rule: { ...guess.rule, type: 'DateTime' } }];
  });
}
