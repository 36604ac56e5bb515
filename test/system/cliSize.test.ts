import { afterAll, describe, expect, it } from 'vitest';
import { Workplace } from './support/runCli';
import { HEADER, MAPPING } from './support/samples';

/** Megabytes that the language may hold: some hundred bytes for each row of the extract would be several times as much. */
const place = new Workplace({ NODE_OPTIONS: '--max-old-space-size=100' });
afterAll(() => place.remove());

/** Lines of a delimiter alone, in an extract that has another one: each is a record that is refused. */
const REFUSED = 1_000_000;

describe('an extract of a million rows that are refused', () => {
  place.write('m.scimmap', MAPPING);
  place.write('rows.csv', `${HEADER}1,ada,Ada,A\n${';\n'.repeat(REFUSED)}`);

  it.each(['plan', 'convert'])('takes little memory to %s, and is counted exactly', async (command) => {
    const args = command === 'convert' ? ['--out', 'requests'] : [];
    const { code, err } = await place.run([command, 'rows.csv', '--mapping', 'm.scimmap', ...args]);
    expect(code).toBe(1);
    expect(err).toContain('and 999,000 more\n');
    expect(err.match(/\[csv\.row\.field-count\]/g)).toHaveLength(1000);
  });
});

describe('a mapping with more mistakes than anyone reads', () => {
  // Two of each line
  place.write('wrong.scimmap', 'title = [x\n'.repeat(10_000));

  it('lists the first thousand errors as text, and counts the others', async () => {
    const { code, out } = await place.run(['check', 'wrong.scimmap']);
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines).toHaveLength(1001);
    expect(lines.slice(0, -1).every((line) => line.includes(': error: '))).toBe(true);
    expect(lines.at(-1)).toMatch(/^and [0-9,]+ more$/);
  });

  it('lists as many as JSON, and the count on standard error', async () => {
    const { out, err } = await place.run(['check', 'wrong.scimmap', '--format', 'json']);
    expect(JSON.parse(out)).toHaveLength(1000);
    expect(JSON.parse(err)).toEqual({ more: expect.any(Number) as number });
  });

  it('has the count in SARIF, too', async () => {
    const { out, err } = await place.run(['check', 'wrong.scimmap', '--format', 'sarif']);
    const { more } = JSON.parse(err) as { readonly more: number };
    expect(JSON.parse(out)).toMatchObject({ runs: [{ properties: { more } }] });
    expect(more).toBeGreaterThan(8000);
  });

  it('lists as many when it is formatted', async () => {
    const { code, err } = await place.run(['format', '--check', 'wrong.scimmap']);
    expect(code).toBe(1);
    expect(err.trimEnd().split('\n')).toHaveLength(1001);
  });
});
