/** Why a control cannot be used: an administrator has set what it would set. */
import { useWords } from './words.ts';

export function ManagedNote({ id }: { readonly id?: string }) {
  return (
    <p class="us-small" id={id}>
      {useWords().say('options.managed.note')}
    </p>
  );
}
