/** That the browser does not read or save the settings as it should, and what that means for the reader. */
import { useWords } from './words.ts';

/** Reading takes long, or has failed; saving takes long, or has been refused. */
export type StorageTrouble = 'late' | 'unread' | 'unsaved' | 'notSaved';

interface StorageNoticeProps {
  /** Null when all is well. */
  readonly trouble: StorageTrouble | null;
  /** Read the settings once more. */
  readonly onReadAgain: () => void;
}

export function StorageNotice({ trouble, onReadAgain }: StorageNoticeProps) {
  const { say } = useWords();
  if (!trouble) return null;
  return (
    <div class="us-notice us-storage-notice" role="alert">
      <p>{say(`options.problem.${trouble}`)}</p>
      {(trouble === 'late' || trouble === 'unread') && (
        <button type="button" class="us-button" onClick={onReadAgain}>
          {say('options.problem.tryAgain')}
        </button>
      )}
    </div>
  );
}
