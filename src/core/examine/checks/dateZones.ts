import { defineProblemKinds } from '../../problems/problemKind';
import { findingAt, inFirstLine, placeOfRule, recordCount } from '../findingAt';
import type { ValueRule } from '../valueRule';

const [withoutZone] = defineProblemKinds([
  {
    code: 'value.date.without-zone',
    severity: 'warning',
    title: 'Moments without a time zone',
    explanation:
      'A date and time without an offset is a different moment everywhere. Attributes like employeeHireDate of Entra hold a moment with an offset, and lifecycle workflows run by it.',
    remedy: 'Write the offset: with Z at the end of the output format for UTC, or with the one of the place.',
    authority: 'Entra',
    example: {
      wrong:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = FormatDateTime([HireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss")  @type(DateTime)',
      right:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = FormatDateTime([HireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")  @type(DateTime)',
    },
  },
]);

const ENDS_WITH_ZONE = /(?:Z|[+-]\d\d:\d\d)"$/;

/** Values of attributes of type DateTime that do not say in which zone they are meant. */
export const dateZones: ValueRule = {
  kinds: [withoutZone],
  start: ({ loaded, mapping }) => {
    const watched = mapping.rules.flatMap((rule, index) =>
      rule.resolved.type === 'dateTime' ? [{ rule, index, count: 0, line: 0 }] : [],
    );
    if (watched.length === 0) return undefined;
    return {
      add: ({ line }, outcomes) => {
        for (const entry of watched) {
          const outcome = outcomes[entry.index];
          if (outcome?.kind !== 'value' || outcome.json.length <= 4 || ENDS_WITH_ZONE.test(outcome.json)) continue;
          if (entry.count === 0) entry.line = line;
          entry.count++;
        }
      },
      finish: () =>
        watched
          .filter(({ count }) => count > 0)
          .map(({ rule, count, line }) => {
            const message = `${recordCount(count)}, ${inFirstLine(count, line)}, ${count === 1 ? 'gets' : 'get'} a date and time without an offset: which moment it is, is not defined.`;
            return findingAt(placeOfRule(loaded, rule), withoutZone, {
              message,
              count,
              line,
              data: { columns: rule.columns },
            });
          }),
    };
  },
};
