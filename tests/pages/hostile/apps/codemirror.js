/** An editor with a history, made with CodeMirror 6. */
import { history, historyKeymap, redoDepth, undoDepth } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

const view = new EditorView({
  parent: document.getElementById('editor'),
  state: EditorState.create({
    extensions: [
      // However slowly it is typed, it is one step back.
      history({ newGroupDelay: 1e9, joinToEvent: () => true }),
      keymap.of(historyKeymap),
    ],
  }),
});

globalThis.editor = {
  field: '.cm-content',
  text: () => view.state.doc.toString(),
  steps: () => [undoDepth(view.state), redoDepth(view.state)],
};
