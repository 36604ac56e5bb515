import { recordProblems } from '../../convert/recordProblems';
import { formatCount } from '../../text/formatCount';
import { attributeFacts } from '../../scim/attributeFacts';
import type { CompiledMapping } from '../../convert/compileMapping';
import type { CompiledRule } from '../../convert/compileRule';
import { findingAt, inFirstLine, placeOfRule, recordCount } from '../findingAt';
import { outcomeText } from '../outcomeText';
import type { ValueRule } from '../valueRule';

const { tooLong } = recordProblems;

interface Watched {
  readonly index: number;
  readonly rule: CompiledRule;
  readonly limit: number;
  readonly source: string;
  count: number;
  line: number;
  longest: string;
}

/** Reports values that are too long for their usual target. The parts of a `userName` have their own rule. */
export const longValues: ValueRule = {
  kinds: [tooLong],
  start: ({ loaded, mapping }) => {
    const watched = limitedRules(mapping);
    if (watched.length === 0) return undefined;
    return {
      add: ({ line }, outcomes) => {
        for (const entry of watched) {
          const outcome = outcomes[entry.index];
          // JSON is never shorter than its text, so nearly every value is finished here
          if (outcome?.kind !== 'value' || outcome.json.length - 2 <= entry.limit) continue;
          const text = outcomeText(outcome) ?? '';
          if (text.length <= entry.limit) continue;
          if (entry.count === 0) entry.line = line;
          entry.count++;
          if (text.length > entry.longest.length) entry.longest = text;
        }
      },
      finish: () =>
        watched
          .filter(({ count }) => count > 0)
          .map(({ rule, limit, source, count, line, longest }) => {
            const message = `${recordCount(count)} ${count === 1 ? 'has' : 'have'} more than ${formatCount(limit)} characters here, ${inFirstLine(count, line)}; the longest has ${formatCount(longest.length)}. The limit of ${source}.`;
            const data = { columns: rule.columns, limit, longest: longest.length, example: longest };
            return findingAt(placeOfRule(loaded, rule), tooLong, { message, count, line, data });
          }),
    };
  },
};

function limitedRules({ rules }: CompiledMapping): readonly Watched[] {
  return rules.flatMap((rule, index) => {
    const limit = attributeFacts(rule.resolved.path)?.maxLength;
    // The length of a constant is known without an extract
    if (limit === undefined || rule.label === 'userName' || rule.columns.length === 0) return [];
    return [{ index, rule, limit: limit.characters, source: limit.source, count: 0, line: 0, longest: '' }];
  });
}
