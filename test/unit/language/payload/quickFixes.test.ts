import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import type { Problem } from '../../../../src/core/problems/problem';
import { diagnosePayload } from '../../../../src/language/payload/diagnosePayload';
import type { DiagnosedPayload } from '../../../../src/language/payload/editedPayload';
import { payloadFixes } from '../../../../src/language/payload/quickFixes/payloadFixes';
import { payloadQuickFixTable } from '../../../../src/language/payload/quickFixes/table';
import { fixActions } from '../../../../src/language/shared/fixes/fixActions';
import { resolveFixAll } from '../../../../src/language/shared/fixes/fixAll';
import { openInEditor } from '../../../support/openPayload';
import { appliedTo } from '../appliedActions';
import { FIX_CASES } from './fixCases';
import { codeOf } from '../../../support/codeOf';

/** The text of « and » and the problems between them. */
function marked(text: string, problem: { readonly code: string } & Pick<Problem, 'data'>): DiagnosedPayload {
  const pieces = text.split(/[«»]/);
  const problems = pieces.flatMap((piece, index): Problem[] => {
    const start = pieces.slice(0, index).join('').length;
    const span = { start, end: start + piece.length };
    return index % 2 === 1 ? [{ ...problem, code: codeOf(problem.code), severity: 'error', message: '', span }] : [];
  });
  return openInEditor(pieces.join(''), problems);
}

const diagnosticsOf = (payload: DiagnosedPayload) => diagnosePayload(payload);

function applied(payload: DiagnosedPayload, action: CodeAction): string {
  return appliedTo(payload.slice(0, payload.payload.length), payload, action);
}

describe('quick fixes of payloads', () => {
  it.each(FIX_CASES)('$code: $title', ({ code, text, data, title, fixed, isPreferred }) => {
    const payload = marked(text, { code, ...(data === undefined ? {} : { data }) });
    const actions = fixActions(payloadFixes(payload), diagnosticsOf(payload));
    const action = actions.find((candidate) => candidate.title === title);
    expect(actions.map((candidate) => candidate.title)).toContain(title);
    expect(action && applied(payload, action)).toBe(fixed);
    expect(action?.isPreferred).toBe(isPreferred);
  });

  it('there is a case for every code that has a fix', () => {
    const served = new Set(payloadQuickFixTable.flatMap(({ codes }) => codes));
    served.delete('payload.too-many-operations');
    served.delete('json.syntax');
    served.delete('json.byte-order-mark');
    expect([...served].sort()).toEqual([...new Set(FIX_CASES.map(({ code }) => code))].sort());
  });

  it('splitting is left to a command', () => {
    const payload = marked('{ "Operations": «[»{}, {}] }', { code: 'payload.too-many-operations' });
    const [action] = fixActions(payloadFixes(payload), diagnosticsOf(payload));
    expect(action?.command?.command).toBe('entraInbound.payload.split');
    expect(action?.edit).toBeUndefined();
  });

  it('all problems of a kind are mended at once, neighbours too', () => {
    const payload = marked(
      '{ "Operations": [{ "data": { "x": 1, «"id"»: 1, «"meta"»: {} } }, { "data": { «"id"»: 2, "title": "T" } }] }',
      { code: 'payload.attribute-without-effect' },
    );
    const all = fixActions(payloadFixes(payload), diagnosticsOf(payload).slice(0, 1)).at(-1);
    expect(all?.title).toBe('Fix all 3 problems of this kind: payload.attribute-without-effect');
    expect(all?.edit).toBeUndefined();
    const resolved = all && resolveFixAll(payloadFixes(payload), all);
    expect(resolved && applied(payload, resolved)).toBe(
      '{ "Operations": [{ "data": { "x": 1 } }, { "data": { "title": "T" } }] }',
    );
  });

  it.each([
    [
      'what is not the user’s to choose is not done for all',
      'payload.missing-attribute',
      '{ "Operations": [«{»}, «{»}] }',
    ],
    ['nothing is done about a code that is not known', 'payload.other', '{ "Operations": [«{»}, «{»}] }'],
    ['nor where the text has no value', 'payload.missing-member', '«»'],
  ])('%s', (_, code, text) => {
    const payload = marked(text, { code, data: { attribute: 'active' } });
    const actions = fixActions(payloadFixes(payload), diagnosticsOf(payload));
    expect(actions.filter(({ isPreferred, data }) => isPreferred === true || data !== undefined)).toEqual([]);
  });

  it.each([
    ['[«{»} {}]', { span: { start: 19, end: 19 }, newText: ',' }, 'Insert ,', '[{}, {}]'],
    ['[{«,»}]', { span: { start: 18, end: 19 }, newText: '' }, 'Remove ,', '[{}]'],
    ['[{}, «{»nul}]', { span: { start: 22, end: 25 }, newText: 'null' }, 'Change to null', '[{}, {null}]'],
  ])('a mistake of JSON is repaired as its finder says: %s', (list, edit, title, fixed) => {
    const payload = marked(`{ "Operations": ${list} }`, { code: 'json.syntax', data: { edit } });
    const [action] = fixActions(payloadFixes(payload), diagnosticsOf(payload));
    expect(action).toMatchObject({ title, isPreferred: true });
    expect(action && applied(payload, action)).toBe(`{ "Operations": ${fixed} }`);
  });

  it('an attribute is not moved over another value', () => {
    const text =
      '{ «"department"»: "A", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { "department": "B" } }';
    const data = { urn: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User', attribute: 'department' };
    const payload = marked(text, { code: 'payload.attribute-outside-schema', data });
    expect(fixActions(payloadFixes(payload), diagnosticsOf(payload))).toEqual([]);
  });
});
