/** How much of a text is read to recognise it: its beginning and its end, in UTF-16 units. */
export const payloadWindow = { head: 65_536, tail: 16_384 };

/** The beginning of a text and, if the text is longer, its end. */
export interface TextEnds {
  readonly head: string;
  readonly tail: string;
}

export function endsOf(text: string): TextEnds {
  const head = text.slice(0, payloadWindow.head);
  return { head, tail: text.slice(Math.max(head.length, text.length - payloadWindow.tail)) };
}
