import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import { openPayload } from '../../../src/core/payload/document/payloadDocument';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { openJobSchema } from '../../../src/language/jobSchema/jobDocument';
import { jobSchemaAnswers } from '../../../src/language/jobSchema/jobSchemaAnswers';
import type { EditorKnowledge } from '../../../src/language/mapping/document/knowledge';
import { openMapping } from '../../../src/language/mapping/document/mappingDocument';
import { mappingAnswers } from '../../../src/language/mapping/mappingAnswers';
import { describePredictions } from '../../../src/language/payload/describePredictions';
import { knownPayloads } from '../../../src/language/payload/knownPayloads';
import { payloadAnswers } from '../../../src/language/payload/payloadAnswers';
import type { DocumentAnswers } from '../../../src/language/shared/documentAnswers';
import { code } from '../../../src/language/shared/markdown';
import {
  plainAction,
  plainDiagnostic,
  plainHint,
  plainItem,
  plainSymbol,
} from '../../../src/language/shared/plainAnswers';
import { emptySandbox } from '../../../src/sandbox/startSandbox';
import { dangersOfLabel, dangersOfLines, dangersOfMarkdown } from '../../support/dangers';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { sliceOf } from '../../support/sweep';
import { examineText } from '../examine/checks/examineText';
import { changedJob, expressionSource } from '../jobSchema/smallJob';

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
const OURS = (href: string) => href.startsWith('command:entraInbound.cell.show?');

/** Markdown that was checked already: what is said about functions and attributes is the same everywhere. */
const known = new Set<string>();

/** What would be more than text in all that a document answers, as the editor is given it. */
async function dangersOf(answers: DocumentAnswers, text: string): Promise<string[]> {
  const found: string[] = [];
  const look = (of: string, dangers: readonly string[]) => found.push(...dangers.map((danger) => `${of}: ${danger}`));
  const shown = (of: string, content: string | MarkupContent | undefined) => {
    if (typeof content === 'string') look(of, ['a text, which the editor takes for Markdown']);
    else if (content !== undefined && !known.has(content.value)) {
      known.add(content.value);
      look(of, dangersOfMarkdown(content.value, OURS));
    }
  };
  for (const offset of placesIn(text)) {
    const hover = await answers.hover(offset);
    shown('hover', hover?.contents as MarkupContent | undefined);
    for (const item of (await answers.complete(offset)).items.map(plainItem)) {
      look('completion', dangersOfLabel(item.label));
      look('completion detail', dangersOfLabel([item.labelDetails?.detail, item.labelDetails?.description].join(' ')));
      shown('completion documentation', item.documentation);
    }
    for (const { documentation } of answers.signatureHelp?.(offset)?.signatures ?? [])
      shown('signature', documentation);
  }
  for (const hint of answers.inlayHints?.(WHOLE).map(plainHint) ?? []) {
    look('hint', dangersOfLabel(hint.label));
    shown('hint tooltip', hint.tooltip);
  }
  const diagnostics = answers.diagnose();
  for (const { message } of diagnostics.map(plainDiagnostic))
    look(
      'problem',
      dangersOfLines(typeof message === 'string' ? message : message.value).filter((danger) =>
        danger.includes('unseen'),
      ),
    );
  for (const { title } of answers.codeActions({ range: WHOLE, diagnostics }).map(plainAction))
    look('action', dangersOfLabel(title));
  for (const symbol of answers.symbols().map(plainSymbol)) {
    const all = [symbol, ...(symbol.children ?? [])];
    for (const { name, detail } of all) look('symbol', [...dangersOfLabel(name), ...dangersOfLabel(detail ?? '')]);
  }
  return found;
}

/** Some places of each line. */
function placesIn(text: string): readonly number[] {
  const places: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    for (const part of [0.15, 0.4, 0.8]) places.push(start + Math.floor(Math.min(line.length, 120) * part));
    start += line.length + 1;
  }
  return [...new Set(places)];
}

/** A mapping over an extract whose every header and cell is the text. */
async function mappingOver(text: string): Promise<readonly [DocumentAnswers, string]> {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const csv = `Id,State,${quoted(text)}\n${[1, 2, 3].map((id) => `${id},${quoted(text)},${quoted(text)}\n`).join('')}`;
  const name = text.replace(/[[\]\r\n"\\]/g, '').slice(0, 500);
  const mapping = [
    'externalId = [Id]',
    'active = [State]',
    `title = [State]`,
    `displayName = Join(" ", [State], ToUpper([State]))`,
    `nickName = [${name}]`,
    `userName = ToLower([State])`,
    `urn:a:${name} = Switch([State], "x", "a", "b")`,
    `userType = FormatDateTime([State], , "dd", "yy")`,
  ].join('\n');
  const { header, profile, findings, record } = await examineText(mapping, csv);
  const knowledge: EditorKnowledge = {
    ...(header === undefined ? {} : { columns: header.columns }),
    extract: {
      name: text,
      profile,
      values: findings,
      ...(record === undefined ? {} : { record }),
      linkTo: (line, columns) =>
        `command:entraInbound.cell.show?${encodeURIComponent(JSON.stringify([line, columns, text.slice(0, 100)]))}`,
    },
  };
  return [mappingAnswers(openMapping(mapping, knowledge)), mapping];
}

const payloads = knownPayloads({});

function payloadOf(text: string): readonly [DocumentAnswers, string] {
  const user = {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', text],
    externalId: text,
    displayName: text,
    [text]: text,
    emails: [{ type: text, value: text }],
    [`urn:a:${text}`]: { [text]: 1 },
  };
  const payload = JSON.stringify(
    {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      Operations: [{ method: 'POST', bulkId: text, path: '/Users', data: user }],
    },
    null,
    1,
  );
  return [payloadAnswers(openPayload(payload), payloads.service, new LineIndex(payload)), payload];
}

function jobOf(text: string): readonly [DocumentAnswers, string] {
  const job = changedJob(({ source, target, rule, mapping, title }) => {
    for (const object of [source, target]) object.attributes.push({ name: text, type: text, defaultValue: text });
    Object.assign(rule, { name: text });
    mapping.scope = { groups: [{ name: text, clauses: [{ sourceOperandName: text, operatorName: text }] }] };
    Object.assign(title, { targetAttributeName: text, source: expressionSource(`ToLower([${text}])`) });
  });
  return [jobSchemaAnswers(openJobSchema(job)), job];
}

const LANGUAGES = { mapping: mappingOver, payload: payloadOf, 'job schema': jobOf };

describe.each(Object.entries(LANGUAGES))('of a hostile %s', (_, open) => {
  it('nothing that the editor shows is a link, an image, an icon or HTML', async () => {
    for (const text of sliceOf(HOSTILE_TEXTS, 0.3)) {
      const [answers, document] = await open(text.slice(0, 1_000));
      expect(await dangersOf(answers, document), text.slice(0, 100)).toEqual([]);
    }
    expect(known.size).toBeGreaterThan(20);
  }, 300_000);
});

it('no prediction becomes more than text', () => {
  for (const text of sliceOf(HOSTILE_TEXTS, 0.3)) {
    const people = [
      { externalId: text, userName: `${text}@contoso.com`, displayName: text, title: text, active: true },
      { externalId: '', displayName: text },
      { externalId: '7', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { manager: { value: text } } },
    ];
    const predictions = emptySandbox().predict(people);
    const page = describePredictions({ name: text, connection: text, isSandbox: false, predictions, accounts: 1_000 });
    expect(dangersOfMarkdown(page), text.slice(0, 100)).toEqual([]);
  }
});

it('would notice: what is not escaped is found', () => {
  expect(dangersOfMarkdown('[a](command:b) ![c](https://d.e/f) <b>g</b>')).not.toEqual([]);
  expect(dangersOfMarkdown(code('[a](command:b)'))).toEqual([]);
});
