import { describe, expect, it } from 'vitest';
import { mappingChecks } from '../../../../src/core/mapping/checks/table';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import { NEEDED, NEEDED_COLUMNS } from '../problemCases';

const CODES = new Set(mappingChecks.flatMap(({ kinds }) => kinds.map(({ code }): string => code)));
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const CUSTOM = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';

/** What the checks find below the rules that are needed: severity, code, the place and the message. */
function found(text: string, columns?: readonly string[]): readonly string[] {
  const whole = NEEDED + text;
  const knowledge = columns === undefined ? {} : { columns: [...NEEDED_COLUMNS, ...columns] };
  return loadMapping(whole, knowledge)
    .problems.filter(({ code }) => CODES.has(code))
    .map(
      ({ severity, code, span, message }) =>
        `${severity} ${code.replace('mapping.', '')} at ${whole.slice(span.start, span.end)}: ${message}`,
    );
}

describe('the checks of a mapping', () => {
  it.each<[string, readonly string[]]>([
    [
      'title = [T]\nTITLE = [U]',
      [
        'error duplicate-path at TITLE: "title" already has a rule, and an attribute takes only one value.',
        'information attribute-case at TITLE: RFC 7643 spells it "title".',
      ],
    ],
    [
      'emails[type eq "work"].type = [M]',
      [
        'warning overlapping-path at emails[type eq "work"].type: The filter of "emails[type eq "work"].type" already sets "type" to "work", and this rule would overwrite it.',
      ],
    ],
    [
      'emails[type eq "work" and primary eq true].value = [M]\nemails[primary eq true and type eq "work"].display = [N]',
      [
        'warning overlapping-path at emails[primary eq true and type eq "work"].display: An earlier rule writes this element as emails[type eq "work" and primary eq true]. Two spellings make two elements.',
      ],
    ],
    [
      `${CUSTOM}:badge = [A]\n${CUSTOM}:badge.number = [B]`,
      [
        `error overlapping-path at ${CUSTOM}:badge.number: "badge" is a value in an earlier rule and an object with members here. It can be only one of them.`,
      ],
    ],
    [
      'roles[type eq "x"].primary = "yes"',
      [
        'error constant-type at "yes": "roles" is of type boolean, but this constant is not: every record would be refused.',
      ],
    ],
    [
      'roles[type eq "x"].primary = Switch([S], "True", "b", "no")',
      [
        'error constant-type at "no": "roles" is of type boolean, but this constant is not: each record that gets it would be refused.',
      ],
    ],
    [
      `${CUSTOM}:since = Now() @type(DateTime)`,
      [
        'error wrong-type at Now: "since" is of type dateTime, but Now returns a date like 7/10/2010 12:00:00 AM: the record would be refused.',
      ],
    ],
    [
      'title = Append([T], DefaultDomain())',
      [
        'error needs-tenant at DefaultDomain: DefaultDomain needs the target tenant, which is unknown here. Use it in the attribute mappings of the provisioning job.',
      ],
    ],
    [
      'phoneNumbers[type eq "mobile"].value = [P]',
      [
        'warning element-not-work at phoneNumbers[type eq "mobile"].value: Entra reads only elements of phoneNumbers with the type "work" and ignores this one: phoneNumbers[type eq "mobile"].',
      ],
    ],
    [
      'password = [P]',
      ['warning attribute-without-effect at password: "password" has no effect. Entra does not provision passwords.'],
    ],
    [
      `${ENTERPRISE}:manager.displayName = [M]`,
      [
        `warning attribute-without-effect at ${ENTERPRISE}:manager.displayName: "manager.displayName" has no effect. Entra finds the manager by manager.value.`,
      ],
    ],
    [
      'groups.value = [G]',
      ['warning attribute-without-effect at groups.value: "groups.value" has no effect. RFC 7643 makes it read-only.'],
    ],
    [
      'NAME { GivenName = [G] }',
      [
        'information attribute-case at NAME: RFC 7643 spells it "name".',
        'information attribute-case at GivenName: RFC 7643 spells it "givenName".',
      ],
    ],
    [
      'schema urn:ietf:params:scim:schemas:extension:enterprise:2:User {\n  x = [D]\n}',
      [
        `warning doubtful-schema at urn:ietf:params:scim:schemas:extension:enterprise:2:User: This resembles "${ENTERPRISE}" but is sent as a separate schema.`,
      ],
    ],
    [
      `${CUSTOM}:title = [T]`,
      [
        `information core-attribute-in-extension at ${CUSTOM}:title: "title" is not the same attribute here as "title" of User (RFC 7643), which mappings of the job usually read.`,
      ],
    ],
  ])('say of %s: %j', (text, problems) => {
    expect([...found(text)].sort()).toEqual([...problems].sort());
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'title = [job title]',
      ['Job Title'],
      [
        'error unknown-column at [job title]: Unknown column [job title]: it is not in the extract. Did you mean [Job Title]?',
        'information unused-column at externalId = [Id]: The mapping does not use 1 of 4 columns: [Job Title].',
      ],
    ],
    [
      'title = [JobTitel]\nnickName = [Job-Title]',
      ['JobTitle', 'Job-Title', 'Job.Title'],
      [
        'error unknown-column at [JobTitel]: Unknown column [JobTitel]: it is not in the extract. Did you mean [JobTitle]?',
        'information unused-column at externalId = [Id]: The mapping does not use 2 of 6 columns: [JobTitle], [Job.Title].',
        'warning ambiguous-column at [Job-Title]: [Job-Title] has a similar name to another column: the extract also has [JobTitle] and [Job.Title].',
      ],
    ],
    [
      'title = [Nothing like it]',
      [],
      ['error unknown-column at [Nothing like it]: Unknown column [Nothing like it]: it is not in the extract.'],
    ],
    [
      'source csv {\n  header = 1\n}',
      ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'],
      [
        'information unused-column at source: The mapping does not use 12 of 15 columns: [A], [B], [C], [D], [E], [F], [G], [H], [I], [J] and 2 more.',
      ],
    ],
    ['source csv {\n  key = [A]\n}\nwhere [B] <> "x"', ['A', 'B'], []],
  ])('say of %s with the columns %j: %j', (text, columns, problems) => {
    expect([...found(text, columns)].sort()).toEqual([...problems].sort());
  });

  it.each([
    '',
    'title = [T]\nnickName = [T]',
    'roles[type eq "x"].primary = "true"',
    'roles[type eq "x"].primary = Switch([S], , "A", "True")',
    'roles[type eq "x"].primary = [R]',
    `${CUSTOM}:grade = "-7" @type(Integer)`,
    `${CUSTOM}:title2 = [T]`,
    `${CUSTOM}:secret = [P]`,
    `${CUSTOM}:since = IIF([D] = "x", "2026-11-23T08:00:00Z", [D]) @type(DateTime)`,
    `${ENTERPRISE}:manager.value = [M]`,
    `schema ${ENTERPRISE} {\n  manager.value = [M]\n  department = [D]\n}`,
    'emails[type eq "work"].value = [M]\nphoneNumbers[type eq "work"].value = [P]',
    'emails[type eq "work"].value = [M]\nemails[type eq "work"].display = [M]',
    'roles[type eq "a"].value = [A]\nroles[type eq "b"].value = [B]',
    `${CUSTOM}:badge.colour = [A]\n${CUSTOM}:badge.number = [B]`,
    `${CUSTOM}:x = [A]\n${CUSTOM.replace('contoso', 'other')}:x.y = [B]`,
    `name.givenName = "${'y'.repeat(64)}"`,
    'where [Kind] = "DefaultDomain()"',
    'title = [T] # DefaultDomain()',
  ])('are silent about %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each<[string, string]>([
    ['', 'error active error externalId warning userName'],
    ['externalId = [Id]', 'error active warning userName'],
    ['EXTERNALID = [Id]\nUserName = [U]\nactive = "True"', ''],
    [`${CUSTOM}:externalId = [Id]\nuserName = [U]\nactive = "True"`, 'error externalId'],
    ['title [T]', ''],
    ['userName = [U', 'error active error externalId'],
  ])('miss of %j: %s', (text, missing) => {
    const problems = loadMapping(text).problems.filter(({ code }) => code === 'mapping.missing-rule');
    expect(
      problems
        .map(({ severity, data }) => `${severity} ${String(data?.attribute)}`)
        .sort()
        .join(' '),
    ).toBe(missing);
  });
});
