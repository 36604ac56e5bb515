import type { ListShare } from '../../preview/pageLayout';

/** From this width on the list is left of the record, in CSS pixels; otherwise above it. The same value is in the stylesheet. */
const WIDE = '(width >= 700px)';

/** The share of the room that the list may take, in percent. The minimum of either part is in the stylesheet. */
const [MIN_SHARE, MAX_SHARE] = [15, 85];

/** The distance of one press of an arrow key, in percent. */
const STEP = 2;

const USUAL_SHARE: ListShare = { wide: 44, narrow: 40 };

/** The list takes more than its usual share of a slim window, for what it always shows. In CSS pixels. */
const USUAL_WIDTH = 400;

/** The bar between list and record: it moves with the pointer, the arrow keys, Home and End. */
export class Splitter {
  readonly element = document.createElement('div');
  readonly #isWide = window.matchMedia(WIDE);
  readonly #onMove: (share: ListShare) => void;
  /** What the user has chosen; until then the usual one. */
  #chosen: ListShare | undefined;

  /** @param onMove called when the user has moved it */
  constructor(onMove: (share: ListShare) => void) {
    this.#onMove = onMove;
    const { element } = this;
    element.className = 'splitter';
    element.tabIndex = 0;
    element.setAttribute('role', 'separator');
    element.setAttribute('aria-valuemin', String(MIN_SHARE));
    element.setAttribute('aria-valuemax', String(MAX_SHARE));
    element.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
    element.addEventListener('pointerdown', (event) => {
      if (event.button === 0) element.setPointerCapture(event.pointerId);
    });
    element.addEventListener('pointermove', (event) => {
      if (element.hasPointerCapture(event.pointerId)) this.#follow(event);
    });
    element.addEventListener('dblclick', () => {
      this.#move(this.#isWide.matches ? usualShare().wide : usualShare().narrow);
    });
    this.#isWide.addEventListener('change', () => {
      this.#draw();
    });
    window.addEventListener('resize', () => {
      if (this.#chosen === undefined) this.#draw();
    });
    this.#draw();
  }

  place(share: ListShare): void {
    this.#chosen = { wide: within(share.wide), narrow: within(share.narrow) };
    this.#draw();
  }

  get #share(): ListShare {
    return this.#chosen ?? usualShare();
  }

  #onKey(event: KeyboardEvent): void {
    const now = this.#isWide.matches ? this.#share.wide : this.#share.narrow;
    const [less, more] = this.#isWide.matches ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const wanted = new Map([
      [less, now - STEP],
      [more, now + STEP],
      ['Home', MIN_SHARE],
      ['End', MAX_SHARE],
    ]).get(event.key);
    if (wanted === undefined) return;
    event.preventDefault();
    this.#move(wanted);
  }

  #follow({ clientX, clientY }: PointerEvent): void {
    const room = this.element.parentElement?.getBoundingClientRect();
    if (room === undefined) return;
    this.#move(
      this.#isWide.matches ? ((clientX - room.left) / room.width) * 100 : ((clientY - room.top) / room.height) * 100,
    );
  }

  #move(percent: number): void {
    const share = within(percent);
    this.place(this.#isWide.matches ? { ...this.#share, wide: share } : { ...this.#share, narrow: share });
    this.#onMove(this.#share);
  }

  #draw(): void {
    const { element } = this;
    const { wide, narrow } = this.#share;
    // The policy of the page forbids style attributes, but not styles that are set by code
    document.documentElement.style.setProperty('--list-wide', `${wide}%`);
    document.documentElement.style.setProperty('--list-narrow', `${narrow}%`);
    const now = Math.round(this.#isWide.matches ? wide : narrow);
    element.setAttribute('aria-orientation', this.#isWide.matches ? 'vertical' : 'horizontal');
    element.setAttribute('aria-label', this.#isWide.matches ? 'Width of the list' : 'Height of the list');
    element.setAttribute('aria-valuenow', String(now));
    element.setAttribute('aria-valuetext', `${now} %`);
  }
}

function usualShare(): ListShare {
  return { ...USUAL_SHARE, wide: within(Math.max(USUAL_SHARE.wide, (USUAL_WIDTH / window.innerWidth) * 100)) };
}

function within(percent: number): number {
  return Math.min(MAX_SHARE, Math.max(MIN_SHARE, Math.round(percent * 10) / 10));
}
