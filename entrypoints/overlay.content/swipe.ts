/** Swiping a sheet away: it follows the finger down from its head and goes when let go of far enough or fast enough. */

/** CSS pixels after which letting go closes it, and pixels a millisecond at which it does however short the way was. */
const FAR = 80;
const FAST = 0.5;

export interface SwipeParts {
  /** Whether a swipe may begin on an element: the style sheet keeps these from scrolling by touch. */
  readonly startsAt: (target: Element) => boolean;
  /** How far down the sheet is to be drawn while the finger moves it. */
  readonly moved: (down: number) => void;
  /** The finger let go of it. */
  readonly onClose: () => void;
}

export function watchSwipe(sheet: HTMLElement, { startsAt, moved, onClose }: SwipeParts): void {
  let start: { readonly id: number; readonly y: number; readonly time: number } | undefined;

  function end({ pointerId, clientY, timeStamp }: PointerEvent, closes: boolean): void {
    if (pointerId !== start?.id) return;
    const down = clientY - start.y;
    const speed = down / Math.max(1, timeStamp - start.time);
    start = undefined;
    moved(0);
    if (closes && (down > FAR || (down > 0 && speed > FAST))) onClose();
  }

  sheet.addEventListener('pointerdown', ({ target, pointerType, isPrimary, pointerId, clientY, timeStamp }) => {
    if (pointerType === 'touch' && isPrimary && startsAt(target as Element))
      start = { id: pointerId, y: clientY, time: timeStamp };
  });
  sheet.addEventListener('pointermove', ({ pointerId, clientY }) => {
    if (pointerId === start?.id) moved(Math.max(0, clientY - start.y));
  });
  sheet.addEventListener('pointerup', (event) => end(event, true));
  sheet.addEventListener('pointercancel', (event) => end(event, false));
}
