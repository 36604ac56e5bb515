import { describe, expect, it } from 'vitest';
import type { GuardFinding } from '../../../src/core/guards/guard';
import { saidByGuards } from '../../../src/core/guards/saidByGuards';

const finding = (id: string, decision: 'pass' | 'ask', more: Partial<GuardFinding> = {}): GuardFinding => ({
  id,
  decision,
  message: '',
  value: 0,
  limit: 0,
  ...more,
});

describe('what a guard says with the same people', () => {
  it('is not said again beside it', () => {
    expect([...saidByGuards([finding('G18', 'ask'), finding('G01', 'ask')])]).toEqual(['value.status.by-default']);
    expect([...saidByGuards([finding('G19', 'ask')])]).toEqual(['value.status.left-out']);
  });

  it('is said where the guard passes, or is not sure', () => {
    expect(saidByGuards([finding('G18', 'pass'), finding('G18', 'ask', { isUncertain: true })]).size).toBe(0);
  });
});
