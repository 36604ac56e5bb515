import { describe, expect, it } from 'vitest';
import { explanations } from '../../../../src/core/logs/explanations';
import type { LogEntry } from '../../../../src/core/logs/logEntry';
import { parseLogEntry } from '../../../../src/core/logs/logEntry';
import { entryPage } from '../../../../src/language/log/entryPage';
import { dangersOfMarkdown } from '../../../support/dangers';
import { HOSTILE_TEXTS } from '../../../support/hostileTexts';
import { logEntry } from '../../../support/logEntries';

const ORIGIN = { source: 'people.csv', connection: 'Fabrikam', record: 12, line: 13 };

/** An update that went through every step. */
function updated(): LogEntry {
  const entry = parseLogEntry({
    id: 'e1',
    activityDateTime: '2026-11-30T08:00:10Z',
    jobId: 'API2AAD.1',
    cycleId: 'cycle',
    changeId: 'change',
    durationInMilliseconds: 420,
    provisioningAction: 'update',
    provisioningStatusInfo: { status: 'success' },
    sourceIdentity: { id: 'F-7', displayName: 'Zoë Ng' },
    targetIdentity: { id: 'oid', displayName: 'Zoë Ng' },
    modifiedProperties: [
      { displayName: 'department', oldValue: 'Sales', newValue: 'R&D' },
      { displayName: 'jobTitle', oldValue: null, newValue: '' },
    ],
    provisioningSteps: [
      { name: 'EntryImportUpdate', provisioningStepType: 'Import', status: 'success', description: 'Received it' },
      {
        name: 'EntrySynchronizationUpdate',
        provisioningStepType: 'matching',
        status: 'success',
        description: 'Found the user',
        details: { objectId: 'oid' },
      },
      {
        name: 'EntrySynchronizationScoping',
        provisioningStepType: 'scoping',
        status: 'success',
        description: 'In scope',
      },
      { name: 'EntryExportUpdate', provisioningStepType: 'export', status: 'success', description: 'Updated it' },
      { name: 'Novelty', provisioningStepType: 'audit', status: 'warning', description: '' },
    ],
  });
  if (entry === undefined) throw new Error('not an entry');
  return entry;
}

/** Undoes what protects texts in Markdown, to read a page as a person does. */
const shown = (markdown: string): string =>
  markdown.replace(/&#(\d+);/g, (_, digits) => String.fromCharCode(Number(digits)));

describe('the page of an entry', () => {
  it.each([
    ['create', 'The account was not created.'],
    ['update', 'The change failed: the account is unchanged.'],
    ['disable', 'The change failed: the account is unchanged.'],
    ['other', 'The change failed: the account is unchanged, or does not exist.'],
  ])('says of a failed %s what that means for the account', (action, verdict) => {
    const entry = logEntry('e1', 'F-7', { action, status: 'failure', error: ['Novelty', 'No.'] });
    expect(entryPage({ entry, origin: ORIGIN })).toContain(`**${verdict}**`);
  });

  it('tells a person what came in, whom it matched, what was decided and what was written', () => {
    expect(shown(entryPage({ entry: updated(), origin: ORIGIN }))).toBe(`# Zoë Ng (\`F-7\`)

**The account was updated.**

## Received data

Record 12 of \`people.csv\` (line 13), sent to \`Fabrikam\`.

- Received it

## Matched account

- Found the user (objectId: \`oid\`)

## Decision

- In scope

## Written values

- Updated it

| Attribute | Before | After |
| --- | --- | --- |
| \`department\` | \`"Sales"\` | \`"R&D"\` |
| \`jobTitle\` | no value | \`""\` |

## Other steps

- **Warning:** \`Novelty\`

## Entry

- Time: \`2026-11-30 08:00:10 UTC\`
- Account: \`oid\`
- Job: \`API2AAD.1\`
- Cycle: \`cycle\`
- Change: \`change\`
- Entry: \`e1\`
- Duration: \`420 ms\``);
  });

  it('says of an entry that no run here has sent that it comes from elsewhere', () => {
    expect(entryPage({ entry: updated(), origin: undefined })).toContain('not sent by a recent run on this machine');
  });

  it.each([
    ['updated', '**Predicted:** updated, which is what happened.'],
    ['created', '**Predicted:** created. The result differs:'],
  ] as const)('holds what was predicted against what happened: %s', (predicted, sentence) => {
    expect(entryPage({ entry: updated(), origin: { ...ORIGIN, predicted } })).toContain(sentence);
  });

  it.each([...explanations.keys()])('explains %s, and what to do', (code) => {
    const entry = logEntry('e', 'F-1', { status: 'failure', error: [code, 'because'] });
    const page = shown(entryPage({ entry, origin: ORIGIN }));
    expect(page).toContain(`**Why:** ${explanations.get(code)?.cause}`);
    expect(page).toContain(`**What to do:** ${explanations.get(code)?.remedy}`);
    expect(page).not.toContain('is not among those');
    expect(page).not.toContain('```');
  });

  it('says of a code that it does not know that it is not documented, and shows all that the entry holds', () => {
    const entry = logEntry('e', 'F-1', { status: 'failure', error: ['NeverSeen', 'The moon was full'] });
    const page = shown(entryPage({ entry, origin: undefined }));
    expect(page).toContain('**Why:** The moon was full');
    expect(page).toContain('The code `NeverSeen` is not documented by Microsoft.');
    expect(page).toContain(JSON.stringify(entry.raw, null, 2));
  });

  it.each(HOSTILE_TEXTS)('shows hostile text as text: %j', (text) => {
    const entry = parseLogEntry({
      id: text || 'e',
      activityDateTime: text,
      provisioningAction: 'create',
      provisioningStatusInfo: { status: 'failure', errorInformation: { errorCode: text, reason: text } },
      sourceIdentity: { id: text, displayName: text },
      provisioningSteps: [{ name: text, provisioningStepType: 'import', description: text, details: { [text]: text } }],
      modifiedProperties: [{ displayName: text, oldValue: text, newValue: text }],
    });
    if (entry === undefined) throw new Error('not an entry');
    const page = entryPage({ entry, origin: { ...ORIGIN, source: text, connection: text } });
    expect(dangersOfMarkdown(page, () => false)).toEqual([]);
  });
});
