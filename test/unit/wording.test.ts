import { describe, expect, it } from 'vitest';
import { wordingProblems } from '../../scripts/wording.mjs';

// Put together, so that this file passes the check that it tests
const AFTER = ['be', 'hind'].join('');
const IS_NOT = ['is', 'no'].join(' ');

const found = (path: string, content: string) =>
  wordingProblems(path, content).map((problem) => `${problem.line}: ${problem.found}`);

describe('the wording of a program', () => {
  it.each([
    ['a line comment', `const a = 1;\n// The comma ${AFTER} it\n`],
    ['a comment at the end of a line', `const a = 1;\nconst b = 2; // The comma ${AFTER} it\n`],
    ['a comment in an empty block', `function a() {\n  // The comma ${AFTER} it\n}\n`],
    ['a docstring', `/** One line.\n * The comma ${AFTER} it. */\nexport const a = 1;\n`],
    ['a string', `const a =\n  'The comma ${AFTER} it';\n`],
    ['the head of a template', `const b = 1;\nconst a = \`${AFTER} \${b}\`;\n`],
    ['the end of a template', `const b = 1;\nconst a = \`\${b} is ${AFTER} it\`;\n`],
    ['a template in a template', `const b = 1;\nconst a = \`\${b ? \`${AFTER}\` : ''}\`;\n`],
    ['the title of a test', `\nit('reads what is ${AFTER} it', () => {});\n`],
  ])('is checked in %s', (_, content) => {
    expect(found('a.ts', content)).toEqual([`2: ${AFTER}`]);
  });

  it('is found over the end of a line', () => {
    expect(found('a.ts', `/**\n * The name ${IS_NOT.replace(' ', '\n * ')} path.\n */\nconst a = 1;\n`)).toEqual([
      `2: ${IS_NOT}`,
    ]);
  });

  it.each([
    ['a part of a word', `// That is ${AFTER}hand\n`],
    ['a path', `import { a } from './${AFTER}.js';\n`],
    ['a regular expression', `const a = /${AFTER} "/;\nconst b = 1;\n`],
    [
      'a right use',
      `// A host ${AFTER} a proxy\n// There ${IS_NOT} header, and the name ${IS_NOT} longer than the line\n`,
    ],
  ])('leaves %s alone', (_, content) => {
    expect(found('a.ts', content)).toEqual([]);
  });

  it('names limits by the word MAX', () => {
    const name = ['MOST', 'ROWS'].join('_');
    expect(found('a.ts', `const MAX_ROWS = 3;\nconst ${name} = 3;\n`)).toEqual([`2: ${name}`]);
  });
});

describe('the wording of a page', () => {
  it('is checked in its headings, paragraphs, tables and lists', () => {
    const page = `# ${AFTER}\n\nText **${AFTER}**\n\n| a |\n| - |\n| ${AFTER} |\n\n- one\n  - ${AFTER}\n`;
    expect(found('a.md', page)).toEqual([1, 3, 7, 10].map((line) => `${line}: ${AFTER}`));
  });

  it('is not checked in code', () => {
    expect(found('a.md', `\`${AFTER}\`\n\n\`\`\`\n${AFTER}\n\`\`\`\n\nText\n`)).toEqual([]);
  });
});

it('says what to write and why', () => {
  expect(wordingProblems('a.json', `{ "title": "${AFTER} it" }`)).toEqual([
    { line: 1, found: AFTER, write: 'after', why: expect.any(String) as string },
  ]);
});
