/** TanStack Virtual's core in a Preact component: which rows or columns of a scrolling element are to be drawn. */
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';

type Options = Pick<
  VirtualizerOptions<HTMLElement, HTMLElement>,
  'count' | 'estimateSize' | 'getScrollElement' | 'horizontal' | 'isRtl' | 'overscan' | 'rangeExtractor'
>;

/** The component is drawn anew when what is to be drawn changes. */
export function useVirtual(given: Options): Virtualizer<HTMLElement, HTMLElement> {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const options = { ...given, observeElementRect, observeElementOffset, scrollToFn: elementScroll, onChange: redraw };
  const [virtualizer] = useState(
    () => new Virtualizer<HTMLElement, HTMLElement>(options as VirtualizerOptions<HTMLElement, HTMLElement>),
  );
  virtualizer.setOptions(options as VirtualizerOptions<HTMLElement, HTMLElement>);
  useEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
