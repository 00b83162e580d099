/** Why a control cannot be used: an administrator has set what it would set. */

export const MANAGED = 'Set by your organisation; it cannot be changed here.';

export function ManagedNote({ id }: { readonly id?: string }) {
  return (
    <p class="us-small" id={id}>
      {MANAGED}
    </p>
  );
}
