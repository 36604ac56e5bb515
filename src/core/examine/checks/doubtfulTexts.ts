import { defineProblemKinds } from '../../problems/problemKind';
import { namedFormOf } from '../../scim/namedForms';
import type { CompiledRule } from '../../convert/compileRule';
import { findingAt, inFirstLine, placeOfRule, recordCount } from '../findingAt';
import { outcomeText } from '../outcomeText';
import type { ValueRule } from '../valueRule';

const [doubtful] = defineProblemKinds([
  {
    code: 'value.doubtful-text',
    severity: 'information',
    title: 'Values that are not a time zone or a locale',
    explanation:
      'RFC 7643 (section 4.1.1) requires the name of a time zone of the Olson database in timezone, such as Europe/Berlin, and a language tag in locale, such as de-DE. Entra accepts any text; often the value belongs to another attribute.',
    remedy: 'Use the right column, translate its values with Switch, or remove the rule.',
    authority: 'RFC 7643',
    example: {
      wrong: 'timezone = [Office]  # the extract holds "Ulm 2"',
      right: 'timezone = "Europe/Berlin"',
    },
  },
]);

interface Watched {
  readonly rule: CompiledRule;
  readonly index: number;
  readonly form: RegExp;
  readonly words: string;
  count: number;
  line: number;
}

/** Reports texts whose form suggests a mistake; `payload.doubtful-text` is the counterpart for payloads. */
export const doubtfulTexts: ValueRule = {
  kinds: [doubtful],
  start: ({ loaded, mapping }) => {
    const watched = mapping.rules.flatMap(watch);
    if (watched.length === 0) return undefined;
    return {
      add: ({ line }, outcomes) => {
        for (const entry of watched) {
          const text = outcomeText(outcomes[entry.index]) ?? '';
          if (text === '' || entry.form.test(text)) continue;
          if (entry.count === 0) entry.line = line;
          entry.count++;
        }
      },
      finish: () =>
        watched
          .filter(({ count }) => count > 0)
          .map(({ rule, words, count, line }) => {
            const message = `${recordCount(count)}, ${inFirstLine(count, line)}, ${count === 1 ? 'has' : 'have'} a value that is not ${words} (RFC 7643, section 4.1.1).`;
            return findingAt(placeOfRule(loaded, rule), doubtful, {
              message,
              count,
              line,
              data: { columns: rule.columns },
            });
          }),
    };
  },
};

function watch(rule: CompiledRule, index: number): readonly Watched[] {
  const { urn, sub, attribute } = rule.resolved.path;
  const named = urn === undefined && sub === undefined ? namedFormOf(attribute) : undefined;
  return named === undefined ? [] : [{ rule, index, ...named, count: 0, line: 0 }];
}
