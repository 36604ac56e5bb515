import { describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { openPayload } from '../../../../src/core/payload/document/payloadDocument';
import { LineIndex } from '../../../../src/core/text/lineIndex';
import { jobSchemaAnswers } from '../../../../src/language/jobSchema/jobSchemaAnswers';
import { openJobSchema } from '../../../../src/language/jobSchema/jobDocument';
import { openMapping } from '../../../../src/language/mapping/document/mappingDocument';
import { mappingAnswers } from '../../../../src/language/mapping/mappingAnswers';
import { knownPayloads } from '../../../../src/language/payload/knownPayloads';
import { payloadAnswers } from '../../../../src/language/payload/payloadAnswers';
import type { DocumentAnswers } from '../../../../src/language/shared/documentAnswers';
import { withCursor } from '../../../support/cursor';
import { changedJob } from '../../jobSchema/smallJob';
import { appliedTo } from '../appliedActions';

const payloads = knownPayloads({});

/** How each language opens a text. What follows knows none of them. */
const languages = {
  mapping: (text: string) => mappingAnswers(openMapping(text)),
  payload: (text: string) => payloadAnswers(openPayload(text), payloads.service, new LineIndex(text)),
  'job schema': (text: string) => jobSchemaAnswers(openJobSchema(text)),
} satisfies Record<string, (text: string) => DocumentAnswers>;

interface Case {
  readonly language: keyof typeof languages;
  /** A "|" is where the cursor is: in or beside what is wrong. */
  readonly marked: string;
  readonly code: string;
  readonly title: string;
  readonly fixed: string;
  /** What completion offers at the cursor. */
  readonly offered: string;
}

const USER_URN = 'urn:ietf:params:scim:schemas:core:2.0:User';
const mapping = (attribute: string) => `externalId = [Id]\nuserName = [User]\nactive = "True"\n${attribute} = [T]\n`;
const user = (member: string) => `{ "schemas": ["${USER_URN}"], "userName": "a", ${member}: "Fitter" }`;
const job = (target: string) => changedJob(({ title }) => Object.assign(title, { targetAttributeName: target }));

const CASES: readonly Case[] = [
  {
    language: 'mapping',
    marked: mapping('titl|'),
    code: 'mapping.unknown-attribute',
    title: 'Change to title',
    fixed: mapping('title'),
    offered: 'title',
  },
  {
    language: 'payload',
    marked: user('"titl|"'),
    code: 'payload.unknown-attribute',
    title: 'Change to "title"',
    fixed: user('"title"'),
    offered: 'title',
  },
  {
    language: 'job schema',
    marked: job('JobTitle|'),
    code: 'job.unknown-target-attribute',
    title: 'Change to "jobTitle"',
    fixed: job('jobTitle'),
    offered: 'jobTitle',
  },
];

function open({ language, marked }: Case) {
  const { text, offset } = withCursor(marked);
  const answers: DocumentAnswers = languages[language](text);
  const index = new LineIndex(text);
  const cursor = index.positionAt(offset);
  const ask = (diagnostics: readonly Diagnostic[], only?: string) =>
    answers.codeActions({ range: { start: cursor, end: cursor }, diagnostics, only });
  return { text, offset, answers, index, ask };
}

describe.each(CASES)('a $language answers as every document does', (given) => {
  const { text, offset, answers, index, ask } = open(given);
  const found = answers.diagnose().filter(({ code }) => code === given.code);

  it('with a diagnostic at the place, as grave as the user wants it', () => {
    expect(found).toHaveLength(1);
    const [start, end] = [found[0]?.range.start, found[0]?.range.end].map((place) => place && index.offsetAt(place));
    expect(start).toBeLessThanOrEqual(offset);
    expect(end).toBeGreaterThanOrEqual(offset);
    expect(found[0]).toMatchObject({ source: 'entra-inbound', severity: expect.any(Number) as number });
    const shown = answers.diagnose({ levels: { [given.code]: 'information' }, page: (code) => `page:${code}` });
    expect(shown.find(({ code }) => code === given.code)?.codeDescription).toEqual({ href: `page:${given.code}` });
    expect(answers.diagnose({ limit: 1 })).toHaveLength(1);
  });

  it('with the quick fix that takes what was probably meant', () => {
    const fix = ask(found).find(({ title }) => title === given.title);
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: found });
    expect(fix && appliedTo(text, index, answers.resolveAction(fix))).toBe(given.fixed);
  });

  it('with actions of the kind that is asked for alone', () => {
    const kindsOf = (actions: readonly CodeAction[]) => new Set(actions.map(({ kind }) => kind));
    expect(kindsOf(ask(found, 'quickfix'))).toEqual(new Set(['quickfix']));
    expect([...kindsOf(ask(found, 'refactor'))].every((kind) => kind?.startsWith('refactor'))).toBe(true);
    expect(ask([], 'quickfix')).toEqual([]);
    expect(ask([{ range: { start: index.positionAt(0), end: index.positionAt(1) }, message: 'of others' }])).toEqual(
      ask([]),
    );
  });

  it('with a completion that replaces what is written', async () => {
    const { items } = await answers.complete(offset);
    expect(items.map(({ label }) => label)).toContain(given.offered);
  });

  it('with an outline, and with a hover for what is named right', async () => {
    const fixed: DocumentAnswers = languages[given.language](given.fixed);
    expect(fixed.symbols().length).toBeGreaterThan(0);
    expect(JSON.stringify(await fixed.hover(offset - 2))).toContain(given.offered);
  });
});

describe('all problems of a kind', () => {
  it.each([
    ['mapping', 'Title = [T]\nNickName = [N]\n', 'mapping.attribute-case', 'title = [T]\nnickName = [N]\n'],
    [
      'payload',
      `{ "schemas": ["${USER_URN}"], "UserName": "a", "Title": "Fitter" }`,
      'payload.attribute-case',
      `{ "schemas": ["${USER_URN}"], "userName": "a", "title": "Fitter" }`,
    ],
  ] as const)(
    'of a %s are fixed by one action, whose edits are made when it is chosen',
    (language, text, code, fixed) => {
      const answers: DocumentAnswers = languages[language](text);
      const [first] = answers.diagnose().filter((diagnostic) => diagnostic.code === code);
      const asked = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
      const all = answers
        .codeActions({ ...asked, diagnostics: first === undefined ? [] : [first], only: 'quickfix' })
        .find(({ data }) => data !== undefined);
      expect(all?.edit).toBeUndefined();
      expect(all && appliedTo(text, new LineIndex(text), answers.resolveAction(all))).toBe(fixed);
    },
  );

  it('are only fixed on saving where the text keeps its meaning', () => {
    const onSave = (text: string) => {
      const answers = languages.mapping(text);
      const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
      return answers.codeActions({ range, diagnostics: answers.diagnose(), only: 'source.fixAll' });
    };
    expect(onSave('Title = [T]\n').map(({ kind }) => kind)).toEqual(['source.fixAll']);
    expect(onSave('titl = [T]\n')).toEqual([]);
  });
});

describe('very many problems of a kind', () => {
  const NAMES = ['externalId', 'userName', 'displayName', 'nickName', 'profileUrl', 'title', 'userType', 'preferredLanguage', 'locale', 'timezone', 'active', 'password']; // prettier-ignore

  it('have fixes of their own for the first ten, and one action for all', () => {
    const answers = languages.mapping(NAMES.map((name) => `${name.toUpperCase()} = [a]\n`).join(''));
    const diagnostics = answers.diagnose().filter(({ code }) => code === 'mapping.attribute-case');
    expect(diagnostics).toHaveLength(NAMES.length);
    const range = { start: { line: 0, character: 0 }, end: { line: 30, character: 0 } };
    const actions = answers.codeActions({ range, diagnostics, only: 'quickfix' });
    const fixed = new Set(
      actions.filter(({ edit }) => edit !== undefined).flatMap((action) => action.diagnostics ?? []),
    );
    expect([...fixed]).toEqual(diagnostics.slice(0, 10));
    const [all] = actions.filter(({ data }) => data !== undefined);
    const { edit } = answers.resolveAction(all ?? { title: '' });
    expect(JSON.stringify(edit).match(/"newText"/g)).toHaveLength(NAMES.length);
  });
});

describe('a question that a language does not answer', () => {
  it('is absent, so that nothing is offered to the editor for it', () => {
    const questions = (answers: DocumentAnswers) => new Set(Object.keys(answers));
    const [ofMapping, ofPayload, ofJob] = [mapping('title'), user('"title"'), job('jobTitle')].map((text, index) =>
      questions(Object.values(languages)[index]?.(text) ?? languages.mapping(text)),
    );
    expect(ofMapping).toContain('format');
    expect(ofMapping).toContain('rename');
    for (const missing of ['format', 'rename', 'semanticTokens', 'inlayHints']) {
      expect(ofPayload).not.toContain(missing);
      expect(ofJob).not.toContain(missing);
    }
    expect(ofJob).toContain('signatureHelp');
    expect(ofPayload).not.toContain('signatureHelp');
  });
});
