import { describe, expect, it } from 'vitest';
import { bytesAfter } from '../../../src/worker/politeBytes';
import { Questions } from '../../../src/worker/questions';

/** A promise, and what settles it. */
function later(): { readonly answer: Promise<string>; readonly settle: (text: string) => void } {
  let settle: (text: string) => void = () => undefined;
  const answer = new Promise<string>((resolve) => {
    settle = resolve;
  });
  return { answer, settle };
}

async function* blocks(): AsyncGenerator<Uint8Array, void, undefined> {
  yield await Promise.resolve(new Uint8Array([1]));
  yield new Uint8Array([2]);
}

/** The first bytes of the blocks that have been handed on by now. */
function reading(questions: Questions): { readonly read: number[]; readonly end: Promise<void> } {
  const read: number[] = [];
  const end = (async () => {
    for await (const [byte] of bytesAfter(blocks(), () => questions.answered())) read.push(byte ?? 0);
  })();
  return { read, end };
}

describe('an extract that is read while questions come', () => {
  it('is read on where there are none', async () => {
    const { read, end } = reading(new Questions());
    await end;
    expect(read).toEqual([1, 2]);
  });

  it('is read on once all of them are answered, also where one fails', async () => {
    const questions = new Questions();
    const [first, second] = [later(), later()];
    const answered = questions.first(() => first.answer);
    const failed = questions.first(async () => {
      throw new Error(await second.answer);
    });
    const { read, end } = reading(questions);
    first.settle('rows');
    expect(await answered).toBe('rows');
    await new Promise(setImmediate);
    expect(read).toEqual([]);
    second.settle('gone');
    await expect(failed).rejects.toThrow('gone');
    await end;
    expect(read).toEqual([1, 2]);
  });
});
