import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_HEIGHT, ScaledScroll } from '../../../../src/webview/list/scaledScroll';

const ROW = 24;
const SCREEN = 600;

function scrollOf(rows: number): ScaledScroll {
  const scroll = new ScaledScroll();
  scroll.resize(rows * ROW, SCREEN);
  return scroll;
}

const lastTop = (rows: number) => rows * ROW - SCREEN;

describe('a list that is scrolled', () => {
  it.each([0, 1, 20, 25, 1000, 200_000])('of %i rows is laid out as it is', (rows) => {
    const scroll = scrollOf(rows);
    expect(scroll.height).toBe(rows * ROW);
    scroll.scrolled(Math.max(0, lastTop(rows)) / 2);
    expect([scroll.top, scroll.shift]).toEqual([Math.max(0, lastTop(rows)) / 2, 0]);
  });

  it.each([300_000, 1_000_000, 20_000_000])('of %i rows is laid out as far as a browser can', (rows) => {
    const scroll = scrollOf(rows);
    expect(scroll.height).toBe(MAX_HEIGHT);
    // The bar at its end shows the last row, and at its beginning the first
    scroll.scrolled(MAX_HEIGHT - SCREEN);
    expect(scroll.top).toBe(lastTop(rows));
    scroll.scrolled(0);
    expect([scroll.top, scroll.at]).toEqual([0, 0]);
    // In the middle it shows the middle
    scroll.scrolled((MAX_HEIGHT - SCREEN) / 2);
    expect(scroll.top).toBeCloseTo(lastTop(rows) / 2, 0);
  });

  it('of a million rows moves by the pixels of the wheel, and reaches both ends', () => {
    const scroll = scrollOf(1_000_000);
    scroll.goTo(12_000_000);
    for (let turn = 1; turn <= 50; turn++) {
      scroll.scrolled(scroll.at + 100);
      expect(scroll.top).toBeCloseTo(12_000_000 + turn * 100, 3);
    }
    scroll.goTo(lastTop(1_000_000) - 150_000);
    for (let turn = 0; turn < 1500; turn++) scroll.scrolled(Math.min(scroll.at + 100, MAX_HEIGHT - SCREEN));
    expect([scroll.top, scroll.at]).toEqual([lastTop(1_000_000), MAX_HEIGHT - SCREEN]);
    scroll.goTo(150_000);
    for (let turn = 0; turn < 1500; turn++) scroll.scrolled(Math.max(scroll.at - 100, 0));
    expect([scroll.top, scroll.at]).toEqual([0, 0]);
  });

  it('brings a row into sight with the least movement', () => {
    const scroll = scrollOf(1_000_000);
    scroll.show(999_999 * ROW, 1_000_000 * ROW);
    expect(scroll.top).toBe(lastTop(1_000_000));
    scroll.show(999_990 * ROW, 999_991 * ROW);
    expect(scroll.top).toBe(lastTop(1_000_000));
    scroll.show(ROW, 2 * ROW);
    expect(scroll.top).toBe(ROW);
  });

  it('never leaves the list or the canvas, and puts the bar back to where it shows the same', () => {
    const moves = fc.array(fc.oneof(fc.integer({ min: -1200, max: 1200 }), fc.integer({ min: -6e6, max: 6e6 })));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000_000 }), moves, (rows, given) => {
        const scroll = scrollOf(rows);
        const lastAt = Math.max(0, scroll.height - SCREEN);
        for (const move of given) {
          scroll.scrolled(Math.min(Math.max(0, scroll.at + move), lastAt));
          expect(scroll.top).toBeGreaterThanOrEqual(0);
          expect(scroll.top).toBeLessThanOrEqual(Math.max(0, lastTop(rows)));
          const { top } = scroll;
          scroll.settle();
          expect(scroll.top).toBe(top);
          expect(scroll.at).toBeGreaterThanOrEqual(0);
          expect(scroll.at).toBeLessThanOrEqual(lastAt + 1e-6);
        }
      }),
    );
  });

  it('is where it was once a list that is read again is as long as before', () => {
    const scroll = scrollOf(1_000_000);
    scroll.show(999_999 * ROW, 1_000_000 * ROW);
    for (const rows of [3000, 500_000]) {
      scroll.resize(rows * ROW, SCREEN);
      expect(scroll.top).toBe(lastTop(rows));
    }
    scroll.resize(1_000_000 * ROW, SCREEN);
    expect(scroll.top).toBe(lastTop(1_000_000));
  });

  it('stays at what is in sight when the user has gone on, or another list is shown meanwhile', () => {
    const moved = scrollOf(1000);
    moved.goTo(lastTop(1000));
    moved.resize(200 * ROW, SCREEN);
    moved.scrolled(moved.at - ROW);
    const other = scrollOf(1000);
    other.goTo(lastTop(1000));
    other.resize(200 * ROW, SCREEN);
    other.stay();
    for (const scroll of [moved, other]) scroll.resize(1000 * ROW, SCREEN);
    expect([moved.top, other.top]).toEqual([lastTop(200) - ROW, lastTop(200)]);
  });

  it('stays where it is when rows are added', () => {
    const scroll = scrollOf(1000);
    scroll.goTo(5000);
    scroll.resize(1_000_000 * ROW, SCREEN);
    expect(scroll.top).toBe(5000);
    // And is at the last row when there are fewer
    scroll.resize(100 * ROW, SCREEN);
    expect(scroll.top).toBe(lastTop(100));
  });
});
