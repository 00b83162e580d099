/** An editor with a history, made with Lexical. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $getRoot, createEditor } from 'lexical';

const root = document.getElementById('editor');
root.setAttribute('contenteditable', 'true');
const editor = createEditor({
  namespace: 'hostile',
  onError: (error) => {
    throw error;
  },
});
const state = createEmptyHistoryState();
editor.setRootElement(root);
registerRichText(editor);
// However slowly it is typed, it is one step back.
registerHistory(editor, state, 1e9);

globalThis.editor = {
  field: '#editor',
  text: () => editor.getEditorState().read(() => $getRoot().getTextContent()),
  steps: () => [state.undoStack.length, state.redoStack.length],
};
