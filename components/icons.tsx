/** The card's signs, drawn; each button that shows one carries its name in words. */

export function BackIcon() {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      <path d="M9 2 4 7l5 5" />
    </svg>
  );
}

export function CloseIcon() {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      <path d="m2.5 2.5 9 9m0-9-9 9" />
    </svg>
  );
}

export function PinIcon() {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      <path d="M5 1.5h4M5.5 1.5v4L3.5 8h7l-2-2.5v-4M7 8v4.5" />
    </svg>
  );
}
