import { problemKinds } from '../../problems/problemKind';
import { damageCode, damageMessage, watchedDamage } from '../../convert/damagedColumns';
import { findingAt, firstLine, placeOfRule, recordCount } from '../findingAt';
import { ProblemGroups } from '../problemGroups';
import type { ValueRule } from '../valueRule';

const damageKinds = problemKinds([
  {
    code: 'value.control',
    severity: 'warning',
    title: 'Control characters in cells',
    explanation:
      'A cell holds a character that is no text: of C0 or C1, DEL, or a separator of lines that few programs know. It is sent escaped; what a later system makes of it is unknown.',
    remedy: 'Have them removed in the system of record, or take them out with Replace and a regular expression.',
    authority: 'the extract',
    example: {
      wrong: 'title = [Job]  # the extract holds "Clerk", an ESC and "[2J"',
      right: 'title = Replace([Job], , "[\\\\x00-\\\\x1F]", , "", , )',
    },
  },
  {
    code: 'value.bidi',
    severity: 'warning',
    title: 'Characters that turn the direction of text',
    explanation:
      'Embeddings, overrides and isolates of Unicode make text look other than it is; they are a known way to disguise names.',
    remedy: 'Have them removed in the system of record, or take them out with Replace and a regular expression.',
    authority: 'the extract',
    example: {
      wrong: 'displayName = [Name]  # the extract holds U+202E',
      right: 'displayName = Replace([Name], , "[\\\\u202A-\\\\u202E\\\\u2066-\\\\u2069]", , "", , )',
    },
  },
  {
    code: 'value.hidden-char',
    severity: 'warning',
    title: 'Unseen characters in identifiers',
    explanation:
      'An identifier holds a no-break space, a character of no width or blanks at its ends. Entra compares exactly: to it that is another person than the one without.',
    remedy: 'Have the identifiers corrected, or take such characters out with Trim, StripSpaces or Replace.',
    authority: 'the extract',
    example: {
      wrong: 'externalId = [WorkerID]  # the extract holds "C10589 "',
      right: 'externalId = Trim([WorkerID])',
    },
  },
  {
    code: 'value.replacement-char',
    severity: 'warning',
    title: 'Letters that were lost before',
    explanation:
      'Cells hold U+FFFD, which programs write in place of bytes that they could not read. The file was damaged before it came here.',
    remedy: 'Export it again and state the encoding at every step.',
    authority: 'the extract',
    example: {
      wrong: 'source csv { encoding = "utf-8" }  # the extract holds U+FFFD in names',
      right: 'source csv { encoding = "windows-1252" }  # the export before it was converted',
    },
  },
  {
    code: 'value.mojibake',
    severity: 'warning',
    title: 'Letters that were read in the wrong encoding',
    explanation:
      'Cells hold pairs of characters that come of reading UTF-8 as Windows-1252 and writing it again. The file was damaged before it came here, or the encoding that is stated for it is wrong.',
    remedy: 'State utf-8 if the file is UTF-8; else export it again.',
    authority: 'the extract',
    example: {
      wrong: 'source csv { encoding = "windows-1252" }  # the extract is UTF-8',
      right: 'source csv { encoding = "utf-8" }',
    },
  },
  {
    code: 'value.excel-error',
    severity: 'error',
    title: 'Errors of a spreadsheet',
    explanation:
      'A cell holds what a spreadsheet shows instead of a value: #N/A, #REF!, a row of #, the day before its first, a number with its last digits rounded off. Records whose externalId is one are not sent.',
    remedy:
      'Correct the formula or the width of the column in the spreadsheet, format identifiers as text, export it again.',
    authority: 'the extract',
    example: {
      wrong: 'department = [Department]  # the extract holds "#N/A"',
      right: 'source csv { empty = "#N/A" }\ndepartment = [Department]',
    },
  },
]);

/** What is visibly wrong with the cells that a rule reads; found by the profile of the extract. */
export const damagedValues: ValueRule = {
  kinds: damageKinds,
  start: ({ loaded, mapping }) => ({
    finish: ({ profile }) => {
      const watched = watchedDamage(loaded.model);
      return profile.columns.flatMap(({ column, damage = [] }) => {
        const rule = mapping.rules.find(({ columns }) => columns.includes(column));
        const kinds = watched.get(column);
        if (rule === undefined || kinds === undefined) return [];
        return damage
          .filter(({ kind }) => kinds.has(kind))
          .flatMap((own) =>
            damageKinds
              .filter(({ code }) => code === damageCode(own.kind))
              .map((kind) => {
                const { count, line } = own;
                const message = `[${column}], ${firstLine(count, line)}: ${damageMessage(own)}`;
                const found = findingAt(placeOfRule(loaded, rule), kind, {
                  message,
                  count,
                  line,
                  data: { columns: [column] },
                });
                return { ...found, severity: 'warning' as const };
              }),
          );
      });
    },
  }),
};

const refusedKinds = problemKinds([
  {
    code: 'value.id.scientific',
    severity: 'error',
    title: 'Identifiers that a spreadsheet has rounded',
    explanation:
      'An externalId like 1.23457E+11 is a long number as a spreadsheet shows it. The digits behind are lost, and several people can have the same. Such records are not sent.',
    remedy: 'Export the extract again with the column formatted as text.',
    authority: 'the extract',
    example: {
      wrong: 'externalId = [BadgeNo]  # the extract holds 1.23457E+11',
      right: 'externalId = [WorkerID]',
    },
  },
  {
    code: 'value.user-name.invalid',
    severity: 'error',
    title: 'Names of which no user principal name can be made',
    explanation:
      'A user principal name has one @, something on both sides of it, at most 64 characters before and 48 behind it, and no control characters. Records with another userName are not sent. A name without an @ or with spaces is sent: the job may put it right.',
    remedy: 'Take another column, or shorten the name with Left.',
    authority: 'Entra',
    example: {
      wrong: 'userName = Join("@", [UserID], "contoso.com")  # the extract holds "zoe@fabrikam.com"',
      right: 'userName = [UserID]',
    },
  },
]);

/** Texts that have the right type and are refused for what they hold. */
export const refusedTexts: ValueRule = {
  kinds: refusedKinds,
  start: ({ loaded, mapping }) => {
    const kinds = [...refusedKinds, ...damageKinds];
    const found = new ProblemGroups(
      mapping,
      kinds.map(({ code }) => code),
    );
    return {
      add: (record, outcomes) => found.add(record, outcomes),
      finish: () =>
        found.groups.flatMap(({ rule, code, reason, count, line, example }) =>
          kinds
            .filter((kind) => kind.code === code)
            .map((kind) => {
              const message = `${recordCount(count)} ${count === 1 ? 'is' : 'are'} not sent, ${firstLine(count, line)}. ${reason}`;
              const data = { columns: rule.columns, ...(example === undefined ? {} : { example }) };
              return findingAt(placeOfRule(loaded, rule), kind, { message, count, line, data });
            }),
        ),
    };
  },
};
