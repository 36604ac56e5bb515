import { describe, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { openJobSchema } from '../../../../src/language/jobSchema/jobDocument';
import { jobSymbols } from '../../../../src/language/jobSchema/jobSymbols';
import { changedJob } from '../../jobSchema/smallJob';

function lines(symbols: readonly DocumentSymbol[], depth = 0): readonly string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${'  '.repeat(depth)}${name}${detail === undefined ? '' : ` (${detail})`}`,
    ...lines(children, depth + 1),
  ]);
}

describe('the outline of a job schema', () => {
  it('has rules, mappings and directories as they nest', () => {
    const text = changedJob(({ source, target, title }) => {
      source.attributes.splice(2);
      target.attributes.splice(1);
      delete title.targetAttributeName;
    });
    expect(lines(jobSymbols(openJobSchema(text)))).toEqual([
      'API',
      '  urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
      '    externalId (String, required, anchor)',
      '    userName (String, required)',
      'Azure Active Directory',
      '  User',
      '    objectId (String, anchor, ReadOnly)',
      'USER_INBOUND_USER (API → Azure Active Directory)',
      '  Provision users (urn:ietf:params:scim:schemas:extension:enterprise:2.0:User → User)',
      '    employeeId (matching 1: [externalId])',
      '    displayName ([userName])',
      '    accountEnabled ([active])',
      '    Attribute mapping 4 ([title])',
    ]);
  });

  it('is empty for what is not a schema', () => {
    for (const text of ['', '[]', '{', '{"synchronizationRules": 5}'])
      expect(jobSymbols(openJobSchema(text))).toEqual([]);
  });
});
