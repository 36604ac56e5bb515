import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../src/core/logs/instant';

describe('parseInstant', () => {
  const whole = [
    '1970-01-01T00:00:00Z',
    '2026-06-24T20:53:08Z',
    '2024-02-29T23:59:59.5Z',
    '2000-02-29T00:00:00Z',
    '1999-12-31T23:59:59.999Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2021-05-01T00:00:00-05:00',
    '2026-03-01T00:30:00+05:30',
  ];
  it.each(whole)('agrees with the language about %s', (text) => {
    expect(parseInstant(text)).toBe(Date.parse(text));
  });

  it('keeps what lies below a millisecond', () => {
    const early = parseInstant('2026-06-24T20:53:08.1234561Z') ?? NaN;
    const late = parseInstant('2026-06-24T20:53:08.1234571Z') ?? NaN;
    expect(late).toBeGreaterThan(early);
    expect(Math.floor(early)).toBe(Date.parse('2026-06-24T20:53:08.123Z'));
  });

  const none = [
    '',
    'yesterday',
    '2026-06-24',
    '2026-06-24T20:53:08',
    '2026-13-01T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-06-24T24:00:00Z',
    '2026-06-24T20:60:00Z',
    '2026-06-24T20:53:60Z',
    ' 2026-06-24T20:53:08Z',
  ];
  it.each(none)('finds no instant in "%s"', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
