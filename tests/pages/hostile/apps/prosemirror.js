/** An editor with a history, made with ProseMirror. */
import { history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

const view = new EditorView(document.getElementById('editor'), {
  state: EditorState.create({
    schema,
    // However slowly it is typed, it is one step back.
    plugins: [history({ newGroupDelay: 1e9 }), keymap({ 'Mod-z': undo, 'Mod-y': redo })],
  }),
});

globalThis.editor = {
  field: '.ProseMirror',
  text: () => view.state.doc.textContent,
  steps: () => [undoDepth(view.state), redoDepth(view.state)],
};
