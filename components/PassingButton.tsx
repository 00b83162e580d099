/** A button that goes with what it does, as the end of a pause goes with the pause. The focus does not go with it. */
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface PassingButtonProps {
  /** Takes the focus over: a heading that stays. */
  readonly heir: RefObject<HTMLElement | null>;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

export function PassingButton({ heir, onClick, children }: PassingButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useFocusHeir(button, heir);
  return (
    <button type="button" class="us-button" ref={button} onClick={onClick}>
      {children}
    </button>
  );
}

/** Where a component goes and something in it has the focus, that goes to another element, and not to nothing. */
export function useFocusHeir(going: RefObject<HTMLElement | null>, heir: RefObject<HTMLElement | null> | undefined): void {
  useLayoutEffect(
    () => () => {
      if (going.current !== null && going.current === document.activeElement) heir?.current?.focus();
    },
    [],
  );
}
