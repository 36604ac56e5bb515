import { printString } from '../expression/print';
import type { GuessContext, Guess } from './guess';
import { named, unsure } from './guess';
import { guessDateFormats } from '../profile/dateFormats';
import { OWN_SCHEMA_URN } from '../scim/ownAttribute';

const TARGETS = [
  ['hireDate', 'HireDate', 'employeeHireDate'],
  ['leaveDate', 'TerminationDate', 'employeeLeaveDateTime'],
] as const;

/** Dates of joining and leaving are only proposed, because they need a custom attribute that the job must know. */
export function guessDates(context: GuessContext): readonly Guess[] {
  return TARGETS.flatMap(([meaning, attribute, entra]) => {
    const facts = context.assignments.get(meaning)?.candidates[0]?.facts;
    if (facts === undefined) return [];
    const [best] = guessDateFormats(facts.profile.values.map(({ value }) => value.trim()));
    const format = best?.format ?? 'yyyy-MM-dd';
    const reasons = [
      `For Entra's ${entra}: an attribute of your own, which the job's attribute list must have and map. Replace contoso.`,
      ...(best === undefined ? [`How ${named(facts)} writes dates could not be seen.`] : []),
      ...(best?.unread === undefined ? [] : [`Some values of ${named(facts)} are not dates of this format.`]),
      ...(facts.share((value) => value.includes('9999')) === 0
        ? []
        : [`A year 9999 in ${named(facts)} means that there is no end: exclude it, or the date is sent.`]),
      ...(best?.orElse === undefined
        ? []
        : [
            `Is a date in ${named(facts)} ${printString(format)} or ${printString(best.orElse)}? Its values do not tell.`,
          ]),
    ];
    const expression = `FormatDateTime(${named(facts)}, , ${printString(format)}, "yyyy-MM-ddTHH:mm:ssZ")`;
    const guess = unsure({ urn: OWN_SCHEMA_URN, attribute }, expression, [facts], reasons);
    return [{ ...guess, rule: { ...guess.rule, type: 'DateTime' } }];
  });
}
