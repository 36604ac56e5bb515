import type { CompiledRule } from '../../../convert/compileRule';
import type { ProblemKind } from '../../../problems/problemKind';
import { defineProblemKinds } from '../../../problems/problemKind';
import { momentForm, WITHOUT_ZONE } from '../../../scim/momentText';
import { KNOWN_SCHEMAS } from '../../../scim/userSchema';
import type { Found } from '../../findingAt';
import { findingAt, inFirstLine, placeOfRule, recordCount } from '../../findingAt';
import { outcomeText } from '../../outcomeText';
import type { ValueRule } from '../../valueRule';

const [withoutZone, otherForm] = defineProblemKinds([
  {
    code: 'value.date.without-zone',
    severity: 'warning',
    title: 'Moments without a time zone',
    explanation:
      'A date, or a date and time without an offset, is a different moment everywhere. employeeHireDate and employeeLeaveDateTime of Entra are moments, and lifecycle workflows start by them. For an attribute of unknown type it is reported as information, since its target may be a text.',
    remedy: 'Write the offset: with Z at the end of the output format for UTC, or with the one of the place.',
    authority: 'Entra',
    example: {
      wrong:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = FormatDateTime([HireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss")  @type(DateTime)',
      right:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = FormatDateTime([HireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")  @type(DateTime)',
    },
  },
  {
    code: 'value.date.other-form',
    severity: 'warning',
    title: 'Dates in a different format',
    explanation:
      "Nearly all values are dates in SCIM's format, like 2026-05-01, but some are not, like 2026-05-1. The attribute is sent as a text, so no other check refuses them; Entra does not accept them as dates.",
    remedy:
      'Have the values corrected, or state their format with FormatDateTime and give the attribute @type(DateTime).',
    authority: 'the extract',
    example: {
      wrong:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = [HireDate]  # the extract holds 2026-05-01 and 2026-05-1',
      right:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = FormatDateTime([HireDate], , "yyyy-M-d", "yyyy-MM-ddTHH:mm:ssZ") @type(DateTime)',
    },
  },
]);

/** A text that begins with the numbers of a date, in any format. */
const LIKE_DATE = /^\s*(?:\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4})(?!\d)/;

/** If at least this share of a column's values are dates, the others are mistakes. */
const MAJORITY = 0.8;

/** Minimum number of dates for a column to count as a date column. */
const ENOUGH = 5;

interface Counted {
  count: number;
  line: number;
}

interface Watched {
  readonly rule: CompiledRule;
  readonly index: number;
  readonly isMoment: boolean;
  readonly forms: Readonly<Record<'date' | 'date and time', Counted>>;
  dates: number;
  /** Values that are not dates, and the ones among them that look like dates. */
  readonly odd: Counted;
  readonly alike: Counted;
}

type Finding = readonly [ProblemKind, Found];

/** Reports values of date and time attributes that do not state a time zone. */
export const dateZones: ValueRule = {
  kinds: [withoutZone, otherForm],
  start: ({ loaded, mapping }) => {
    const watched = mapping.rules.flatMap(watch);
    if (watched.length === 0) return undefined;
    return {
      add: ({ line }, outcomes) => {
        for (const entry of watched) note(entry, outcomeText(outcomes[entry.index]), line);
      },
      finish: () =>
        watched.flatMap((entry) =>
          [...describeForms(entry), ...describeOdd(entry)].map(([kind, found]) =>
            findingAt(placeOfRule(loaded, entry.rule), kind, found),
          ),
        ),
    };
  },
};

/**
 * Skips the schemas of RFC 7643, which have no date attributes. Attributes of other schemas may hold dates, as their
 * types are unknown.
 */
function watch(rule: CompiledRule, index: number): readonly Watched[] {
  const { type, path, definition } = rule.resolved;
  const isKnown = path.urn === undefined || KNOWN_SCHEMAS.some(({ urn }) => urn === path.urn);
  const mayBe = type === 'dateTime' || (!isKnown && definition === undefined && type === 'string');
  if (!mayBe) return [];
  const none = () => ({ count: 0, line: 0 });
  const forms = { date: none(), 'date and time': none() };
  return [{ rule, index, isMoment: type === 'dateTime', forms, dates: 0, odd: none(), alike: none() }];
}

function note(entry: Watched, text: string | undefined, line: number): void {
  if (text === undefined || text.trim() === '') return;
  const form = momentForm(text);
  if (form === undefined) {
    count(entry.odd, line);
    if (LIKE_DATE.test(text)) count(entry.alike, line);
    return;
  }
  entry.dates++;
  if (form !== 'moment') count(entry.forms[form], line);
}

function count(counted: Counted, line: number): void {
  if (counted.count === 0) counted.line = line;
  counted.count++;
}

function describeForms({ rule, forms, isMoment }: Watched): readonly Finding[] {
  const kind = { ...withoutZone, severity: isMoment ? withoutZone.severity : ('information' as const) };
  return (['date', 'date and time'] as const)
    .filter((form) => forms[form].count > 0)
    .map((form) => {
      const { count: records, line } = forms[form];
      const message = `${recordCount(records)}, ${inFirstLine(records, line)}, ${records === 1 ? 'gets' : 'get'} ${WITHOUT_ZONE[form]}, so the moment is not defined. Entra's dates of hiring and leaving need an offset.`;
      return [kind, { message, count: records, line, data: { columns: rule.columns } }];
    });
}

/**
 * In a column of dates, reports values that are not: dates in another format, and any other text if nearly all values
 * are dates.
 */
function describeOdd({ rule, dates, odd, alike }: Watched): readonly Finding[] {
  const isColumnOfDates = dates >= ENOUGH && dates >= (dates + odd.count) * MAJORITY;
  const { count: records, line } = isColumnOfDates ? odd : alike;
  if (records === 0 || dates === 0) return [];
  const message = `${recordCount(records)}, ${inFirstLine(records, line)}, ${records === 1 ? 'has a value in a different format' : 'have values in a different format'} from the others, which are dates like 2026-05-01. Correct ${records === 1 ? 'it' : 'them'} in the extract.`;
  return [[otherForm, { message, count: records, line, data: { columns: rule.columns } }]];
}
