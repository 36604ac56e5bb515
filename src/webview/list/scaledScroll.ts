/**
 * What a list may be high, in CSS pixels. Browsers lay out 33,554,432 pixels of the device, and Firefox half as many: at
 * 300 % this is well below both.
 */
export const MAX_HEIGHT = 5_000_000;

/** So much at both ends is never squeezed: there, a pixel of the scroll bar is one of the list. */
const PLAIN_ENDS = 100_000;

/** A scroll by less than that many screens is the wheel's or a key's, and moves the list by as much. */
const NEAR_SCREENS = 2;

/**
 * Where a list is that is higher than a browser can lay out: the scroll bar goes over a lower canvas, and the wheel moves the
 * list by its own pixels all the same.
 */
export class ScaledScroll {
  #content = 0;
  #screen = 0;
  #top = 0;
  #at = 0;
  /** Where the list was brought last: a list that is read again is shorter for a while. */
  #wanted = 0;

  /** Of the canvas, which the browser lays out. */
  get height(): number {
    return Math.min(this.#content, MAX_HEIGHT);
  }

  /** The first pixel of the list that is in sight. */
  get top(): number {
    return this.#top;
  }

  /** Where the scroll bar belongs for {@link top}. */
  get at(): number {
    return this.#at;
  }

  /** What is added to a place in the list to get its place on the canvas. */
  get shift(): number {
    return this.#at - this.#top;
  }

  /**
   * Keeps the place that was wanted last, as far as the list reaches.
   *
   * @param content the height of all rows
   * @param screen the height of what is in sight
   */
  resize(content: number, screen: number): void {
    this.#content = content;
    this.#screen = screen;
    this.#place(this.#wanted);
  }

  goTo(top: number): void {
    this.#place(top);
    this.#wanted = this.#top;
  }

  #place(top: number): void {
    this.#top = Math.max(0, Math.min(top, this.#lastTop));
    this.#at = this.#anchor(this.#top);
  }

  /** What is in sight now is what is wanted: the list is another one. */
  stay(): void {
    this.#wanted = this.#top;
  }

  /** Brings a stretch of the list into sight, with the least movement. */
  show(start: number, end: number): void {
    if (start < this.#top) this.goTo(start);
    else if (end > this.#top + this.#screen) this.goTo(end - this.#screen);
  }

  /** The user has scrolled. The scroll bar belongs {@link at} this or another place then. */
  scrolled(at: number): void {
    const moved = at - this.#at;
    const isNear = Math.abs(moved) <= this.#screen * NEAR_SCREENS;
    if (!isNear) {
      this.goTo(this.#placeAt(at));
      return;
    }
    this.#top = Math.max(0, Math.min(this.#top + moved, this.#lastTop));
    this.#wanted = this.#top;
    this.#at = at;
    // With an end of the bar ahead of the end of the list nothing more could be scrolled
    const room = this.#screen * NEAR_SCREENS;
    if (at < room || at > this.#lastAt - room) this.#at = this.#anchor(this.#top);
  }

  /** Puts the scroll bar where it belongs, once nobody scrolls. */
  settle(): void {
    this.#at = this.#anchor(this.#top);
  }

  get #lastTop(): number {
    return Math.max(0, this.#content - this.#screen);
  }

  get #lastAt(): number {
    return Math.max(0, this.height - this.#screen);
  }

  /** List pixels for a pixel of the bar, between the ends. */
  get #scale(): number {
    return (this.#lastTop - 2 * PLAIN_ENDS) / (this.#lastAt - 2 * PLAIN_ENDS);
  }

  #anchor(top: number): number {
    if (this.#content <= MAX_HEIGHT || top <= PLAIN_ENDS) return top;
    if (top >= this.#lastTop - PLAIN_ENDS) return this.#lastAt - (this.#lastTop - top);
    return PLAIN_ENDS + (top - PLAIN_ENDS) / this.#scale;
  }

  #placeAt(at: number): number {
    if (this.#content <= MAX_HEIGHT || at <= PLAIN_ENDS) return at;
    if (at >= this.#lastAt - PLAIN_ENDS) return this.#lastTop - (this.#lastAt - at);
    return PLAIN_ENDS + (at - PLAIN_ENDS) * this.#scale;
  }
}
