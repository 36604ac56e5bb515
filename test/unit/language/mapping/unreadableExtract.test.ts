import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { problemsOf } from '../../../../src/language/mapping/diagnoseMapping';
import { openMapping } from '../../../../src/language/mapping/document/mappingDocument';
import { examineText } from '../../examine/checks/examineText';
import { stateEncoding } from '../../../../src/language/mapping/quickFixes/stateEncoding';

const RULES = 'externalId = [Id]\nuserName = [Login]\nactive = [On]\ndisplayName = [Name]\n';
const unreadable = { name: 'people.csv', encoding: 'windows-1252', line: 7 };

const wrongEncodings = (text: string, knowledge = { unreadable }) =>
  problemsOf(openMapping(text, knowledge)).filter(({ code }) => code === 'csv.encoding.invalid');

describe('a mapping whose extract is in another encoding', () => {
  it.each([
    ['no source block', `# HR\n${RULES}`],
    ['an empty source block', `source csv {\n}\n${RULES}`],
    ['an empty source block on one line', `source csv { }\n${RULES}`],
    ['settings', `source csv {\n  delimiter = ";"  # of HR\n}\n${RULES}`],
    ['another encoding', `source csv {\n  encoding = "utf-8"\n}\n${RULES}`],
  ])('has a problem, and a fix that states it: %s', (_, text) => {
    const [problem, ...others] = wrongEncodings(text);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ severity: 'error', data: { encoding: 'windows-1252' } });
    expect(problem?.message).toMatch(/people\.csv .*line 7.*looks like windows-1252/);
    if (problem === undefined) return;
    const document = openMapping(text, { unreadable });
    const [fix] = stateEncoding.fixes({ ...problem, document, data: problem.data ?? {} });
    const fixed = loadMapping(applyEdits(text, fix?.edits ?? []));
    expect(fixed.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(fixed.model.source).toMatchObject({ encoding: 'windows-1252' });
    expect(fixed.model.rules).toHaveLength(4);
  });

  it('has none once the extract can be read', () => {
    expect(problemsOf(openMapping(RULES, {})).map(({ code }) => code)).not.toContain('csv.encoding.invalid');
  });

  it('states UTF-8 where another encoding is stated for it', async () => {
    const text = `source csv { encoding = "windows-1252" }\n${RULES}`;
    const { findings } = await examineText(text, 'Id,Login,On,Name\n1,a@b.c,True,Zoë\n');
    const found = findings.findings.find(({ code }) => code === 'csv.encoding.misstated');
    const document = openMapping(text, {});
    const problem = { code: found?.code ?? '', message: '', severity: 'warning', span: { start: 0, end: 1 } };
    const [fix] = stateEncoding.fixes({ ...problem, document, data: found?.data ?? {} } as Parameters<
      typeof stateEncoding.fixes
    >[0]);
    expect(applyEdits(text, fix?.edits ?? [])).toBe(text.replace('windows-1252', 'utf-8'));
  });
});
