/** Swiping a sheet away: it follows the finger down from its head and goes when let go of far enough or fast enough. */

/** CSS pixels after which letting go closes it, and pixels a millisecond at which it does however short the way was. */
const FAR = 80;
const FAST = 0.5;

/**
 * Watch `handle`, which the style sheet keeps from scrolling by touch; `onClose` is called where the finger lets go. `moved` is
 * told how far down the sheet is to be drawn meanwhile.
 */
export function watchSwipe(handle: HTMLElement, moved: (down: number) => void, onClose: () => void): void {
  let start: { readonly id: number; readonly y: number; readonly time: number } | undefined;

  function end({ pointerId, clientY, timeStamp }: PointerEvent, closes: boolean): void {
    if (pointerId !== start?.id) return;
    const down = clientY - start.y;
    const speed = down / Math.max(1, timeStamp - start.time);
    start = undefined;
    moved(0);
    if (closes && (down > FAR || (down > 0 && speed > FAST))) onClose();
  }

  handle.addEventListener('pointerdown', ({ pointerType, pointerId, clientY, timeStamp }) => {
    if (pointerType === 'touch') start = { id: pointerId, y: clientY, time: timeStamp };
  });
  handle.addEventListener('pointermove', ({ pointerId, clientY }) => {
    if (pointerId === start?.id) moved(Math.max(0, clientY - start.y));
  });
  handle.addEventListener('pointerup', (event) => end(event, true));
  handle.addEventListener('pointercancel', (event) => end(event, false));
}
