import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/core/logs/answer';
import type { RecordAccount } from '../../../../src/core/run/account/runAccount';
import { keptEntryPage } from '../../../../src/language/log/keptEntryPage';
import { dangersOfMarkdown } from '../../../support/dangers';
import { HOSTILE_TEXTS } from '../../../support/hostileTexts';

const ORIGIN = { source: 'people.csv', connection: 'Fabrikam', record: 12, line: 13, predicted: 'created' } as const;

const ANSWER: Answer = {
  entry: 'e1',
  at: '2026-11-30T08:00:10Z',
  outcome: 'failed',
  code: 'InvalidDomain',
  cycleId: 'cycle-1',
  changeId: 'change-1',
};

const PERSON: RecordAccount = {
  record: 12,
  line: 13,
  fate: { kind: 'operation', batch: 1 },
  state: 'failed',
  answers: [ANSWER],
  entries: [],
  externalId: 'F-7',
  displayName: 'Zoë Ng',
  cause: 'The domain is not verified.',
  remedy: 'Verify it.',
};

const page = (facts: Partial<Parameters<typeof keptEntryPage>[0]> = {}): string =>
  keptEntryPage({ person: PERSON, answer: ANSWER, origin: ORIGIN, readAgain: 'Open Log Entry', ...facts });

/** Undoes what protects texts in Markdown, to read a page as a person does. */
const shown = (markdown: string): string =>
  markdown.replace(/&#(\d+);/g, (_, digits) => String.fromCharCode(Number(digits)));

describe('the page of an entry that is no longer in memory', () => {
  it('says what the run has kept of it, and how to read the rest', () => {
    expect(shown(page())).toBe(`# Zoë Ng (\`F-7\`)

**The change failed: the account is unchanged, or does not exist.**

**Why:** The domain is not verified.

**What to do:** Verify it.

**Predicted:** created. The result differs: the directory has changed since, or the job works differently from its schema.

## Received data

Record 12 of \`people.csv\` (line 13), sent to \`Fabrikam\`.

## Entry

Steps and values of the entry are not stored on this machine, because they hold personal data. **Open Log Entry** in the menu above this page reads them from the provisioning log again, as long as the log keeps them.

- Time: \`2026-11-30 08:00:10 UTC\`
- Code: \`InvalidDomain\`
- Cycle: \`cycle-1\`
- Change: \`change-1\`
- Entry: \`e1\``);
  });

  it('names the person by the line where the extract is not what it was', () => {
    const { externalId: _id, displayName: _name, cause: _cause, remedy: _remedy, ...unnamed } = PERSON;
    const text = shown(page({ person: { ...unnamed, state: 'created' }, answer: { ...ANSWER, outcome: 'created' } }));
    expect(text).toMatch(/^# Line 13\n\n\*\*The account was created\.\*\*/);
    expect(text).not.toContain('Why');
  });

  it.each(HOSTILE_TEXTS)('shows %j as text', (text) => {
    const person = { ...PERSON, externalId: text, displayName: text, cause: text, remedy: text };
    const answer = { ...ANSWER, code: text, cycleId: text, at: text };
    const origin = { ...ORIGIN, source: text, connection: text };
    expect(dangersOfMarkdown(page({ person, answer, origin }))).toEqual([]);
  });
});
